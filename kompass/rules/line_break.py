"""A text that must be a single line contains a line break."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="zeilenumbruch",
    stage=Stage.SHAPE,
    why="Dieses Feld steht in Listen und Überschriften, wo nur eine Zeile Platz hat.",
    fix="Schreiben Sie den Text ohne das Zeichen | in eine Zeile hinter den Doppelpunkt.",
    good="effort: Zwei Stunden je Woche",
    bad="effort: |\n  Zwei Stunden\n  je Woche",
)
