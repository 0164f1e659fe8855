"""A text contains letters that are put together from two characters."""

from __future__ import annotations

import unicodedata

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown


def inspect(text: str) -> Finding | None:
    """Return the first word that is not in the composed form NFC."""
    if unicodedata.is_normalized("NFC", text):
        return None
    word = next((part for part in text.split() if not unicodedata.is_normalized("NFC", part)), text)
    return Finding(
        f"Umlaute oder Akzente sind hier aus zwei Zeichen zusammengesetzt: {shown(unicodedata.normalize('NFC', word))}."
    )


RULE = Rule(
    name=RuleName.DECOMPOSED_LETTERS,
    stage=Stage.TEXT,
    why="Zusammengesetzte Umlaute sehen richtig aus, werden aber nicht gefunden. Sie entstehen beim Kopieren aus PDF.",
    fix="Tippen Sie das Wort neu.",
    good="effort: Für alle zwei Stunden",
    bad='effort: "Fu\\u0308r alle zwei Stunden"',
    inspect=inspect,
)
