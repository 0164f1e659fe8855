"""A text says that something is uncertain, but the entry has no reservation."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.wordlist import find_phrases
from kompass.wording import shown


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each such text of an entry without `reservation`."""
    if manuscript.entry.fields.get("reservation"):
        return
    for path, found, _instead in find_phrases(RuleName.MISSING_RESERVATION, manuscript):
        message = f"{shown(found)} drückt Unsicherheit aus, aber der Eintrag hat keinen Vorbehalt."
        yield manuscript.entry.problem(RuleName.MISSING_RESERVATION, message, path)


RULE = Rule(
    name=RuleName.MISSING_RESERVATION,
    stage=Stage.WORDING,
    why="Was die Quellen nur halb belegen, darf auf der Seite stehen, aber nicht wie gesichert aussehen.",
    fix="Ergänzen Sie das Feld reservation mit einem Satz, was unsicher ist, oder lassen Sie die Aussage weg.",
    good="lesson: Vermutlich fahren heute mehr Menschen mit.\nreservation: Eine Zählung gibt es nicht.",
    bad="lesson: Vermutlich fahren heute mehr Menschen mit.",
    review=review,
)
