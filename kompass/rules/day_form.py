"""A date is not written in the ISO form."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="datumsform",
    stage=Stage.SHAPE,
    why="Nur in der Form JJJJ-MM-TT werden Daten erkannt und sortiert.",
    fix="Schreiben Sie das Datum als JJJJ-MM-TT, z. B. 2026-05-31.",
    good="checked: 2026-10-01",
    bad="checked: 31.05.2024",
)
