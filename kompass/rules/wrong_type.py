"""A value is not of the type that the field holds."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="falscher-typ",
    stage=Stage.SHAPE,
    why="Die Seite kann mit einem Wert dieser Art nichts anfangen.",
    fix="Vergleichen Sie das Feld mit einem anderen Eintrag.",
    good="population: 8000",
    bad="population: achttausend",
)
