"""A list refers to the same entry twice."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.base import Ref
from kompass.model.paths import marked
from kompass.problem import Problem
from kompass.reading.inventory import Inventory, ValuePath
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each reference that stood in the same list before."""
    for entry in inventory.inspected:
        for names, _ in marked(entry.kind.model, Ref):
            seen: set[tuple[ValuePath, str]] = set()
            for path, value in entry.select(names):
                if not isinstance(value, str) or not isinstance(path[-1], int):
                    continue
                if (path[:-1], value) in seen:
                    yield entry.problem(RuleName.REPEATED_REFERENCE, f"{shown(value)} steht in dieser Liste schon.", path)
                seen.add((path[:-1], value))


RULE = Rule(
    name=RuleName.REPEATED_REFERENCE,
    stage=Stage.MEANING,
    why="Der Verweis erschiene auf der Seite doppelt.",
    fix="Löschen Sie einen der beiden Verweise.",
    good="action_fields: [mobilitaet]",
    bad="action_fields: [mobilitaet, mobilitaet]",
    check=check,
)
