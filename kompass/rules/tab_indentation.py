"""A line is indented with a tab."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="tabulator",
    stage=Stage.FILE,
    why="YAML erlaubt zum Einrücken nur Leerzeichen.",
    fix="Ersetzen Sie den Tabulator durch zwei Leerzeichen je Ebene.",
    good="transfer:\n  - Beim Kreis nachfragen.\n  - Eine Linie erproben.",
    bad="transfer:\n\t- Beim Kreis nachfragen.\n\t- Eine Linie erproben.",
)
