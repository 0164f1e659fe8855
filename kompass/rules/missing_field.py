"""A field that every entry needs is missing."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="fehlendes-feld",
    stage=Stage.SHAPE,
    why="Ohne dieses Feld bliebe auf der Seite eine Lücke.",
    fix="Ergänzen Sie das Feld.",
    good="timeline:\n  - when: Mai 2023\n    what: Die erste Fahrt.",
    bad="timeline:\n  - when: Mai 2023",
)
