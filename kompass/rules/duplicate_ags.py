"""Two municipalities have the same official key."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each key that stood before."""
    first: dict[str, Entry] = {}
    for entry in inventory.by_kind["municipality"]:
        ags = entry.fields.get("ags")
        if isinstance(ags, str) and (other := first.setdefault(ags, entry)) is not entry:
            yield entry.problem(
                RuleName.DUPLICATE_AGS, f"Den Gemeindeschlüssel {shown(ags)} hat schon {shown(other.id)}.", ("ags",)
            )


RULE = Rule(
    name=RuleName.DUPLICATE_AGS,
    stage=Stage.MEANING,
    why="Der Gemeindeschlüssel gehört genau einer Gemeinde; sonst zählt ihre Einwohnerzahl doppelt.",
    fix="Sehen Sie im amtlichen Gemeindeverzeichnis nach, welcher Schlüssel stimmt.",
    good='ags: "12063999"',
    bad='ags: "12063998"  # den hat schon die nächste Kommune',
    file="municipalities",
    check=check,
)
