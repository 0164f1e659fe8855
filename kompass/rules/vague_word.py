"""A text says something vague where a number, a day or a name is called for."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.wordlist import find_words
from kompass.wording import shown


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each text with a vague word, with what readers need instead."""
    for path, found, instead in find_words(RuleName.VAGUE_WORD, manuscript):
        fix = f"Nennen Sie stattdessen: {instead}."
        yield manuscript.entry.problem(RuleName.VAGUE_WORD, f"Das Wort {shown(found)} sagt zu wenig.", path, fix=fix)


RULE = Rule(
    name=RuleName.VAGUE_WORD,
    stage=Stage.WORDING,
    why="Wer danach handeln will, braucht Zahl, Tag oder Namen.",
    fix="Sagen Sie es genauer, oder lassen Sie das Wort weg.",
    good="lesson: Fragen Sie bis zum Ende der Woche beim Kreis nach.",
    bad="lesson: Fragen Sie zeitnah beim Kreis nach.",
    review=review,
)
