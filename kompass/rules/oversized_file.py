"""A data file is far larger than it can be meant to be."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="datei-zu-gross",
    stage=Stage.FILE,
    why="So große Dateien legen die Prüfung lahm; gemeint sind sie nie.",
    fix=(
        "Teilen Sie die Datei nicht auf, sondern prüfen Sie, ob versehentlich etwas Fremdes darin "
        "gelandet ist. Höchstens 64 MiB sind möglich."
    ),
)
