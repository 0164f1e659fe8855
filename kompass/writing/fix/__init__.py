"""Put a data file in order as far as that needs no judgement: characters, quotes, dates, order. Comments stay where they belong.

Each step is undone if the file then says anything else than before. Running it again changes nothing more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from kompass.model import DataFile
from kompass.reading.positions import Tree
from kompass.writing.fix.characters import decode, fix_characters, fix_layout, fix_schema_line, fix_signs
from kompass.writing.fix.lines import fix_lines
from kompass.writing.fix.order import fix_order
from kompass.writing.fix.values import normal

Step = Callable[[str, DataFile], str]
STEPS: tuple[Step, ...] = (fix_characters, fix_signs, fix_schema_line, fix_lines, fix_order, fix_layout)
ROUNDS = 4


def fix(content: bytes, file: DataFile) -> bytes:
    """Return the content of a data file put in order; what cannot be read as text comes back as it is."""
    text = decode(content)
    if text is None:
        return content
    for _ in range(ROUNDS):
        before = text
        for step in STEPS:
            text = _safely(step, text, file)
        if text == before:
            break
    return text.encode("utf-8")


def _safely(step: Step, text: str, file: DataFile) -> str:
    """Return what `step` makes of the text, or the text itself if it would then be harder to read or say something else."""
    changed = step(text, file)
    if changed == text:
        return text
    (count, value), (count_after, value_after) = _read(text), _read(changed)
    if count_after > count or (count == 0 and normal(value) != normal(value_after)):
        return text
    return changed if _comments(text) <= _comments(changed) or step is fix_schema_line else text


def _read(text: str) -> tuple[int, Any]:
    """Return the number of problems of reading, and the values."""
    problems: list[str] = []
    tree = Tree(lambda rule, *_: problems.append(rule) if rule != "mehrdeutiger-wert" else None)
    errors = list(tree.read(text.encode("utf-8")))
    return len(problems) + len(errors), tree.root


def _comments(text: str) -> Counter[str]:
    """Return the lines that are comments, wherever they stand."""
    return Counter(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))
