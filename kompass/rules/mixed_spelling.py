"""A text spells a word or a day in a way that the other pages do not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.wordlist import find_words
from kompass.wording import shown

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAY = re.compile(rf"\b(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{4}})\b")


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each other spelling, with the one that all pages use."""
    hits = [*find_words(RuleName.MIXED_SPELLING, manuscript), *_days(manuscript)]
    for path, found, instead in hits:
        fix = f"Schreiben Sie {shown(instead)}."
        yield manuscript.entry.problem(RuleName.MIXED_SPELLING, f"{shown(found)} schreiben wir anders.", path, fix=fix)


def _days(manuscript: Manuscript) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for passage in manuscript.passages:
        for match in DAY.finditer(passage.unquoted):
            day, month, year = match.groups()
            yield passage.path, match[0], f"{int(day):02d}.{MONTHS.index(month) + 1:02d}.{year}"


RULE = Rule(
    name=RuleName.MIXED_SPELLING,
    stage=Stage.WORDING,
    why="Wer sucht, findet sonst nur die Hälfte; und zwei Schreibweisen auf einer Seite sehen nach zwei Dingen aus.",
    fix="Nehmen Sie die Schreibweise, die auf den anderen Seiten steht.",
    good="lesson: Der Onlinedienst ist seit 01.04.2025 kostenlos.",
    bad="lesson: Der Online-Dienst hilft auch ohne Termin.",
    review=review,
)
