"""Two fields of a template have the same name, or a name looks like a cell."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.rules.template_faults import checker

RULE = Rule(
    name=RuleName.TEMPLATE_FIELD_NAME,
    stage=Stage.MEANING,
    why="Formularfelder, Zellnamen und Formeln finden ein Feld über seinen Namen; er muss eindeutig sein.",
    fix="Geben Sie dem Feld einen eigenen Namen, z. B. „kosten_einmalig“.",
    good="sections:\n- title: Aufgaben\n  fields:\n  - id: aufgabe\n    label: Aufgabe\n  - id: frist\n    label: Frist",
    bad="sections:\n- title: Aufgaben\n  fields:\n  - id: aufgabe\n    label: Aufgabe\n  - id: aufgabe\n    label: Frist",
    file="templates",
    check=checker(RuleName.TEMPLATE_FIELD_NAME),
)
