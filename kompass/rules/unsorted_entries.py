"""Entries without a number of their own do not stand in the order of their ids."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kompass.model.base import SLUG
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each entry whose id should stand before that of the entry above it."""
    for entries in inventory.by_kind.values():
        for above, entry in pairwise(entries):
            if "order" in entry.kind.model.model_fields or above.id is None or entry.id is None:
                continue
            if entry.id < above.id and SLUG.fullmatch(entry.id) and SLUG.fullmatch(above.id):
                message = f"Der Eintrag {shown(entry.id)} gehört weiter nach oben, er steht hinter {shown(above.id)}."
                yield entry.problem(RuleName.UNSORTED_ENTRIES, message, ("id",))


RULE = Rule(
    name=RuleName.UNSORTED_ENTRIES,
    stage=Stage.MEANING,
    why="In sortierten Dateien findet man Einträge wieder, und gleichzeitige Änderungen stoßen seltener zusammen.",
    fix="Verschieben Sie den ganzen Eintrag so, dass die Kennungen von a bis z aufeinander folgen.",
    good="id: buergerbus  # der nächste Eintrag heißt dorfladen",
    bad="id: rufbus  # der nächste Eintrag heißt dorfladen",
    check=check,
)
