"""A data file exists but cannot be opened."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="datei-unlesbar",
    stage=Stage.FILE,
    why="Was sich nicht öffnen lässt, kann niemand veröffentlichen.",
    fix="Prüfen Sie die Zugriffsrechte der Datei, oder legen Sie sie neu an.",
)
