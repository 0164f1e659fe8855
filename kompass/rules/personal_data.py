"""A text holds the mail address or telephone number of a person."""

from __future__ import annotations

import re
from functools import cache

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.rules.settings import option

MAIL = re.compile(r"(?<![:/\w.+-])([\w.+-]{1,64})(?:@|\s?\(at\)\s?|\s?\[at\]\s?)([\w-]{1,63}(?:\.[\w-]{1,63})+)")
HINT = re.compile(r"0[ /()-]{0,3}[1-9][0-9]{1,4}[ /()-]{0,3}[0-9]")
"""Something like the beginning of a number: found much faster than a whole one."""

PHONE = re.compile(r"(?:\+49|(?<![\w/.,-])0(?:049)?)[ /()-]{0,3}[1-9][0-9]{1,4}[ /()-]{1,3}[0-9](?:[ -]?[0-9]){2,10}(?![\w/])")
MOBILE = re.compile(r"(?:\+49 ?|(?<![\w/.,-])0(?:049 ?)?)1[567][0-9][ /-]?[0-9](?:[ -]?[0-9]){5,9}(?![\w/])")


def inspect(text: str) -> Finding | None:
    """Return that there is such an address; it is not repeated in the message, which may be published."""
    if ("@" in text or "at)" in text or "at]" in text) and any(
        match[1].lower() not in _offices() for match in MAIL.finditer(text)
    ):
        return Finding("Hier steht die Mailadresse einer Person.")
    if ("+49" in text or HINT.search(text)) and (MOBILE.search(text) or PHONE.search(text)):
        return Finding("Hier steht eine Telefonnummer.")
    return None


@cache
def _offices() -> frozenset[str]:
    return frozenset(option(RuleName.PERSONAL_DATA, "offices"))


RULE = Rule(
    name=RuleName.PERSONAL_DATA,
    stage=Stage.MEANING,
    why="Die Daten sind offen und werden kopiert; persönliche Anschriften lassen sich nicht zurückholen und veralten schnell.",
    fix="Löschen Sie die Angabe und verweisen Sie auf die Kontaktseite der Stelle.",
    good="effort: Fragen beantwortet die Stelle unter info@gemeinde.example",
    bad="effort: Fragen beantwortet maria.muster@gemeinde.example",
    inspect=inspect,
)
