"""Lines are indented inconsistently."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="einrueckung",
    stage=Stage.FILE,
    why="An der Einrückung erkennt YAML, was zusammengehört.",
    fix="Rücken Sie gleichrangige Felder gleich weit ein, jede Ebene um zwei Leerzeichen.",
    good="effort: Zwei Stunden je Woche\nfunding: Landesmittel",
    bad="effort: Zwei Stunden je Woche\n funding: Landesmittel",
)
