"""A text begins or ends with a space."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="leerzeichen-am-rand",
    stage=Stage.SHAPE,
    why="Solche Leerzeichen sieht man nicht, sie stören aber Vergleich und Suche.",
    fix="Löschen Sie die Leerzeichen am Anfang und am Ende.",
    good='effort: "Zwei Stunden je Woche"',
    bad='effort: "Zwei Stunden je Woche "',
)
