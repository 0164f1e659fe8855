"""A bracket stands where the name of a field must stand."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="schluessel-kein-wort",
    stage=Stage.FILE,
    why="Geschweifte und eckige Klammern haben in YAML eine eigene Bedeutung.",
    fix="Beginnt ein Text mit einer Klammer, setzen Sie ihn in Anführungszeichen.",
    good='funding: "[Stand 2024] gefördert"',
    bad="partners:\n  - {[Stand]: gefördert}",
)
