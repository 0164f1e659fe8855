"""A data file holds nothing."""

from __future__ import annotations

from kompass.rules.rule import EXAMPLES, Rule, Stage

RULE = Rule(
    name="leere-datei",
    stage=Stage.FILE,
    why="Eine leere Datei ist meist ein Versehen beim Speichern.",
    fix=("Holen Sie die letzte Fassung zurück. Soll es wirklich keine Einträge geben, schreiben Sie [] in die zweite Zeile."),
    good=EXAMPLES + "[]\n",
    bad=EXAMPLES,
)
