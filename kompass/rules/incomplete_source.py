"""A source cannot be looked up and is not marked as the editors' own assessment."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model import Source
from kompass.model.paths import parts
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem for each source without title or address and without `claim`."""
    for entry in inventory.inspected:
        for names in parts(entry.kind.model, Source):
            for path, source in entry.select(names):
                if not isinstance(source, dict) or source.get("claim") is not None:
                    continue
                missing = [name for name in ("title", "url") if source.get(name) is None]
                if missing:
                    yield entry.problem(RuleName.INCOMPLETE_SOURCE, f"Der Quelle fehlt: {', '.join(missing)}.", path)


RULE = Rule(
    name=RuleName.INCOMPLETE_SOURCE,
    stage=Stage.MEANING,
    why="Leser:innen müssen die Quelle finden können.",
    fix="Ergänzen Sie title und url, oder schreiben Sie „- claim: own“, wenn es eine Einschätzung der Redaktion ist.",
    good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht",
    bad="sources:\n  - title: Bericht der Gemeinde",
    check=check,
)
