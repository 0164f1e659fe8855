"""A data file holds control characters, as binary files do."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="binaerdatei",
    stage=Stage.FILE,
    why="Steuerzeichen gehören nicht in Texte; meist wurde die falsche Datei gespeichert.",
    fix="Speichern Sie die Datei als reinen Text, oder löschen Sie das Zeichen.",
    good="title: Bürgerbus mit App",
    bad="title: Bürgerbus\0mit App",
)
