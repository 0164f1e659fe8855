"""A value in a template does not fit its field or column."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.rules.template_faults import checker

RULE = Rule(
    name=RuleName.TEMPLATE_VALUE,
    stage=Stage.MEANING,
    why="Beispiele sollen zeigen, was in ein Feld gehört; ein unpassender Wert zerstört auch die Berechnungen.",
    fix="Passen Sie den Wert oder die Art des Feldes (type) an.",
    good="sections:\n- title: Aufgaben\n  fields:\n  - id: betrag\n    label: Betrag\n    type: euro\n    example: 1200",
    bad="sections:\n- title: Aufgaben\n  fields:\n  - id: betrag\n    label: Betrag\n    type: euro\n    example: viel",
    file="templates",
    check=checker(RuleName.TEMPLATE_VALUE),
)
