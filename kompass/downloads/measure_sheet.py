"""A measure profile as one sheet of A4."""

from __future__ import annotations

from typing import Any

import typst

from kompass.downloads.outline import AUTHOR, Document, paragraphs
from kompass.downloads.to_pdf import compile_pdf, head
from kompass.model import Measure

NOTICE = "Muster der Redaktion: Kosten, Zeiten und Zielwerte sind Beispiele. Ersetzen Sie sie durch Ihre eigenen, bevor Sie damit in den Ausschuss gehen."


def to_sheet(measure: Measure, field_title: str, document: Document) -> bytes:
    """Return the profile as PDF, in the largest type that fits on one page; raise ValueError if none does."""
    try:
        return compile_pdf("measure.typ", describe(measure, field_title, document), document.as_of)
    except typst.TypstError as error:
        raise ValueError(f"Der Steckbrief „{measure.title}“ passt nicht auf eine Seite: {error}") from error


def describe(measure: Measure, field_title: str, document: Document) -> dict[str, Any]:
    """Return what stands on the sheet as plain values."""
    return head(document) | {
        "author": AUTHOR,
        "kicker": f"Maßnahmensteckbrief {measure.code}, {field_title}",
        "summary": measure.summary,
        "facts": [
            ["Ziel", measure.goal],
            ["Federführung", measure.owner],
            ["Mitwirkung", ", ".join(measure.partners)],
            ["Zielgruppe", ", ".join(measure.target_groups)],
            ["Laufzeit", measure.duration],
            ["Priorität", measure.priority.label],
            ["Kosten einmalig", measure.cost_class.label],
            ["Kosten laufend", measure.running_costs],
            ["Personal", f"{measure.staff} ({measure.effort.label})"],
        ],
        "situation": [*paragraphs(measure.situation), *paragraphs(measure.description)],
        "steps": [[step.when, step.what] for step in measure.steps],
        "indicators": [[one.title, one.today, one.target] for one in measure.indicators],
        "risks": [[one.risk, one.precaution] for one in measure.risks],
        "open": [
            f"Datenschutz: {measure.data_protection}",
            f"Barrierefreiheit: {measure.accessibility}",
            *[f"Voraussetzung: {line}" for line in measure.dependencies],
        ],
        "notice": NOTICE,
    }
