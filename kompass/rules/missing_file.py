"""A data file is not there."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="datei-fehlt",
    stage=Stage.FILE,
    why="Ohne diese Datei fehlt ein ganzer Teil der Seiten.",
    fix="Legen Sie die Datei wieder an, oder holen Sie sie aus der letzten Fassung zurück.",
)
