"""A sentence has more words than one can keep in mind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option
from kompass.wording import shown

SENTENCE_END = re.compile(r"(?<=[.!?:])[“”)]*\s+(?=[A-ZÄÖÜ„0-9])|\n")
SHORTEST_WORD = 3


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each text with such a sentence, for its longest one; a list after a colon counts by itself."""
    most = int(option(RuleName.LONG_SENTENCE, "words"))
    for passage in manuscript.passages:
        if len(passage.text) < most * SHORTEST_WORD:
            continue
        longest = max(SENTENCE_END.split(passage.text), key=_words)
        if (count := _words(longest)) > most:
            yield manuscript.entry.problem(RuleName.LONG_SENTENCE, f"Der Satz {shown(longest)} hat {count} Wörter.", passage.path)


def _words(sentence: str) -> int:
    return sentence.count(" ") + 1


RULE = Rule(
    name=RuleName.LONG_SENTENCE,
    stage=Stage.WORDING,
    why="Lange Sätze liest man zweimal oder gar nicht.",
    fix="Machen Sie zwei Sätze daraus.",
    good="lesson: Reden Sie zuerst mit allen, die fahren sollen. Rechnen Sie danach.",
    bad="lesson: Reden Sie zuerst mit allen, die im Ort fahren sollen und wollen, und danach mit denen, die mitfahren, "
    "bevor Sie mit dem Kreis und mit der Kasse rechnen und den Beschluss im Ausschuss auf den Weg bringen.",
    review=review,
)
