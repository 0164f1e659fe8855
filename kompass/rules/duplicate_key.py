"""A field stands twice in one entry."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="doppelter-schluessel",
    stage=Stage.FILE,
    why="Von zwei gleichen Feldern ginge eines unbemerkt verloren.",
    fix="Behalten Sie eines der beiden Felder, und löschen Sie das andere.",
    good="title: Bürgerbus mit App",
    bad="title: Bürgerbus\ntitle: Bürgerbus mit App",
)
