"""An entry about the real world has no source but the editors' own assessment."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage

KINDS = ("example", "law", "support", "strategy")


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at the sources of each such entry."""
    for kind in KINDS:
        for entry in inventory.inspected_of(kind):
            sources = entry.fields.get("sources")
            found = [source for source in sources if isinstance(source, dict)] if isinstance(sources, list) else []
            if found and all(source.get("claim") for source in found):
                yield entry.problem(RuleName.ONLY_OWN, "Alle Quellen dieses Eintrags sind eigene Einschätzungen.", ("sources",))


RULE = Rule(
    name=RuleName.ONLY_OWN,
    stage=Stage.MEANING,
    why="Was eine Kommune getan hat, was gilt und was bezahlt wird, müssen Leser:innen nachsehen können.",
    fix="Nennen Sie mindestens eine Quelle mit title und url.",
    good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht\n  - claim: own",
    bad="sources:\n  - claim: own",
    check=check,
)
