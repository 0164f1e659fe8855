"""The tokens of the style sheets are what the sheets use, and nothing on the screen is smaller than the smallest of them."""

import re
from pathlib import Path

SHEETS = Path(__file__).parents[2] / "docs" / "stylesheets"
TOKENS = (SHEETS / "tokens.css").read_text(encoding="utf-8")
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.css"))}
SMALLEST = 0.7  # rem: 14 px
DECLARED = re.compile(r"^\s*(--kompass-[\w-]+):", re.M)


def test_every_token_is_used():
    declared = set(DECLARED.findall(TOKENS))
    used = {name for text in TEXTS.values() for name in re.findall(r"var\((--kompass-[\w-]+)", text)}
    assert declared - used == set()
    assert len(declared) > 40


def test_every_token_that_is_used_is_declared():
    declared = {name for text in TEXTS.values() for name in DECLARED.findall(text)}
    used = {name for text in TEXTS.values() for name in re.findall(r"var\((--kompass-[\w-]+)\)", text)}
    assert used - declared == set()


def test_distances_come_from_the_steps_of_space():
    """At least half of them; the rest are sizes between two steps that a change would show."""
    steps = sum(text.count("var(--kompass-space-") for text in TEXTS.values())
    raw = sum(
        len(re.findall(r"(?<![\w.-])\d*\.?\d+rem", value))
        for name, text in TEXTS.items()
        if name not in {"tokens.css", "print.css"}
        for value in re.findall(r"\b(?:margin|padding|gap)[\w-]*:\s*([^;{}]*)", text)
    )
    assert steps > raw


def test_no_text_is_smaller_than_the_smallest_size():
    small = [
        f"{name}: {size}rem"
        for name, text in TEXTS.items()
        for size in re.findall(r"font-size:\s*(\d*\.?\d+)rem", text)
        if float(size) < SMALLEST
    ]
    assert small == []


def test_paper_has_three_sizes_of_its_own():
    assert len(re.findall(r"--kompass-print-\w+: 0\.\d+rem", TOKENS)) == 3
