"""A text is too short to say anything."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="text-zu-kurz",
    stage=Stage.SHAPE,
    why="Ein so kurzer Text hilft niemandem weiter.",
    fix="Schreiben Sie wenigstens einen ganzen Satz.",
    good="lesson: |\n  Reden Sie zuerst mit denen, die fahren sollen.",
    bad="lesson: Viel Erfolg!",
)
