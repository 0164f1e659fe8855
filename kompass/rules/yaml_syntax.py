"""A place is no valid YAML for another reason."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="yaml-syntax",
    stage=Stage.FILE,
    why="Ohne gültige Schreibweise lässt sich der Eintrag nicht lesen.",
    fix=("Vergleichen Sie die Stelle mit einem anderen Eintrag. Texte mit besonderen Zeichen gehören in Anführungszeichen."),
    good="partners: [Kreis, Land]",
    bad="partners: [Kreis, Land",
)
