"""A value carries a YAML tag."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="yaml-tag",
    stage=Stage.FILE,
    why="Typangaben können Programme starten; Daten sollen nur Daten sein.",
    fix=("Löschen Sie die Angabe mit dem Ausrufezeichen. Beginnt ein Text mit !, setzen Sie ihn in Anführungszeichen."),
    good='funding: "!Achtung: Frist beachten"',
    bad='funding: !!python/object/apply:os.system ["ls"]',
)
