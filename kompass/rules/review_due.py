"""An entry is due for its next review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from kompass.model.base import FULL_DAY, parse_day
from kompass.problem import Problem, Severity
from kompass.reading.inventory import Inventory
from kompass.review import due_day
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a note some weeks before the day, a warning from then on, an error after the grace period on the main branch."""
    for entry in inventory.inspected:
        checked = _day(entry.fields.get("checked"))
        if checked is None or checked > inventory.today:
            continue
        due = due_day(checked, entry.kind)
        if severity := judge((inventory.today - due).days, is_main=inventory.is_main):
            yield entry.problem(RuleName.REVIEW_DUE, _message(due, inventory.today), ("checked",), severity=severity)


def judge(days_over: int, *, is_main: bool) -> Severity | None:
    """Return how urgent a review is that has been due for `days_over` days (negative: is due in so many days)."""
    if days_over < -option(RuleName.REVIEW_DUE, "notice_days"):
        return None
    if days_over < 0:
        return Severity.NOTE
    return Severity.ERROR if is_main and days_over > option(RuleName.REVIEW_DUE, "grace_days") else Severity.WARNING


def _message(due: date, today: date) -> str:
    tense = "war am" if due <= today else "ist am"
    return f"Die nächste Prüfung {tense} {due:%d.%m.%Y} fällig."


def _day(value: Any) -> date | None:
    try:
        return parse_day(str(value), FULL_DAY)
    except PydanticCustomError:
        return None


RULE = Rule(
    name=RuleName.REVIEW_DUE,
    stage=Stage.MEANING,
    why="Förderungen laufen aus, Gesetze ändern sich, Adressen verschwinden; Leser:innen verlassen sich auf das Datum.",
    fix="Lesen Sie den Eintrag, vergleichen Sie ihn mit den Quellen, berichtigen Sie ihn und setzen Sie checked auf heute.",
    good="checked: 2026-10-01",
    bad="checked: 2025-10-01",
    check=check,
)
