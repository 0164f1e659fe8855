"""A text uses an abbreviation that neither the entry nor the glossary explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option
from kompass.wording import shown

ABBREVIATION = re.compile(r"(?<![\w.])[A-ZÄÖÜ][a-zäöü]{0,2}[A-ZÄÖÜ][A-Za-zÄÖÜ]*[0-9]*(?!\w)")


def review(manuscript: Manuscript, inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at the first use of each such abbreviation in an entry."""
    if inventory.open_kinds:  # every title may explain one
        return
    seen: set[str] = set()
    for passage in manuscript.passages:
        for match in ABBREVIATION.finditer(passage.unquoted):
            word = match[0].removesuffix("s") if match[0][:-1].isupper() else match[0]
            if word in seen or not _is_abbreviation(word) or word in _known() or word in inventory.explained:
                continue
            seen.add(word)
            if not _is_explained(word, manuscript):
                yield manuscript.entry.problem(
                    RuleName.UNEXPLAINED_ABBREVIATION, f"Die Abkürzung {shown(word)} ist nirgends erklärt.", passage.path
                )


def _is_abbreviation(word: str) -> bool:
    """Tell abbreviations from names with a capital inside: at least half of the letters are capitals, or it is a state law."""
    letters = [char for char in word if char.isalpha()]
    return word.startswith("Bbg") or 2 * sum(char.isupper() for char in letters) >= len(letters)


def _is_explained(word: str, manuscript: Manuscript) -> bool:
    everything = " ".join(text for path, text in manuscript.entry.texts() if path[0] != "sources")
    return any(sign.format(word) in everything for sign in ("({}", "-{})", "{} (", "kurz {}", "{} steht für"))


@cache
def _known() -> frozenset[str]:
    return frozenset(
        [*option(RuleName.UNEXPLAINED_ABBREVIATION, "known"), *option(RuleName.UNEXPLAINED_ABBREVIATION, "proper_names")]
    )


RULE = Rule(
    name=RuleName.UNEXPLAINED_ABBREVIATION,
    stage=Stage.WORDING,
    why="Wer die Abkürzung nicht kennt, versteht den Satz nicht und findet auch keine Erklärung.",
    fix="Schreiben Sie die Wörter aus, setzen Sie die Abkürzung in Klammern dahinter, oder legen Sie einen Glossareintrag an.",
    good="lesson: Fragen Sie zuerst beim Verkehrsverbund (VXB) nach.",
    bad="lesson: Fragen Sie zuerst beim VXB nach.",
    review=review,
)
