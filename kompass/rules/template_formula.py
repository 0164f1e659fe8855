"""A formula of a template cannot be read, or names something that is not there."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.rules.template_faults import checker

FIELDS = """form: tabelle
sections:
- title: Aufgaben
  fields:
  - id: tage
    label: Tage
    type: zahl
    example: 4
  - id: stunden
    label: Stunden
    type: zahl
    formula: """

RULE = Rule(
    name=RuleName.TEMPLATE_FORMULA,
    stage=Stage.MEANING,
    why="Mit dieser Formel rechnet die Tabelle nicht.",
    fix="Erlaubt sind + - * / ( ), Vergleiche, Zahlen, Namen von Feldern und Spalten und die Funktionen der Vorlagen.",
    good=f"{FIELDS}tage * 8",
    bad=f"{FIELDS}tage * stundensatz",
    file="templates",
    check=checker(RuleName.TEMPLATE_FORMULA),
)
