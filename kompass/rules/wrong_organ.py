"""A text calls the elected body of a municipality by a name that Brandenburg does not know."""

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
from kompass.rules.wordlist import find_words
from kompass.wording import shown

COUNCIL = re.compile(
    r"\b(?:der|dem|den|des|im|vom|beim|zum|einen|unser\w*) Rat(?:e?s)?\b(?! (?:für|der EU|der Europäischen)\b)"
    r"|\bRat und (?:Bevölkerung|Kämmerei|Öffentlichkeit|Verwaltung)\b|\b(?:Kämmerei|Verwaltung) und Rat\b"
)
"""„Rat“ with an article or beside the administration is the body, alone it is advice; councils with a name of their own stay."""


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each wrong name, unless the text speaks of a place in another state."""
    hits = [(path, found) for path, found, _ in find_words(RuleName.WRONG_ORGAN, manuscript)]
    if "Rat" in manuscript.text:
        hits += [(one.path, match[0]) for one in manuscript.passages for match in COUNCIL.finditer(one.unquoted)]
    elsewhere = {one.path for one in manuscript.passages if _other_states().search(one.text)} if hits else set()
    for path, found in hits:
        if path not in elsewhere:
            yield manuscript.entry.problem(RuleName.WRONG_ORGAN, f"{shown(found)} heißt in Brandenburg anders.", path)


@cache
def _other_states() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in option(RuleName.WRONG_ORGAN, "elsewhere")))


RULE = Rule(
    name=RuleName.WRONG_ORGAN,
    stage=Stage.WORDING,
    why="In Brandenburg heißt das Organ Gemeindevertretung, Stadtverordnetenversammlung, Amtsausschuss oder Kreistag.",
    fix="Schreiben Sie Gemeindevertretung oder Stadtverordnetenversammlung; für alle zusammen genügt „Vertretung“.",
    good="lesson: Zeigen Sie der Gemeindevertretung zuerst den Preis.",
    bad="lesson: Zeigen Sie dem Rat zuerst den Preis.",
    review=review,
)
