"""An example belongs to no district although it is not one of the whole state."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model.vocabulary import Body
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each empty list of districts of an example that the state does not carry."""
    for entry in inventory.inspected_of("example"):
        if entry.fields.get("districts") == [] and entry.fields.get("body") != Body.STATE:
            yield entry.problem(RuleName.MISSING_DISTRICT, "Das Beispiel nennt keinen Kreis.", ("districts",))


RULE = Rule(
    name=RuleName.MISSING_DISTRICT,
    stage=Stage.MEANING,
    why="Ohne Kreis fehlt das Beispiel auf der Karte.",
    fix="Nennen Sie den Kreis oder die kreisfreie Stadt. Nur bei „body: land“ darf die Liste leer sein.",
    good="districts: [barnim]",
    bad="districts: []",
    check=check,
)
