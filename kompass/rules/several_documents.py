"""A file holds more than one YAML document."""

from __future__ import annotations

from kompass.rules.rule import EXAMPLES, Rule, Stage

RULE = Rule(
    name="mehrere-dokumente",
    stage=Stage.FILE,
    why="Gelesen wird nur das erste Dokument einer Datei; der Rest ginge verloren.",
    fix="Löschen Sie die Zeile mit den drei Strichen.",
    good=EXAMPLES + "[]\n",
    bad=EXAMPLES + "[]\n---\n[]\n",
)
