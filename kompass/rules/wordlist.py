"""Find the words and phrases of a rule's list in a manuscript: look at all of it at once, and closer only if there is a hit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kompass.reading.inventory import ValuePath
from kompass.rule_names import RuleName
from kompass.rules.manuscript import WORD, Manuscript, Passage
from kompass.rules.settings import option

Hit = tuple[ValuePath, str, str]
"""Path of the text, the word as it stands there, and what to write instead."""


def find_words(rule: RuleName, manuscript: Manuscript) -> Iterator[Hit]:
    """Yield the words of the rule's `words` outside of quotation marks; upper and lower case do not matter."""
    if manuscript.folded_words.isdisjoint(listed := _words(rule)):
        return
    for passage in manuscript.passages:
        for match in WORD.finditer(passage.unquoted):
            if (word := match[0].lower()) in listed:
                yield passage.path, match[0], listed[word]


def find_phrases(rule: RuleName, manuscript: Manuscript) -> Iterator[Hit]:
    """Yield the phrases of the rule's `phrases`, which may end in the middle of a word, outside of quotation marks."""
    for phrase, instead in _phrases(rule).items():
        if phrase in manuscript.folded:
            yield from ((passage.path, found, instead) for passage in manuscript.passages if (found := _found(passage, phrase)))


def _found(passage: Passage, phrase: str) -> str:
    match = re.search(rf"\b{re.escape(phrase)}\w*", passage.unquoted, re.IGNORECASE)
    return match[0] if match else ""


@cache
def _words(rule: RuleName) -> dict[str, str]:
    return dict(option(rule, "words"))


@cache
def _phrases(rule: RuleName) -> dict[str, str]:
    phrases = option(rule, "phrases")
    return dict(phrases) if isinstance(phrases, dict) else dict.fromkeys(phrases, "")
