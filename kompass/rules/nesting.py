"""Lists or entries are nested far too deeply."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="zu-tief-verschachtelt",
    stage=Stage.FILE,
    why="So tiefe Schachtelungen kommen in keinem Eintrag vor und können die Prüfung lahmlegen.",
    fix="Prüfen Sie Klammern und Einrückung dieser Stelle.",
    good='results: ["120 Fahrten im Monat (2024)."]',
    bad='results: [[[[[[[[[[[["120 Fahrten"]]]]]]]]]]]]',
)
