"""A text contains characters that nobody can see."""

from __future__ import annotations

import re

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown

JOINER = "\u2060"
INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2061-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
    f"|(?<!-){JOINER}"
)


def inspect(text: str) -> Finding | None:
    """Return the first invisible or direction-changing character; a word joiner may follow a hyphen."""
    match = INVISIBLE.search(text)
    if not match:
        return None
    around = text[max(0, match.start() - 15) : match.end() + 15]
    return Finding(f"Der Text enthält das unsichtbare Zeichen U+{ord(match[0]):04X}: {shown(around)}.")


RULE = Rule(
    name=RuleName.INVISIBLE_CHARACTERS,
    stage=Stage.TEXT,
    why="Unsichtbare Zeichen stören Suche und Vorlesen und können Texte verfälschen.",
    fix="Löschen Sie das Zeichen, am einfachsten, indem Sie das Wort neu tippen.",
    good="effort: Zwei Stunden je Woche",
    bad='effort: "Zwei\\u200BStunden je Woche"',
    inspect=inspect,
)
