"""Finished HTML travels past the Markdown parser, not through it.

A macro returns blocks of HTML with headings as Markdown lines between them. Only the headings are Markdown's business;
each block is set aside under a number and put back when the page is converted. That spares the parser most of its work,
and text from data never meets Markdown at all.
"""

from __future__ import annotations

import re
from itertools import count

HEADING = re.compile(r"(?m)^(#{1,2} .*)$")
PLACE = re.compile(r'<div data-block="(\d+)"></div>')


class Blocks:
    """The blocks of one build that wait to be put back."""

    def __init__(self) -> None:
        self._blocks: dict[int, str] = {}
        self._numbers = count(1)

    def set_aside(self, drawn: str) -> str:
        """Return `drawn` with an empty element in place of everything between headings."""
        parts = HEADING.split(drawn)
        return "\n\n".join(part if HEADING.fullmatch(part) else self._keep(part) for part in parts if part.strip())

    def put_back(self, html: str) -> str:
        """Return converted `html` with the blocks in their places."""
        return PLACE.sub(lambda match: self._blocks.pop(int(match[1])), html)

    def _keep(self, block: str) -> str:
        number = next(self._numbers)
        self._blocks[number] = block.strip()
        return f'<div data-block="{number}"></div>'
