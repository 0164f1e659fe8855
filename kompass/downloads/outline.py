"""The outline of a document: what stands in it and in which order. Writers turn it into files; nothing here knows a format."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kompass.downloads.look import COMPACT_SIZES, MARGINS, PAGE, SIZES, TIGHT_MARGINS
from kompass.model.vocabulary import FieldType, Footer

AUTHOR = "Kompass & Baukasten"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.de"
TOWN = "Musterstadt an der Havel"
EXAMPLE_NOTICE = f"Ausgefülltes Beispiel. {TOWN} ist erfunden, alle Angaben und Zahlen sind ausgedacht."

LINE = 20
"""Letters that the line of a field or a row is worth, however little stands in it."""
AMOUNTS, SCALES = (1800, 2400, 2900), (1.0, 0.95, 0.9, 0.84)
"""Amounts above which the next smaller type keeps a document on its one page; found by setting all of them."""


@dataclass(frozen=True)
class Entry:
    """A form field, or the head of a column: what it is called, what may stand in it and, for a field, what stands in it."""

    id: str
    label: str
    type: FieldType = FieldType.LINE
    help: str = ""
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    formula: str | None = None
    value: Any = None
    width: int = 2
    footer: Footer | None = None
    bound: str = ""
    """Under which name of `kompass.downloads.bound` the value is shown in other places too."""
    options_from: str = ""
    row: str = ""
    column: str = ""
    year: int = 0
    needed_with: str = ""
    is_check: bool = False

    @property
    def is_numeric(self) -> bool:
        """Whether the content is set flush right."""
        return self.type in {FieldType.NUMBER, FieldType.EURO, FieldType.PERCENT}


@dataclass(frozen=True)
class Text:
    """A paragraph. Styles: body, help (guidance, small), lead, strong."""

    text: str
    style: str = "body"


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class Note:
    """A box with a title."""

    title: str
    text: str


@dataclass(frozen=True)
class Form:
    """Fields in two columns: label, content; `pairs`: two fields beside each other, so in four."""

    entries: tuple[Entry, ...]
    pairs: bool = False


def in_pairs(entries: tuple[Entry, ...]) -> list[tuple[Entry, ...]]:
    """Return fields two by two, for a form in four columns."""
    return [entries[place : place + 2] for place in range(0, len(entries), 2)]


@dataclass(frozen=True)
class Wide:
    """One field over the full width under its label."""

    entry: Entry


@dataclass(frozen=True)
class Plan:
    """Which columns of a grid are drawn as a Gantt chart, and from which month on."""

    start: int
    end: int
    first_field: str
    first: date
    months: int


@dataclass(frozen=True)
class Grid:
    """A table with a head that is repeated on each page; `rows` holds values, None where something is to be filled in."""

    id: str
    title: str
    columns: tuple[Entry, ...]
    rows: tuple[tuple[Any, ...], ...]
    footer: tuple[Any, ...] = ()
    footer_label: str = ""
    plan: Plan | None = None
    is_form: bool = True
    first_year: str = ""


@dataclass(frozen=True)
class Checks:
    """Boxes to tick, each with a statement and a reason; the flag marks the essential ones."""

    items: tuple[tuple[str, str, str, bool], ...]  # id, statement, reason, essential


Block = Text | Points | Note | Form | Wide | Grid | Checks


@dataclass(frozen=True)
class Chart:
    """Stacked columns from an overview: which of its rows and columns."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Chapter:
    """A heading and what follows it."""

    title: str
    level: int = 1
    blocks: tuple[Block, ...] = ()
    starts_page: bool = False
    number: str = ""
    """Like „3.1“, in running text only; Word and OpenDocument count themselves."""
    chart: Chart | None = None
    is_one_page: bool = False


