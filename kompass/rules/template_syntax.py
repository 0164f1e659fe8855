"""A text contains the syntax of page templates."""

from __future__ import annotations

import re

from kompass.rule_names import RuleName
from kompass.rules.rule import Finding, Rule, Stage
from kompass.wording import shown

TEMPLATE = re.compile(r"\{[{%#]|[}%#]\}")


def inspect(text: str) -> Finding | None:
    """Return the first pair of template brackets."""
    match = TEMPLATE.search(text)
    return Finding(f"Der Text enthält Vorlagensprache: {shown(text[match.start() :][:40])}.") if match else None


RULE = Rule(
    name=RuleName.TEMPLATE_SYNTAX,
    stage=Stage.TEXT,
    why="Solche Klammern können beim Bau der Seite als Programm ausgeführt werden.",
    fix="Schreiben Sie den Text ohne doppelte geschweifte Klammern und ohne geschweifte Klammern mit Prozentzeichen oder Raute.",
    good="effort: Zwei Stunden je Woche",
    bad='effort: "{{ stunden }} Stunden je Woche"',
    inspect=inspect,
)
