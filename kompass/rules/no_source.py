"""An entry names no source."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="ohne-quelle",
    stage=Stage.SHAPE,
    why="Leser:innen müssen prüfen können, woher eine Angabe stammt.",
    fix=("Ergänzen Sie „sources:“ mit title und url, oder „- claim: own“ für eine Einschätzung der Redaktion."),
    good="sources:\n  - title: Bericht der Gemeinde\n    url: https://www.example.org/bericht",
    bad="sources: []",
)
