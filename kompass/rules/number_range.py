"""A number is out of range."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="zahl-ausserhalb",
    stage=Stage.SHAPE,
    why="Die Zahl kann so nicht stimmen.",
    fix="Prüfen Sie die Zahl in der Quelle.",
    good="started: 2019",
    bad="started: 219",
)
