"""A day that must be past lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from kompass.model.base import PARTIAL_DAY, Past, parse_day
from kompass.model.paths import marked
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each day of a review or source after today; of a month or year the first day counts."""
    for entry in inventory.inspected:
        for names, _ in marked(entry.kind.model, Past):
            for path, value in entry.select(names):
                day = _day(value)
                if day is not None and day > inventory.today:
                    yield entry.problem(RuleName.FUTURE_DAY, f"Das Datum {shown(value)} liegt in der Zukunft.", path)


def _day(value: Any) -> date | None:
    try:
        return parse_day(str(value), PARTIAL_DAY)
    except PydanticCustomError:
        return None


RULE = Rule(
    name=RuleName.FUTURE_DAY,
    stage=Stage.MEANING,
    why="Prüfungen und Quellen können nicht aus der Zukunft stammen; meist ist die Jahreszahl vertippt.",
    fix="Prüfen Sie das Datum.",
    good="checked: 2026-10-01",
    bad="checked: 2924-05-31",
    check=check,
)
