"""Tell which lines of a file belong to a longer text: signs in them mean nothing to YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCK = re.compile(r"[:-]\s+[|>][-+0-9]*\s*(?:#.*)?$")
OPEN_DOUBLE = re.compile(r'(?:^|[:\-,\[][ ])"(?:[^"\\]|\\.)*$')
CLOSED = re.compile(r'^(?:[^"\\]|\\.)*"')


def is_content(lines: list[str]) -> list[bool]:
    """Tell for each line whether it is inside a text of several lines."""
    return list(_inside(lines))


def _inside(lines: list[str]) -> Iterator[bool]:
    block, quoted = -1, False
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if quoted:
            yield True
            quoted = not CLOSED.match(line)
            continue
        if block >= 0 and (not line.strip() or indent > block):
            yield True
            continue
        yield False
        block, quoted = -1, False
        if not line.lstrip().startswith("#"):
            block = _anchor(line) if BLOCK.search(line) else -1
            quoted = block < 0 and bool(OPEN_DOUBLE.search(line))


def _anchor(line: str) -> int:
    """Return the column that the lines of a block text must lie beyond: that of its field, or of its dash."""
    match = re.match(r"[ ]*(?:-[ ]+)*(?=[^\s-])", line)
    return match.end() if match and ":" in line[match.end() :] else len(line) - len(line.lstrip(" "))
