"""The cells of a spreadsheet: where everything of an outline stands, before a writer turns it into XLSX or ODS."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from kompass.downloads.outline import EXAMPLE_NOTICE, Document, Entry, Form, Grid, Text, Wide
from kompass.downloads.to_pdf import add_months
from kompass.model.vocabulary import FieldType
from kompass.templates import formula

INSTRUCTIONS = "Anleitung"
LISTS = "Listen"
LIGHTS = ("grün", "gelb", "rot")
MONTHS_PER_BAR = 3
BAR = "x"
FOOTER_FUNCTIONS = {"summe": "SUM", "mittelwert": "AVERAGE", "anzahl": "COUNTA"}
FREEZE_UP_TO = 5
WIDTH_UNIT = 4.6
LEAST_WIDTH = {FieldType.DATE: 12.5, FieldType.EURO: 13.0}
BAR_WIDTH = 5.2


class Dialect(Protocol):
    """How a spreadsheet format writes references."""

    separator: str

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""


@dataclass
class Cell:
    """What stands in a cell. Styles: see the writers. `calculate` gives the formula; `value` is then its result."""

    value: Any = None
    style: str = "text"
    type: FieldType = FieldType.LINE
    calculate: Callable[[Dialect], str] | None = None


@dataclass(frozen=True)
class Choice:
    """Cells of a column that accept only certain values."""

    entry: Entry
    column: int
    first: int
    last: int


@dataclass
class Sheet:
    """A sheet; rows and columns count from 1."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    widths: list[float] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    merged: list[tuple[int, int]] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    bars: tuple[int, int, int, int] | None = None
    head_row: int = 0
    last_row: int = 0
    columns: int = 0
    hidden: bool = False

    @property
    def is_frozen(self) -> bool:
        """Whether the head stays in view while scrolling; not below a long list of fields."""
        return 0 < self.head_row <= FREEZE_UP_TO


@dataclass
class Book:
    """All sheets, and the names of cells and columns: name to (sheet, first row, last row, column)."""

    sheets: list[Sheet] = field(default_factory=list)
    names: dict[str, tuple[str, int, int, int]] = field(default_factory=dict)


def lay_out(document: Document) -> Book:
    """Return where everything of `document` stands."""
    book = Book()
    book.sheets.append(_instructions(document))
    places: dict[str, dict[str, tuple[str, int, int, int]]] = {}
    for chapter in document.chapters:
        sheet = Sheet(chapter.title)
        book.sheets.append(sheet)
        _Layout(sheet, book, places, document).draw(chapter.blocks)
    _lists(book)
    return book


