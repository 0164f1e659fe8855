"""A picture in a page has no alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.pictures import pictures
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each picture that is not marked as mere decoration and says nothing to those who cannot see it."""
    for picture in pictures(inventory):
        if not picture.text and not picture.is_decorative:
            message = f"Das Bild {shown(picture.address)} hat keinen Alternativtext."
            yield Problem(
                picture.page,
                picture.line,
                picture.column,
                RuleName.PICTURE_WITHOUT_TEXT,
                message,
                subject=RuleName.PICTURE_WITHOUT_TEXT,
            )


RULE = Rule(
    name=RuleName.PICTURE_WITHOUT_TEXT,
    stage=Stage.MEANING,
    why="Wer das Bild nicht sieht, erfährt sonst nicht, was es zeigt.",
    fix="Schreiben Sie zwischen die eckigen Klammern, was auf dem Bild zu sehen ist: ![Zwei Frauen vor dem Bürgerbus](bus.jpg).",
    check=check,
)
