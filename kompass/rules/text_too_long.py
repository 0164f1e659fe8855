"""A text is longer than its place on the page."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="text-zu-lang",
    stage=Stage.SHAPE,
    why="So lange Texte sprengen ihren Platz auf der Seite.",
    fix="Kürzen Sie den Text auf das Wesentliche.",
    good="title: Bürgerbus mit App",
    bad=("title: Ein Bürgerbus, der auf Zuruf kommt, und noch viel mehr, das hier gar nicht alles in die Überschrift passt"),
)
