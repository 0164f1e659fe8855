"""A value does not have the form its field demands."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="falsche-form",
    stage=Stage.SHAPE,
    why="Nur in der verlangten Form wird der Wert erkannt.",
    fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
    good="code: M-17",
    bad="code: M17",
    file="measures",
)
