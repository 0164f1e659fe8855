"""The smallest group of a participation format is larger than its largest one."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem where `group_min` is above `group_max`."""
    for entry in inventory.inspected_of("participation_format"):
        least, most = entry.fields.get("group_min"), entry.fields.get("group_max")
        if type(least) is int and type(most) is int and least > most:
            message = f"Die kleinste Gruppe ({least}) ist größer als die größte ({most})."
            yield entry.problem(RuleName.REVERSED_GROUP, message, ("group_min",))


RULE = Rule(
    name=RuleName.REVERSED_GROUP,
    stage=Stage.MEANING,
    why="Nach der Gruppengröße wählen Leser:innen ein Format aus.",
    fix="Vertauschen Sie die beiden Zahlen.",
    good="group_min: 10\ngroup_max: 30",
    bad="group_min: 30\ngroup_max: 10",
    file="participation_formats",
    check=check,
)
