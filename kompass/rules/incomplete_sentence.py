"""A text that should be a sentence does not end like one, or a heading does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript, Passage
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option
from kompass.wording import shown

ENDS = ".!?:…"
CLOSING = "“”\")]»’'"


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each text that ends in the wrong way."""
    for passage in manuscript.passages:
        if message := _judge(passage):
            yield manuscript.entry.problem(RuleName.INCOMPLETE_SENTENCE, message, passage.path)


def _judge(passage: Passage) -> str:
    text = passage.text.rstrip()
    end = text.rstrip(CLOSING)[-1:]
    if passage.form == "prose":
        return "" if passage.name in _fields("letters") else _judge_prose(text)
    if passage.name in _fields("sentences"):
        return "" if end in ENDS else f"Hier fehlt das Satzende: {shown(text[-40:])}."
    if passage.name in _fields("questions"):
        return "" if end == "?" else "Hier gehört eine Frage hin, sie endet mit einem Fragezeichen."
    if passage.path in _headings() and text.endswith((".", ":")) and not text.endswith(("e. V.", "Co.", "etc.")):
        return f"Eine Überschrift endet ohne Punkt: {shown(text)}."
    return ""


def _judge_prose(text: str) -> str:
    for paragraph in text.split("\n\n"):
        last = paragraph.rstrip()
        if last and last.rstrip(CLOSING)[-1:] not in ENDS:
            return f"Der Absatz endet ohne Satzzeichen: {shown(last[-40:])}."
    return ""


@cache
def _fields(group: str) -> frozenset[str]:
    return frozenset(option(RuleName.INCOMPLETE_SENTENCE, group))


@cache
def _headings() -> frozenset[tuple[str, ...]]:
    return frozenset((name,) for name in option(RuleName.INCOMPLETE_SENTENCE, "headings"))


RULE = Rule(
    name=RuleName.INCOMPLETE_SENTENCE,
    stage=Stage.WORDING,
    why="Ganze Sätze lassen sich vorlesen und zitieren; ein fehlender Punkt verrät oft einen abgebrochenen Satz.",
    fix="Schreiben Sie den Satz zu Ende und setzen Sie das Satzzeichen; Überschriften stehen ohne Punkt.",
    good="lesson: Reden Sie zuerst mit allen, die fahren sollen.",
    bad="lesson: Reden Sie zuerst mit allen, die fahren",
    review=review,
)
