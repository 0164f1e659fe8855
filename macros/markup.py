"""Small repairs of finished HTML that no template can make: tables and blocks of code from Markdown, white space."""

from __future__ import annotations

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WRAPPED = '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">{}</div></div>'
KEPT = re.compile(r"(<(pre|textarea|script|template)\b.*?</\2>)", re.DOTALL)
BLANK = re.compile(r"\s*\n\s*")


def let_scroll(html: str) -> str:
    """Make what is wide in Markdown scroll by itself: tables without class in two wrappers, blocks of code by key as well."""
    return TABLE.sub(lambda match: WRAPPED.format(match[0]), html).replace("<pre><code>", '<pre><code tabindex="0">')


def slim(html: str) -> str:
    """Return a page with one line break in place of each run of blank lines and indents, where that changes nothing to see."""
    pieces = KEPT.split(html)  # text, kept, name of its element, text, kept, …
    return "".join(BLANK.sub("\n", piece) if number % 3 == 0 else piece for number, piece in enumerate(pieces) if number % 3 != 2)
