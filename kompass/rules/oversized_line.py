"""A line is far longer than it can be meant to be."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="zeile-zu-lang",
    stage=Stage.FILE,
    why="In so langen Zeilen findet niemand einen Fehler wieder.",
    fix=("Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde. Höchstens 20.000 Zeichen je Zeile sind möglich."),
)
