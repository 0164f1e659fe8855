"""A text tells a day that has passed as if it were still to come."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.mixed_spelling import MONTHS
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown

BEFORE = r"\b(?:ab|am|bis|im|zum|spätestens|Anfang|Mitte|Ende)(?: (?:zum|zur|dem|Anfang|Mitte|Ende))* "
DAY = re.compile(rf"{BEFORE}(?:(\d{{1,2}})\.(\d{{1,2}})\.(\d{{4}})|(?:({'|'.join(MONTHS)}) )?(\d{{4}}))\b", re.IGNORECASE)
TO_COME = re.compile(r"\b(?:soll|sollen|wird|werden|will|wollen|beginnt|beginnen|startet|starten|folgt|folgen)\b")
"""Words of the present tense that announce something."""
PAST = re.compile(r"\b(?:sollten?|wollten?|wurden?|waren?|hatten?)\b")
ASIDE = re.compile(r"\([^()]*\)")
SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+|\.(?=\S)[^.!?\n]*)*")


def review(manuscript: Manuscript, inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each sentence that announces something for a day before today."""
    if not (TO_COME.search(manuscript.text) and DAY.search(manuscript.text)):
        return
    for passage in manuscript.passages:
        for match in SENTENCE.finditer(ASIDE.sub(" ", passage.unquoted)):
            if PAST.search(match[0]) or not TO_COME.search(match[0]):
                continue
            days = [(found[0], _last_day(found)) for found in DAY.finditer(match[0])]
            if days and all(day is not None and day < inventory.today for _, day in days):
                message = f"{shown(days[-1][0])} ist vorbei, der Satz erzählt es als künftig."
                yield manuscript.entry.problem(RuleName.PASSED_DAY, message, passage.path)


def _last_day(found: re.Match[str]) -> date | None:
    """Return the last day that a date names; None if there is no such day."""
    day, month, year, name, bare = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day))
        number = MONTHS.index(name.capitalize()) + 1 if name else 12
        return date(int(bare), number, monthrange(int(bare), number)[1])
    except ValueError:
        return None


RULE = Rule(
    name=RuleName.PASSED_DAY,
    stage=Stage.WORDING,
    why="Wer liest, dass etwas im letzten Frühjahr beginnen soll, glaubt auch dem Rest der Seite nicht mehr.",
    fix="Sagen Sie, was daraus wurde, oder dass es keine Nachricht gibt; dann steht der Satz in der Vergangenheit.",
    good="lesson: Der Probebetrieb war für März 2020 angekündigt, Neueres ist nicht bekannt.",
    bad="lesson: Der Probebetrieb soll im März 2020 beginnen.",
    review=review,
)
