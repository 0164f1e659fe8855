"""The lower limit of a span is above the upper one."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="spanne-verkehrt",
    stage=Stage.SHAPE,
    why="Eine Spanne reicht vom kleineren zum größeren Wert.",
    fix="Vertauschen Sie die beiden Zahlen.",
    good=(
        "effort:\n"
        "  under_5000: {low: 2, high: 5}\n"
        "  to_20000: {low: 3, high: 8}\n"
        "  over_20000: {low: 5, high: 12}\n"
        "  district: {low: 8, high: 20}"
    ),
    bad=(
        "effort:\n"
        "  under_5000: {low: 5, high: 2}\n"
        "  to_20000: {low: 3, high: 8}\n"
        "  over_20000: {low: 5, high: 12}\n"
        "  district: {low: 8, high: 20}"
    ),
    file="phases",
)
