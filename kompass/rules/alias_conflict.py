"""A former id is in use, by an entry or as the former id of another one."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each alias that leads to two places."""
    for kind, entries in inventory.by_kind.items():
        seen: set[str] = set()
        for entry in entries:
            for path, alias in entry.select(("aliases",)):
                if not isinstance(alias, str):
                    continue
                if alias in inventory.ids[kind]:
                    yield entry.problem(
                        RuleName.ALIAS_CONFLICT, f"{shown(alias)} ist die Kennung eines vorhandenen Eintrags.", path
                    )
                elif alias in seen:
                    yield entry.problem(RuleName.ALIAS_CONFLICT, f"{shown(alias)} steht schon als frühere Kennung da.", path)
                seen.add(alias)


RULE = Rule(
    name=RuleName.ALIAS_CONFLICT,
    stage=Stage.MEANING,
    why="Eine frühere Adresse kann nur zu einer einzigen Seite weiterleiten.",
    fix="Löschen Sie die frühere Kennung dort, wo sie nicht hingehört.",
    good="aliases: [fahrdienst]",
    bad="aliases: [dorfladen]  # so heißt das nächste Beispiel",
    check=check,
)
