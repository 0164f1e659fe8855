"""A data file is encoded in UTF-16."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="utf-16",
    stage=Stage.FILE,
    why="Gelesen wird nur UTF-8.",
    fix="Speichern Sie die Datei mit der Kodierung UTF-8 (im Editor unter „Speichern unter“).",
    good="title: Bürgerbus mit App",
    bad="title: Bürgerbus mit App",
    encoding="utf-16",
)
