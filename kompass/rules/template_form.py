"""A template cannot be written as it is described: sheet names, options, limits, time lines."""

from __future__ import annotations

from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.rules.template_faults import checker

RULE = Rule(
    name=RuleName.TEMPLATE_FORM,
    stage=Stage.MEANING,
    why="So lässt sich die Datei nicht schreiben, oder Excel meldet beim Öffnen einen Fehler.",
    fix="Vergleichen Sie das Feld mit einer anderen Vorlage.",
    good=(
        "sections:\n- title: Aufgaben\n  fields:\n  - id: stand_heute\n    label: Stand\n    type: auswahl\n"
        "    options: [offen, fertig]"
    ),
    bad="sections:\n- title: Aufgaben\n  fields:\n  - id: stand_heute\n    label: Stand\n    type: auswahl",
    file="templates",
    check=checker(RuleName.TEMPLATE_FORM),
)
