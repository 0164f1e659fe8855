"""A date does not exist."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="unmoegliches-datum",
    stage=Stage.SHAPE,
    why="Diesen Tag gibt es im Kalender nicht.",
    fix="Prüfen Sie Tag und Monat in der Quelle.",
    good="as_of: 2024-02-29",
    bad="as_of: 2023-02-31",
)
