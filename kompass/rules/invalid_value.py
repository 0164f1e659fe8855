"""A value is refused for a reason that no other rule names."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="ungueltiger-wert",
    stage=Stage.SHAPE,
    why="Mit diesem Wert kann die Seite nicht gebaut werden.",
    fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
)
