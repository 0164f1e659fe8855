"""A measure profile as one sheet of A4."""

from __future__ import annotations

import re
from typing import Any

from kompass.downloads.outline import AUTHOR, Document, paragraphs
from kompass.downloads.to_pdf import compile_pdf, head
from kompass.model import Measure

SIZES = (9.4, 8.9, 8.4, 7.9, 7.5)
LIMITS = (3750, 4000, 4300, 4700)
"""Amounts of text above which the next smaller size is tried first; found by trying all profiles."""
NOTICE = (
    "Muster der Redaktion: Kosten, Zeiten und Zielwerte sind Beispiele. "
    "Ersetzen Sie sie durch Ihre eigenen, bevor Sie damit in den Ausschuss gehen."
)


def to_sheet(measure: Measure, field_title: str, document: Document) -> bytes:
    """Return the profile as PDF, in the largest type that fits on one page; raise ValueError if none does."""
    data = describe(measure, field_title, document)
    for size in SIZES[first_size(data) :]:
        pdf = compile_pdf("measure.typ", data | {"size": size}, document.as_of)
        if page_count(pdf) == 1:
            return pdf
    raise ValueError(f"Der Steckbrief „{measure.title}“ passt nicht auf eine Seite.")


def first_size(data: dict[str, Any]) -> int:
    """Return which size to try first, by the amount of text, so that most sheets need to be set only once."""
    amount = len(str(data))
    return sum(amount > limit for limit in LIMITS)


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a file that Typst has written: it leaves the page objects uncompressed."""
    return len(re.findall(rb"/Type\s*/Page(?!s)", pdf))


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
            ["Kosten einmalig", measure.cost_once.text],
            ["Kosten laufend", measure.running_costs],
            ["Personal", f"{measure.staff} ({measure.effort.label})"],
            ["Arbeitstage", f"{measure.person_days.text} einmalig, {measure.person_days_yearly.text} im Jahr"],
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
