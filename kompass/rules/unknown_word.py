"""A controlled word is none of those allowed."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="unbekanntes-wort",
    stage=Stage.SHAPE,
    why="Nur mit den vorgesehenen Wörtern funktionieren Filter und Übersichten.",
    fix="Wählen Sie eines der erlaubten Wörter.",
    good="status: laufend",
    bad="status: läuft gerade",
)
