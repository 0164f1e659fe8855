"""What editors look after: which records are due for review, and the rules of the check by what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from kompass.model import FILES, SHOWN_KINDS, Record
from kompass.problem import Severity
from kompass.review import due_day
from kompass.rules import RULES, Rule, Stage
from kompass.rules.review_due import judge
from kompass.rules.settings import settings
from macros.site import Site

STAGES: dict[str, tuple[str, str, tuple[Stage, ...]]] = {
    "dateien": ("Dateien", "Ob sich die Dateien öffnen und lesen lassen.", (Stage.FILE,)),
    "schreibweise": ("Schreibweise", "Zeichen, die in keinen Text gehören.", (Stage.TEXT,)),
    "felder": ("Felder", "Ob jedes Feld da ist und die richtige Form hat.", (Stage.SHAPE,)),
    "inhalt": ("Inhalt", "Ob Verweise, Quellen und Daten stimmen.", (Stage.MEANING,)),
    "sprache": ("Sprache", "Ob die Texte kurz, genau und für alle verständlich sind.", (Stage.WORDING,)),
}


@dataclass(frozen=True)
class Due:
    """A record that is due, the day from which it is, and how urgent that is."""

    record: Record
    day: date
    urgency: str


URGENCY = {Severity.ERROR: "überfällig", Severity.WARNING: "fällig", Severity.NOTE: "bald fällig"}


def due_records(site: Site, kind: str) -> list[Due]:
    """Return the records of `kind` that are due or soon will be, the most urgent first."""
    found = []
    for record in site.records(kind):
        day = due_day(record.checked, SHOWN_KINDS[kind])
        if severity := judge((site.today - day).days, is_main=True):
            found.append(Due(record, day, URGENCY[severity]))
    return sorted(found, key=lambda due: (due.day, due.record.id))


def freshness_row(site: Site, kind: str) -> dict[str, Any]:
    """Return the row of one kind: count, period, oldest review, next review, number of records due or overdue."""
    due = due_records(site, kind)
    return {
        "label": SHOWN_KINDS[kind].plural,
        "count": len(site.records(kind)),
        "months": SHOWN_KINDS[kind].review_months,
        "oldest": site.oldest_check(kind),
        "next": min(due_day(record.checked, SHOWN_KINDS[kind]) for record in site.records(kind)),
        "due": sum(entry.urgency != URGENCY[Severity.NOTE] for entry in due),
        "overdue": sum(entry.urgency == URGENCY[Severity.ERROR] for entry in due),
    }


def rule_groups() -> list[dict[str, Any]]:
    """Return the rules by what they are about, each group by name."""
    return [
        {"id": name, "title": title, "about": about, "rules": sorted(_rules(stages), key=lambda rule: rule.name)}
        for name, (title, about, stages) in STAGES.items()
    ]


def _rules(stages: tuple[Stage, ...]) -> list[Rule]:
    return [rule for rule in RULES.values() if rule.stage in stages and rule.name not in _off()]


def _off() -> set[str]:
    return {name for name, setting in settings().items() if setting.severity is None}


def file_labels() -> dict[str, str]:
    """Return for each data file what it holds."""
    return {file.name: ", ".join(kind.plural for kind in file.kinds) for file in FILES}
