"""A field is not known."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="unbekanntes-feld",
    stage=Stage.SHAPE,
    why="Ein unbekanntes Feld erscheint auf keiner Seite; meist ist es ein Tippfehler.",
    fix="Berichtigen oder löschen Sie das Feld.",
    good="lesson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
    bad="leson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
)
