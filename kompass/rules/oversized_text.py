"""A text is far longer than it can be meant to be."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="riesiger-text",
    stage=Stage.FILE,
    why="Ein so langer Text steht auf keiner Seite.",
    fix=("Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde oder ein Anführungszeichen fehlt."),
)
