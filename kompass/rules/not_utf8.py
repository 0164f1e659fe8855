"""A data file is not encoded in UTF-8."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="kein-utf8",
    stage=Stage.FILE,
    why="In anderer Kodierung werden aus Umlauten falsche Zeichen.",
    fix="Speichern Sie die Datei mit der Kodierung UTF-8 (im Editor unter „Speichern unter“).",
    good="title: Bürgerbus mit App",
    bad="title: Bürgerbus mit App",
    encoding="latin-1",
)
