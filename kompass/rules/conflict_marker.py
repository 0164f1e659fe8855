"""A merge conflict was not resolved."""

from __future__ import annotations

from kompass.rules.rule import EXAMPLES, Rule, Stage

RULE = Rule(
    name="konfliktmarkierung",
    stage=Stage.FILE,
    why="Hier stehen zwei Fassungen nebeneinander, und keine ist gewählt.",
    fix=("Behalten Sie die richtige Fassung, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."),
    good=EXAMPLES + "[]\n",
    bad=EXAMPLES + "<<<<<<< HEAD\n[]\n=======\n[]\n>>>>>>> neue-fassung\n",
)
