"""An entry is far larger than it can be meant to be."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="riesiger-eintrag",
    stage=Stage.FILE,
    why="So große Einträge passen auf keine Seite und können die Prüfung lahmlegen.",
    fix="Prüfen Sie, ob versehentlich etwas Fremdes eingefügt wurde oder die Einrückung nicht stimmt.",
)
