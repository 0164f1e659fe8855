"""Explain a rule on the terminal: the same words as on the page of the rules."""

from __future__ import annotations

from textwrap import fill, indent

from kompass.rules import RULES, Rule
from kompass.wording import nearest

WIDTH = 100
PAGE = "mitmachen/regeln/"


def explain(name: str) -> str | None:
    """Return the explanation of a rule, or None if there is none of that name."""
    rule = RULES.get(name.strip().strip("[]").lower())
    return "\n".join(_lines(rule)) if rule else None


def list_rules() -> str:
    """Return the names of all rules with their severity."""
    width = max(map(len, RULES))
    rows = [f"  {name:<{width}}  {RULES[name].severity}" for name in sorted(RULES)]
    return "\n".join(["Diese Regeln gibt es (mehr mit: python -m kompass erklaere REGEL):", *rows])


def unknown(name: str) -> str:
    """Return what to say about a rule that does not exist."""
    guess = nearest(name, list(RULES))
    return f"Die Regel „{name}“ gibt es nicht." + (f" Meinten Sie „{guess}“?" if guess else "")


def _lines(rule: Rule) -> list[str]:
    lines = [f"{rule.name} ({rule.severity})", "", _label("Warum:  ", rule.why), _label("Lösung: ", rule.fix)]
    if rule.reason:
        lines.append(_label("Stufe:  ", rule.reason))
    if rule.bad:
        lines += ["", f"So nicht (data/{rule.file}.yml):", indent(rule.bad.rstrip("\n"), "    ")]
    if rule.good:
        lines += ["", "So:", indent(rule.good.rstrip("\n"), "    ")]
    return [*lines, "", f"Auf der Website: {PAGE}#{rule.name}"]


def _label(label: str, text: str) -> str:
    return fill(label + text, WIDTH, subsequent_indent=" " * len(label), break_on_hyphens=False)
