"""A text was meant to be filled in later."""

from __future__ import annotations

import re

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown

HINTS = ("todo", "tbd", "xxx", "fixme", "lorem ipsum", "platzhalter", "hier text", "???")
PLACEHOLDER = re.compile(
    r"\b(?:TODO|Todo|todo|TBD|tbd|XXX+|FIXME|Fixme)\b|(?i:lorem ipsum)|\bPlatzhalter(?:text)?\b|(?i:\bhier text\b)|\?\?\?"
)


def inspect(text: str) -> Finding | None:
    """Return the first placeholder; look for plain words first, for that is many times faster."""
    folded = text.lower()
    if not any(hint in folded for hint in HINTS):
        return None
    match = PLACEHOLDER.search(text)
    return Finding(f"Hier steht noch ein Platzhalter: {shown(match[0])}.") if match else None


RULE = Rule(
    name=RuleName.PLACEHOLDER,
    stage=Stage.TEXT,
    why="Platzhalter gehen sonst unbemerkt online.",
    fix="Schreiben Sie den Text fertig, oder löschen Sie das Feld.",
    good="effort: Zwei Stunden je Woche",
    bad="effort: TODO Aufwand erfragen",
    inspect=inspect,
)