def _instructions(document: Document) -> Sheet:
    sheet = Sheet(INSTRUCTIONS, widths=[110])
    lines = [(document.title, "title"), (document.subtitle, "strong")]
    if document.is_example:
        lines.append((EXAMPLE_NOTICE, "notice"))
    lines += [(line, "text") for line in document.introduction]
    lines += [
        ("Gelbe Zellen füllen Sie aus, grüne rechnen von selbst.", "text"),
        (f"Erklärung und neueste Fassung: {document.address}", "help"),
        (document.imprint, "help"),
    ]
    for row, (text, style) in enumerate(lines, 1):
        sheet.cells[row, 1] = Cell(text, style)
        sheet.heights[row] = 30 if style == "title" else 16 * max(1, -(-len(text) // 105)) + 2
    sheet.columns, sheet.last_row = 1, len(lines)
    return sheet


class _Layout:
    def __init__(
        self, sheet: Sheet, book: Book, places: dict[str, dict[str, tuple[str, int, int, int]]], document: Document
    ) -> None:
        self.sheet, self.book, self.places, self.document = sheet, book, places, document
        self.row = 1

    def draw(self, blocks: tuple[Any, ...]) -> None:
        grid = next((block for block in blocks if isinstance(block, Grid)), None)
        self.sheet.widths = self.measure(grid)
        self.sheet.columns = len(self.sheet.widths)
        self.put(self.sheet.name, "title", 26)
        helps = [block.text for block in blocks if isinstance(block, Text)]
        if self.document.is_example:
            helps.insert(0, EXAMPLE_NOTICE)
        self.put(
            " ".join(helps), "help", 15 * max(1, -(-len(" ".join(helps)) // max(60, int(sum(self.sheet.widths) * 0.95)))) + 2
        )
        for entry in fields_of(blocks):
            self.field(entry)
        if grid:
            if any(True for _ in fields_of(blocks)):
                self.row += 1
            self.grid(grid)
        self.sheet.last_row = self.row - 1

    def measure(self, grid: Grid | None) -> list[float]:
        if grid is None:
            return [44, 26, 60]
        widths = [
            max(LEAST_WIDTH.get(column.type, 9.0), longest_word(column.label) * 1.25 + 2, column.width * WIDTH_UNIT)
            for column in grid.columns
        ]
        if grid.plan:
            widths += [BAR_WIDTH] * bars(grid)
        return widths

    def put(self, text: str, style: str, height: float) -> None:
        self.sheet.cells[self.row, 1] = Cell(text, style)
        self.sheet.merged.append((self.row, self.sheet.columns))
        self.sheet.heights[self.row] = height
        self.row += 1

    def field(self, entry: Entry) -> None:
        place = self.field_column()
        for column in range(1, place):
            self.sheet.cells[self.row, column] = Cell(entry.label if column == 1 else None, "label", FieldType.LINE)
        if place > 2:
            self.sheet.merged.append((self.row, place - 1))
        cell = Cell(entry.value, "computed" if entry.formula else "input", entry.type)
        if entry.formula:
            cell.calculate = self.translate(entry.formula, [])
        self.sheet.cells[self.row, place] = cell
        if entry.help:
            self.sheet.cells[self.row, place + 1] = Cell(entry.help, "aside")
        self.book.names[entry.id] = (self.sheet.name, self.row, self.row, place)
        if not entry.formula:
            self.sheet.choices.append(Choice(entry, place, self.row, self.row))
        self.row += 1

    def field_column(self) -> int:
        """Return the column of the inputs: the first one whose left neighbours are together wide enough for a label."""
        total = 0.0
        for number, width in enumerate(self.sheet.widths, 1):
            total += width
            if total >= 40:
                return number + 1
        return 2

    def grid(self, grid: Grid) -> None:
        sheet, first = self.sheet, self.row + 1
        sheet.head_row = self.row
        last = self.row + len(grid.rows)
        self.places[grid.id] = {column.id: (sheet.name, first, last, place) for place, column in enumerate(grid.columns, 1)}
        for place, column in enumerate(grid.columns, 1):
            sheet.cells[self.row, place] = Cell(column.label, "head_number" if column.is_numeric else "head")
            self.book.names[f"{grid.id}_{column.id}"] = (sheet.name, first, last, place)
            if not column.formula:
                sheet.choices.append(Choice(column, place, first, last))
        sheet.heights[self.row] = 6 + 13 * max(
            -(-len(column.label) // max(6, int(width))) for column, width in zip(grid.columns, sheet.widths, strict=False)
        )
        for number, values in enumerate(grid.rows):
            self.grid_row(grid, values, first + number)
        sheet.columns = len(grid.columns)
        if grid.plan:
            self.plan(grid, first, last)
        self.row = last + 1
        if grid.footer:
            self.footer(grid, first, last)

    def grid_row(self, grid: Grid, values: tuple[Any, ...], row: int) -> None:
        self.sheet.heights[row] = 5 + 13 * lines(values, self.sheet.widths)
        for place, (column, value) in enumerate(zip(grid.columns, values, strict=True), 1):
            cell = Cell(value, "computed" if column.formula else "first" if place == 1 else "input", column.type)
            if column.formula:
                cell.calculate = self.translate(column.formula, list(grid.columns), row)
            self.sheet.cells[row, place] = cell

    def footer(self, grid: Grid, first: int, last: int) -> None:
        for place, (column, value) in enumerate(zip(grid.columns, grid.footer, strict=True), 1):
            cell = Cell(value, "footer", FieldType.NUMBER if column.footer == "anzahl" else column.type)
            if column.footer:
                cell.calculate = self.footer_formula(FOOTER_FUNCTIONS[column.footer.value], first, last, place)
            elif place == 1:
                cell = Cell(grid.footer_label, "footer")
            self.sheet.cells[self.row, place] = cell
        self.row += 1

    def footer_formula(self, function: str, first: int, last: int, place: int) -> Callable[[Dialect], str]:
        name = self.sheet.name
        return lambda dialect: f'IFERROR({function}({dialect.span(name, first, last, place)}){dialect.separator}"")'

    def plan(self, grid: Grid, first: int, last: int) -> None:
        assert grid.plan is not None  # noqa: S101  the caller has looked
        plan, count, base = grid.plan, bars(grid), len(grid.columns)
        for number in range(count):
            start = add_months(plan.first, MONTHS_PER_BAR * number)
            place = base + number + 1
            text = f"Q{(start.month + 2) // 3} {start.year % 100:02d}"
            self.sheet.cells[self.row, place] = Cell(text, "head_bar", calculate=bar_head(plan.first_field, number))
            for offset, values in enumerate(grid.rows):
                row = first + offset
                runs = is_running(values[plan.start], values[plan.end], start)
                formula_text = bar_cell(plan.first_field, number, row, plan.start + 1, plan.end + 1)
                self.sheet.cells[row, place] = Cell(BAR if runs else None, "bar", calculate=formula_text)
        self.sheet.bars = (first, last, base + 1, base + count)
        self.sheet.columns = base + count

    def translate(self, text: str, columns: list[Entry], row: int = 0) -> Callable[[Dialect], str]:
        term = formula.read(text)
        own = {column.id: place for place, column in enumerate(columns, 1)}
        names, places, sheet = self.book.names, self.places, self.sheet.name

        def write(dialect: Dialect) -> str:
            def cell(name: str) -> str:
                return dialect.cell(row, own[name]) if name in own else name

            def span(table: str, column: str) -> str:
                found = places[table][column]
                return dialect.span(found[0], found[1], found[2], found[3])

            def siblings(name: str) -> str:
                table = next(key for key, found in places.items() if found.get(name, ("",))[0] == sheet and name in found)
                return span(table, name)

            return formula.write(term, cell, span, siblings, dialect.separator)

        assert names is not None  # noqa: S101
        return write


def fields_of(blocks: tuple[Any, ...]) -> Iterator[Entry]:
    """Yield the fields of a chapter."""
    for block in blocks:
        if isinstance(block, Form):
            yield from block.entries
        elif isinstance(block, Wide):
            yield block.entry


def lines(values: tuple[Any, ...], widths: list[float]) -> int:
    """Return how many lines the longest text of a row needs."""
    texts = [(value, width) for value, width in zip(values, widths, strict=False) if isinstance(value, str)]
    return max((-(-len(text) // max(8, int(width * 0.95))) for text, width in texts), default=1)


def longest_word(text: str) -> int:
    """Return the length of the longest word, which must not be broken in a head."""
    return max(len(word) for word in text.replace("-", "- ").split())


def bars(grid: Grid) -> int:
    """Return how many bars of the Gantt chart stand side by side."""
    return -(-grid.plan.months // MONTHS_PER_BAR) if grid.plan else 0


def is_running(start: Any, end: Any, quarter: date) -> bool:
    """Tell whether something from `start` to `end` runs in the three months from `quarter` on."""
    if not (isinstance(start, str) and isinstance(end, str)):
        return False
    return date.fromisoformat(start) < add_months(quarter, MONTHS_PER_BAR) and date.fromisoformat(end) >= quarter


def bar_head(first: str, number: int) -> Callable[[Dialect], str]:
    """Return the formula of a head like „Q1 27“, counted from the first month of the plan."""

    def write(dialect: Dialect) -> str:
        day = f"EDATE({first}{dialect.separator}{MONTHS_PER_BAR * number})"
        return f'"Q"&ROUNDUP(MONTH({day})/3{dialect.separator}0)&" "&RIGHT(YEAR({day}){dialect.separator}2)'

    return write


def bar_cell(first: str, number: int, row: int, start: int, end: int) -> Callable[[Dialect], str]:
    """Return the formula that marks a quarter in which a row runs."""

    def write(dialect: Dialect) -> str:
        mark = dialect.separator
        begins, ends = dialect.cell(row, start, fixed_column=True), dialect.cell(row, end, fixed_column=True)
        since, until = (f"EDATE({first}{mark}{MONTHS_PER_BAR * place})" for place in (number, number + 1))
        runs = f'IF(AND({begins}<{until}{mark}{ends}>={since}){mark}"{BAR}"{mark}"")'
        return f'IF(OR({begins}=""{mark}{ends}=""){mark}""{mark}{runs})'

    return write


def _lists(book: Book) -> None:
    """Add the sheet with the allowed answers; long lists do not fit into a validation itself."""
    sheet = Sheet(LISTS)
    done: dict[tuple[str, ...], str] = {}
    for holder in book.sheets:
        for choice in holder.choices:
            options = options_of(choice.entry)
            if options and options not in done:
                column = len(done) + 1
                sheet.cells[1, column] = Cell(choice.entry.label, "head")
                for row, option in enumerate(options, 2):
                    sheet.cells[row, column] = Cell(option, "text")
                book.names[f"liste_{choice.entry.id}"] = (LISTS, 2, len(options) + 1, column)
                done[options] = f"liste_{choice.entry.id}"
                sheet.last_row = max(sheet.last_row, len(options) + 1)
    if done:
        sheet.columns, sheet.widths = len(done), [28] * len(done)
        book.sheets.append(sheet)


def options_of(entry: Entry) -> tuple[str, ...]:
    """Return the answers that a cell accepts."""
    if entry.type == FieldType.LIGHT:
        return LIGHTS
    return ("ja", "nein") if entry.type == FieldType.CHECK else entry.options


def list_name(book: Book, entry: Entry) -> str:
    """Return the name of the list with the answers of `entry`."""
    options = options_of(entry)
    for name, (sheet, first, last, column) in book.names.items():
        if sheet == LISTS and last - first + 1 == len(options):
            cells = book.sheets[-1].cells
            if tuple(cells[row, column].value for row in range(first, last + 1)) == options:
                return name
    raise LookupError(entry.id)
