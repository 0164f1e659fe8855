"""A folder carries the name of a data file."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="ordner-statt-datei",
    stage=Stage.FILE,
    why="An dieser Stelle wird eine Datei erwartet.",
    fix="Benennen Sie den Ordner um, und legen Sie die Datei wieder an.",
)
