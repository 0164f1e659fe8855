"""Two entries of one kind, or two indicators anywhere, have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory, ValuePath
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each id that stood before."""
    first: dict[tuple[str, str], tuple[Entry, ValuePath]] = {}
    for entry in inventory.entries:
        for group, path, value in _ids(inventory, entry):
            other, other_path = first.setdefault((group, value), (entry, path))
            if other is not entry or other_path != path:
                place = other.problem(RuleName.DUPLICATE_ID, "", other_path)
                message = f"Die Kennung {shown(value)} gibt es schon ({place.path.name}, Zeile {place.line})."
                yield entry.problem(RuleName.DUPLICATE_ID, message, path)


def _ids(inventory: Inventory, entry: Entry) -> Iterator[tuple[str, ValuePath, str]]:
    if entry.id is not None:
        yield entry.kind.name, ("id",), entry.id
    for path, value in inventory.indicator_ids(entry):
        yield "indicator", path, value


RULE = Rule(
    name=RuleName.DUPLICATE_ID,
    stage=Stage.MEANING,
    why="Die Kennung wird Teil der Adresse; zwei Seiten können nicht dieselbe Adresse haben.",
    fix="Geben Sie dem neueren Eintrag eine andere Kennung.",
    good="id: buergerbus",
    bad="id: dorfladen  # so heißt schon das nächste Beispiel",
    check=check,
)
