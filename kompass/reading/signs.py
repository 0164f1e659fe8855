"""Signs that word processors and hurried fingers put where YAML wants plain ones: found with their own line, and mended."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kompass.reading.longtext import is_content
from kompass.wording import shown

SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
HINT = re.compile(
    rb"^ *(?:[\xc2\xe2\xef*]|-[^- \n])|^ *(?:- )?[a-z_]+(?:\xef|:[\xc2\xe2\xe3]|: *\xe2\x80[\x9c\x9d])", re.MULTILINE
)
"""What only few lines begin with: without it in a file nothing else is looked for."""


@dataclass(frozen=True)
class Sign:
    """One wrong sign: its place (from 1), what to say, and the line as it should be."""

    line: int
    column: int
    message: str
    mended: str


def _mark(match: re.Match[str]) -> str:
    return f"Statt {shown(match[2])} muss am Anfang eines Listenpunkts ein Bindestrich mit Leerzeichen stehen."


SLIPS: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"( *)([–—―•·‣▪●○◦*‐‑−])[ {SPACES}]+(?=\S)"), r"\1- ", _mark),
    (
        re.compile(rf"( *)-( *[{SPACES}][ {SPACES}]*)(?=\S)"),
        r"\1- ",
        lambda _: "Nach dem Strich steht ein besonderes Leerzeichen.",
    ),
    (re.compile(r"( *)(-)(?=[^\W\d_])"), r"\1- ", lambda _: "Nach dem Strich fehlt ein Leerzeichen."),
    (
        re.compile(rf"( *(?:- )?[a-z_]+)(：)[ {SPACES}]*"),
        r"\1: ",
        lambda _: "Statt „：“ muss nach dem Feldnamen ein einfacher Doppelpunkt stehen.",
    ),
    (
        re.compile(rf"( *(?:- )?[a-z_]+):( *[{SPACES}][ {SPACES}]*)"),
        r"\1: ",
        lambda _: "Nach dem Doppelpunkt steht ein besonderes Leerzeichen.",
    ),
    (
        re.compile(r'( *(?:- )?(?:[a-z_]+: +)?)([“”])([^“”"]*)[“”] *$'),
        r'\1"\3"',
        lambda _: "Hier stehen typografische Anführungszeichen aus Word statt gerader.",
    ),
)


def find(text: str) -> Iterator[Sign]:
    """Yield the wrong signs of a text that are not part of a longer text, the first of each line."""
    lines = text.split("\n")
    for number, (line, within) in enumerate(zip(lines, is_content(lines), strict=True)):
        if within:
            continue
        for pattern, plain, tell in SLIPS:
            if match := pattern.match(line):
                yield Sign(number + 1, match.start(2) + 1, tell(match), match.expand(plain) + line[match.end() :])
                break


def mend(text: str, signs: list[Sign]) -> str:
    """Return the text with these signs put right."""
    lines = text.split("\n")
    for sign in signs:
        lines[sign.line - 1] = sign.mended
    return "\n".join(lines)
