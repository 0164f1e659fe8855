"""A text uses words of officialese for which there are shorter ones."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.wordlist import find_phrases, find_words
from kompass.wording import shown


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each text with such a word, with what to write instead."""
    for path, found, instead in [*find_words(RuleName.OFFICIALESE, manuscript), *find_phrases(RuleName.OFFICIALESE, manuscript)]:
        fix = f"Schreiben Sie es einfacher, zum Beispiel mit: {instead}."
        yield manuscript.entry.problem(RuleName.OFFICIALESE, f"Amtsdeutsch: {shown(found)}.", path, fix=fix)


RULE = Rule(
    name=RuleName.OFFICIALESE,
    stage=Stage.WORDING,
    why="Kurze, alltägliche Wörter verstehen alle, auch wer wenig Zeit hat oder Deutsch als zweite Sprache spricht.",
    fix="Nehmen Sie ein Tätigkeitswort oder ein kürzeres Verhältniswort.",
    good="lesson: Reden Sie zuerst mit allen, die fahren sollen.",
    bad="lesson: Klären Sie hinsichtlich der Fahrten alles zuerst.",
    review=review,
)
