"""Widths of table columns from the text in them: no column is narrower than its longest word, so no word is broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kompass.downloads.letters import longest_word, width
from kompass.downloads.outline import Entry, Grid, shown
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

CELL_PROMPTS = {
    FieldType.CHOICE: "wählen",
    FieldType.LIGHT: "wählen",
    FieldType.DATE: "Datum",
    FieldType.NUMBER: "0",
    FieldType.EURO: "0\u00a0€",
    FieldType.PERCENT: "0\u00a0%",
}
"""What stands in an empty cell, as short as it can be; figures are figures, so that a sum over them can be worked out."""
OPEN = "…"
"""What stands in an empty cell that takes any text."""
UNWORKED = "F9"
"""What stands in the cell of a sum that nobody has worked out yet: the key that does it in Word and LibreOffice."""
SLACK = 2.0
"""Points by which programs differ when they set the same word."""
SMALLEST = 7.0
"""Points; smaller type is not readable on paper."""


@dataclass(frozen=True)
class Columns:
    """How a table is set: the widths of its columns and the size of its type, all in points."""

    widths: tuple[float, ...]
    size: float


def cell_prompt(column: Entry) -> str:
    """Return what stands in an empty cell of a column."""
    return CELL_PROMPTS.get(column.type, OPEN)


def set_columns(grid: Grid, room: float, size: float, padding: float) -> Columns:
    """Return widths that fill `room`, in type of `size` or as much smaller as the longest words demand; all in points.

    `padding` is what a cell leaves free on its left and right together.
    """
    while size > SMALLEST and sum(narrowest(grid, size, padding)) > room:
        size -= 0.5
    return Columns(share(room, [column.width for column in grid.columns], narrowest(grid, size, padding)), size)


def narrowest(grid: Grid, size: float, padding: float) -> list[float]:
    """Return for each column the width in points that its longest word needs."""
    found = []
    for place, column in enumerate(grid.columns):
        texts = [shown(column.type, row[place]) for row in grid.rows if row[place] is not None]
        plain = [*texts, *column.options, *(LIGHTS if column.type == FieldType.LIGHT else ()), cell_prompt(column)]
        bold = [column.label, *(texts if place == 0 else ()), *_footer(grid, place)]
        whole = [width(text, size) for text in texts if column.is_numeric or column.type == FieldType.DATE]
        parts = [longest_word(text, size) for text in plain] + [longest_word(text, size, bold=True) for text in bold]
        least = max(whole + parts)
        found.append(least + padding + SLACK)
    return found


def _footer(grid: Grid, place: int) -> list[str]:
    if not grid.footer:
        return []
    text = shown(grid.columns[place].type, grid.footer[place])
    return [text or grid.footer_label] if place == 0 else [text or UNWORKED]


def share(room: float, weights: Sequence[int], least: Sequence[float]) -> tuple[float, ...]:
    """Share `room` by weight, but give everyone at least what it needs; if that is too much, by need."""
    if sum(least) >= room:
        return tuple(room * need / sum(least) for need in least)
    fixed: dict[int, float] = {}
    while True:
        free = room - sum(fixed.values())
        total = sum(weight for place, weight in enumerate(weights) if place not in fixed)
        short = {
            place: least[place]
            for place, weight in enumerate(weights)
            if place not in fixed and free * weight / total < least[place]
        }
        if not short:
            return tuple(fixed.get(place, free * weight / total) for place, weight in enumerate(weights))
        fixed |= short


WIDEST_LABELS = {False: 0.3, True: 0.36}
"""Part of the width of a form that its labels take: always, or at most where a document has to fit on one page."""


def label_width(entries: Sequence[Entry], room: float, size: float, *, is_compact: bool) -> float:
    """Return how wide the labels of a form are without padding, in points: no word is broken, short ones take less."""
    most = room * WIDEST_LABELS[is_compact]
    longest = max(longest_word(entry.label, size, bold=True) for entry in entries) + SLACK
    if not is_compact:
        return max(most, longest)
    return max(longest, min(most, max(width(entry.label, size, bold=True) for entry in entries) + SLACK))
