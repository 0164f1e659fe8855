"""A field is there but empty."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="leerer-text",
    stage=Stage.SHAPE,
    why="Ein leeres Feld erzeugt auf der Seite eine leere Stelle.",
    fix="Füllen Sie das Feld aus, oder löschen Sie die Zeile, wenn das Feld kein Pflichtfeld ist.",
    good="effort: Zwei Stunden je Woche",
    bad='effort: ""',
)
