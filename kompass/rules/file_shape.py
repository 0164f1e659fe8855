"""The top level of a file is not the list (or the lists) it must be."""

from __future__ import annotations

from kompass.rules.rule import EXAMPLES, Rule, Stage

RULE = Rule(
    name="falsche-grundform",
    stage=Stage.FILE,
    why="Nur in der vorgesehenen Grundform werden Einträge gefunden.",
    fix="Vergleichen Sie den Anfang der Datei mit einer anderen Datei in data/.",
    good=EXAMPLES + "[]\n",
    bad=EXAMPLES + "buergerbus: Ein Bus, den alle rufen können\n",
)
