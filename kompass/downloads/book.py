"""What a workbook is before a writer turns it into XLSX or ODS: cells with their place, names, checks and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from kompass.downloads.outline import Entry
from kompass.model.vocabulary import FieldType

INSTRUCTIONS = "Anleitung"
LISTS = "Listen"
LIGHTS = ("grün", "gelb", "rot")
ROOM = 200
"""Rows below a table that sums, names and checks reach over, so that what is written there counts."""

NUMERIC = {FieldType.NUMBER, FieldType.EURO, FieldType.PERCENT}
BOLD = {"title", "strong", "notice", "label", "head", "head_number", "head_bar", "first", "footer", "year"}
FILLS = {
    "input": "field",
    "first": "field",
    "notice": "field",
    "computed": "computed",
    "check": "computed",
    "footer": "computed",
    "head": "head",
    "head_number": "head",
    "head_bar": "head",
}
"""Role of a cell: role of its fill in the table of looks."""
COLOURS = {"title": "title", "strong": "heading", "help": "help", "aside": "help", "note": "help", "year": "heading"}
SIZES = {"title": 16.0, "help": 9.0, "aside": 9.0, "note": 9.0, "head_bar": 8.0, "bar": 8.0}
SIZE = 10.0
INDENTED = {"input", "computed", "check", "head", "aside", "note"}
RULED = {"input", "first", "computed", "check", "footer", "label", "bar"}
OVERFLOWING = {"title", "aside"}
"""Roles whose text runs on over the empty cells beside it instead of wrapping."""


class Dialect(Protocol):
    """How a spreadsheet format writes references."""

    separator: str

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""

    def beside(self, table: str, head: str, row: int, column: int) -> str:
        """Return the cell under `head` in the same row of a table."""


Formula = Callable[[Dialect], str]


@dataclass
class Cell:
    """What stands in a cell; `style` is its role. `calculate` gives the formula; `value` is then its result."""

    value: Any = None
    style: str = "text"
    type: FieldType = FieldType.LINE
    calculate: Formula | None = None
    span: int = 1

    @property
    def alignment(self) -> str:
        """Where the content stands: start, end or center."""
        if "bar" in self.style:
            return "center"
        is_figure = self.type in NUMERIC and self.style != "label"
        return "end" if is_figure or self.style in {"head_number", "year"} else "start"


@dataclass(frozen=True)
class Choice:
    """Cells of a column that accept only certain values, or that work themselves out and should be left alone."""

    entry: Entry
    column: int
    first: int
    last: int


@dataclass(frozen=True)
class Mark:
    """Cells whose look follows their content: `style` where `condition`, written for the first cell, holds."""

    style: str
    first: tuple[int, int]
    last: tuple[int, int]
    condition: Formula


@dataclass(frozen=True)
class Area:
    """A table: its name, the row of its head, the last row that was prepared, and its heads."""

    name: str
    head: int
    last: int
    heads: tuple[str, ...]
    formulas: tuple[Formula | None, ...]


@dataclass(frozen=True)
class Picture:
    """Stacked columns: one series per row, from the cells of `columns`; `head` holds the names of the columns."""

    title: str
    head: int
    rows: tuple[int, ...]
    columns: tuple[int, int]
    anchor: int
    """The row at whose left end it stands."""


@dataclass
class Sheet:
    """A sheet; rows and columns count from 1, widths and heights are points.

    Every row has a height, measured from its text. Only those in `fixed` keep it; the others grow with what people write.
    """

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    widths: list[float] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)
    choices: list[Choice] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    area: Area | None = None
    picture: Picture | None = None
    head_row: int = 0
    frozen_columns: int = 1
    last_row: int = 0
    is_upright: bool = False
    is_hidden: bool = False
    is_one_page: bool = False

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.widths)


@dataclass
class Book:
    """All sheets, and the names of cells and columns: name to (sheet, first row, last row, column)."""

    sheets: list[Sheet] = field(default_factory=list)
    names: dict[str, tuple[str, int, int, int]] = field(default_factory=dict)
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)
    """Allowed answers: name of the cells that hold them."""

    def list_name(self, entry: Entry) -> str:
        """Return the name of the cells with the answers of `entry`."""
        return entry.options_from or self.lists[options_of(entry)]


def options_of(entry: Entry) -> tuple[str, ...]:
    """Return the answers that a cell accepts."""
    if entry.type == FieldType.LIGHT:
        return LIGHTS
    return ("ja", "nein") if entry.type == FieldType.CHECK else entry.options


def limits(entry: Entry) -> tuple[float, float]:
    """Return the smallest and the largest number that a cell accepts."""
    is_share = entry.type == FieldType.PERCENT
    low = entry.low if entry.low is not None else 0 if is_share else -1_000_000_000
    return low, entry.high if entry.high is not None else 10 if is_share else 1_000_000_000


def prompt(entry: Entry) -> tuple[str, str]:
    """Return title and text of the note that a program shows beside a cell, each empty where nothing is to be said."""
    if entry.formula:
        return "Rechnet von selbst", "Bitte nicht überschreiben."
    if not entry.help and entry.type == FieldType.DATE:
        return entry.label[:32], "Tag.Monat.Jahr, z. B. 01.03.2027."
    return (entry.label[:32], entry.help[:255]) if entry.help else ("", "")