@dataclass(frozen=True)
class Document:
    """A document for office programs or for print."""

    id: str
    title: str
    kind: str
    version: str
    as_of: date
    address: str
    introduction: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    is_example: bool = False
    landscape: bool = False
    is_compact: bool = False
    is_prose: bool = False
    has_byline: bool = False
    signatures: tuple[str, ...] = ()
    municipality: str = ""
    keywords: tuple[str, ...] = field(default=())

    @property
    def margins(self) -> dict[str, float]:
        """The edges of the page in millimetres."""
        return TIGHT_MARGINS if self.is_compact else MARGINS

    @property
    def room(self) -> float:
        """The width between the margins in millimetres."""
        return (PAGE[::-1] if self.landscape else PAGE)[0] - self.margins["left"] - self.margins["right"]

    @property
    def amount(self) -> int:
        """How much stands in the fields: letters, and for each field and row the letters that its own line is worth."""
        grids = [block for chapter in self.chapters for block in chapter.blocks if isinstance(block, Grid)]
        lines = [
            "".join(shown(column.type, value) for column, value in zip(grid.columns, row, strict=True))
            for grid in grids
            for row in grid.rows
        ]
        lines += [shown(entry.type, entry.value) for entry in self.entries]
        return sum(len(line) + LINE for line in lines)

    @property
    def scale(self) -> float:
        """By how much the type of a document of one page is smaller than such documents usually have."""
        return SCALES[bisect(AMOUNTS, self.amount)]

    @property
    def sizes(self) -> dict[str, float]:
        """The type sizes in points, by role."""
        return {role: size * self.scale for role, size in COMPACT_SIZES.items()} if self.is_compact else SIZES

    @property
    def first_chapter(self) -> int:
        """The place of the first chapter of running text: contents stand before it; -1 in a form."""
        places = (number for number, chapter in enumerate(self.chapters) if chapter.starts_page)
        return next(places, -1) if self.is_prose else -1

    def breaks_before(self, number: int) -> bool:
        """Say whether a chapter begins on a new page; of running text only the first one does."""
        return number == self.first_chapter if self.is_prose else self.chapters[number].starts_page

    @property
    def full_title(self) -> str:
        """The title as the properties of the file tell it."""
        return f"{self.title}: Beispiel {TOWN}" if self.is_example else self.title

    @property
    def details(self) -> dict[str, str]:
        """What is typed once and shown in several places, as readers see it, by the names of `kompass.downloads.bound`."""
        found = {entry.bound: shown(entry.type, entry.value) for entry in self.entries if entry.bound}
        return {"kommune": self.municipality} | found

    @property
    def has_own_title(self) -> bool:
        """Whether the title is typed by those who write, not given by us."""
        return "titel" in self.details

    @property
    def entries(self) -> Iterator[Entry]:
        """All form fields in reading order."""
        for chapter in self.chapters:
            for block in chapter.blocks:
                if isinstance(block, Form):
                    yield from block.entries
                elif isinstance(block, Wide):
                    yield block.entry

    @property
    def byline(self) -> tuple[str, ...]:
        """Which details stand under the title: those that have no field of their own."""
        names = [name for name in ("kommune", "stand", "bearbeitung") if name not in {entry.bound for entry in self.entries}]
        if self.is_example:
            names = [name for name in names if self.details.get(name)]
        return tuple(names) if self.has_byline else ()

    @property
    def imprint(self) -> str:
        """The line at the foot of each page."""
        return f"{self.kind}: {AUTHOR}, Fassung {self.version}, Stand {german_day(self.as_of)}, {LICENCE}"

    @property
    def subtitle(self) -> str:
        """The line above the title."""
        return f"{self.kind}, ausgefülltes Beispiel" if self.is_example else self.kind


def german_day(day: date) -> str:
    """Format a day as 22.11.2026."""
    return f"{day:%d.%m.%Y}"


def paragraphs(text: str) -> list[str]:
    """Split a long text at its empty lines; the lines of a paragraph are joined."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def shown(kind: FieldType, value: Any) -> str:
    """Return a value as readers see it; nothing for an empty one."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, tuple | list):
        return "; ".join(value)
    if isinstance(value, int | float):
        return _figure(kind, value)
    return german_day(date.fromisoformat(value)) if kind == FieldType.DATE else str(value)


def _figure(kind: FieldType, value: float) -> str:
    if kind == FieldType.EURO:
        return f"{grouped(value, 0)} €"
    if kind == FieldType.PERCENT:
        return f"{grouped(value * 100, 0)} %"
    return grouped(value, 0 if float(value).is_integer() else 1)


def grouped(value: float, places: int) -> str:
    """Format 12345.6 as 12.345,6."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
