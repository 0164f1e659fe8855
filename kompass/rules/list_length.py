"""A list has too few or too many items."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="listenlaenge",
    stage=Stage.SHAPE,
    why="Die Seite braucht an dieser Stelle eine bestimmte Zahl von Angaben.",
    fix="Ergänzen oder streichen Sie Angaben.",
    good="transfer:\n  - Beim Kreis nachfragen.\n  - Eine Linie erproben.",
    bad="transfer:\n  - Beim Kreis nachfragen.",
)
