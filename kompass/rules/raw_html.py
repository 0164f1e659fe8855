"""A text contains HTML."""

from __future__ import annotations

import re

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown

HTML = re.compile(r"<[A-Za-z/!?][^<]{0,60}|&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def inspect(text: str) -> Finding | None:
    """Return the first HTML tag or entity."""
    match = HTML.search(text)
    return Finding(f"Der Text enthält HTML: {shown(match[0])}.") if match else None


RULE = Rule(
    name=RuleName.RAW_HTML,
    stage=Stage.TEXT,
    why="Texte werden so gezeigt, wie sie dastehen; HTML stünde wörtlich auf der Seite.",
    fix="Schreiben Sie den Text ohne HTML. Ein Kleiner-Zeichen vor einem Wort ersetzen Sie durch „weniger als“.",
    good="effort: Weniger als zwei Stunden",
    bad="effort: <b>Zwei</b> Stunden",
    inspect=inspect,
)
