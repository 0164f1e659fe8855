"""Lay an outline out on sheets: what stands in which cell, and how wide and high it has to be for its text."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from kompass.downloads import letters
from kompass.downloads.book import (
    BOLD,
    INSTRUCTIONS,
    LISTS,
    NUMERIC,
    OVERFLOWING,
    ROOM,
    SIZE,
    SIZES,
    Area,
    Book,
    Cell,
    Choice,
    Dialect,
    Formula,
    Mark,
    Picture,
    Sheet,
    options_of,
)
from kompass.downloads.gantt import draw_plan
from kompass.downloads.outline import EXAMPLE_NOTICE, Chart, Document, Entry, Form, Grid, Text, Wide, shown
from kompass.model.vocabulary import FieldType
from kompass.templates import formula

FOOTER_FUNCTIONS = {"summe": "SUM", "mittelwert": "AVERAGE", "anzahl": "COUNTA"}
PADDING = 14.0
LINE = 1.27
"""Height of a line by its type size, as office programs set it."""
EDGE = 3.0
SLACK = 0.96
"""Share of a cell that text may count on: programs set letters to whole pixels."""
ROW = SIZE * LINE + EDGE
FILTER = 14.0
"""Points that the button of a filter needs in a head."""
MOST_LINES = 2.4
"""Lines that a head has at most where its words allow it."""
LEAST = {FieldType.DATE: 62.0, FieldType.EURO: 68.0, FieldType.LIGHT: 46.0}
PAGE_WIDTH = 735.0
"""Points that a sheet across has on A4 without being made smaller."""
UPRIGHT_WIDTH = 560.0
LABEL_WIDTH = 200.0
FIELD_SHEET = [235.0, 270.0, 230.0]
TEXTS = {FieldType.LINE, FieldType.TEXT, FieldType.LIST, FieldType.CHOICE}
IN_ORDER = "in Ordnung"

Places = dict[str, dict[str, tuple[str, int, int, int]]]


def lay_out(document: Document) -> Book:
    """Return where everything of `document` stands."""
    book = Book()
    book.sheets.append(_instructions(document))
    places: Places = {}
    for chapter in document.chapters:
        sheet = Sheet(chapter.title, is_one_page=chapter.is_one_page)
        book.sheets.append(sheet)
        layout = _Layout(sheet, book, places, document)
        layout.draw(chapter.blocks, chapter.chart)
        if layout.plan is not None:
            grid, first = layout.plan
            book.sheets.append(draw_plan(grid, sheet.name, first))
    _lists(book)
    for sheet in book.sheets:
        measure_rows(sheet)
    return book


def _instructions(document: Document) -> Sheet:
    sheet = Sheet(INSTRUCTIONS, widths=[UPRIGHT_WIDTH - 120], is_upright=True)
    lines = [(document.title, "title"), (document.subtitle, "strong")]
    if document.is_example:
        lines.append((EXAMPLE_NOTICE, "notice"))
    lines += [(line, "text") for line in document.introduction]
    lines += [
        ("Gelbe Zellen füllen Sie aus, grüne rechnen von selbst. Kein Blatt ist gesperrt.", "text"),
        ("Neue Zeilen: In Excel schreiben Sie unter der letzten Zeile weiter, die Tabelle wächst mit.", "text"),
        ("In LibreOffice kopieren Sie die letzte Zeile und fügen sie darunter ein.", "text"),
        (f"Erklärung und neueste Fassung: {document.address}", "help"),
        (document.imprint, "help"),
    ]
    for row, (text, style) in enumerate(lines, 1):
        sheet.cells[row, 1] = Cell(text, style)
        sheet.fixed.add(row)
    sheet.last_row = len(lines)
    return sheet


class _Layout:
    def __init__(self, sheet: Sheet, book: Book, places: Places, document: Document) -> None:
        self.sheet, self.book, self.places, self.document = sheet, book, places, document
        self.row = 1
        self.plan: tuple[Grid, int] | None = None
        self.texts: dict[tuple[int, int], str] = {}
        """What the rows and columns of the overview are called, where a year may be shown instead."""

    def draw(self, blocks: tuple[Any, ...], chart: Chart | None) -> None:
        grid = next((block for block in blocks if isinstance(block, Grid)), None)
        entries = list(fields_of(blocks))
        self.sheet.widths = grid_widths(grid, entries) if grid else field_widths(entries)
        self.put(self.sheet.name, "title")
        helps = [block.text for block in blocks if isinstance(block, Text)]
        if self.document.is_example:
            helps.insert(0, EXAMPLE_NOTICE)
        self.put(" ".join(helps), "help")
        listed = [entry for entry in entries if not entry.row]
        crossed = [entry for entry in entries if entry.row]
        if crossed and not grid:
            self.overview(crossed)
        for entry in listed:
            self.field(entry, grid)
        if grid:
            self.row += bool(listed)
            self.above(crossed, grid)
            self.grid(grid)
        self.sheet.last_row = self.row - 1
        if chart:
            self.picture(chart)

    def picture(self, chart: Chart) -> None:
        """Set a chart below everything, from the overview of this sheet."""
        heads = {self.texts[row, column]: (row, column) for row, column in self.texts}
        head, first = heads[chart.columns[0]]
        rows = tuple(heads[name][0] for name in chart.rows)
        columns = (first, first + len(chart.columns) - 1)
        self.sheet.picture = Picture(chart.title, head, rows, columns, self.row + 1)

    def put(self, text: str, style: str) -> None:
        self.sheet.cells[self.row, 1] = Cell(text, style, span=self.sheet.columns)
        self.sheet.fixed.add(self.row)
        self.row += 1

    def field(self, entry: Entry, grid: Grid | None) -> None:
        place = value_column(self.sheet.widths) if grid else 2
        self.sheet.cells[self.row, 1] = Cell(entry.label, "label", span=place - 1)
        self.value(entry, place)
        free = sum(self.sheet.widths[place:])
        if entry.help and grid and letters.width(entry.help, SIZES["aside"]) < free - PADDING:
            self.sheet.cells[self.row, place + 1] = Cell(entry.help, "aside")
        elif entry.help and not grid and place < self.sheet.columns:
            self.sheet.cells[self.row, place + 1] = Cell(entry.help, "note")
        self.row += 1

    def value(self, entry: Entry, place: int) -> None:
        style = "check" if entry.is_check else "computed" if entry.formula else "input"
        cell = Cell(entry.value, style, entry.type)
        if entry.formula:
            cell.calculate = self.translate(entry.formula, None)
        self.sheet.cells[self.row, place] = cell
        self.book.names[entry.id] = (self.sheet.name, self.row, self.row, place)
        self.sheet.choices.append(Choice(entry, place, self.row, self.row))
        if entry.is_check:
            self.check(self.row, place)
        self.lights(entry, place, self.row, self.row)

    def check(self, row: int, place: int) -> None:
        """Colour a check line by its answer."""
        corner = (row, place)
        self.sheet.marks += [
            Mark("good", corner, corner, lambda dialect: f'{dialect.cell(row, place)}="{IN_ORDER}"'),
            Mark("bad", corner, corner, _all('{0}<>""', f'{{0}}<>"{IN_ORDER}"', corner)),
        ]

    def overview(self, entries: list[Entry]) -> None:
        """Set fields as a table of their own: rows and columns as they say."""
        columns = list(dict.fromkeys(entry.column for entry in entries))
        for place, column in enumerate(columns, 2):
            year = next(entry.year for entry in entries if entry.column == column)
            self.sheet.cells[self.row, place] = self.year(year, "head_number") if year else Cell(column, "head_number")
            self.texts[self.row, place] = column
        self.sheet.cells[self.row, 1] = Cell(None, "head")
        self.row += 1
        for name in dict.fromkeys(entry.row for entry in entries):
            self.sheet.cells[self.row, 1] = Cell(name, "label")
            self.texts[self.row, 1] = name
            for entry in entries:
                if entry.row == name:
                    self.value(entry, columns.index(entry.column) + 2)
            self.row += 1
        self.row += 1

    def above(self, entries: list[Entry], grid: Grid) -> None:
        """Set fields over the columns that they belong to, then the years and the sums."""
        places = {column.id: place for place, column in enumerate(grid.columns, 1)}
        for name in dict.fromkeys(entry.row for entry in entries):
            own = [entry for entry in entries if entry.row == name]
            self.caption(name, min(places[entry.column] for entry in own), "label")
            for entry in own:
                self.value(entry, places[entry.column])
            self.row += 1
        if grid.first_year:
            self.years(grid)
        if grid.footer:
            self.sums(grid)

    def caption(self, text: str, before: int, style: str) -> None:
        if before > 1:
            self.sheet.cells[self.row, 1] = Cell(text, style, span=before - 1)

    def years(self, grid: Grid) -> None:
        for place, column in enumerate(grid.columns, 1):
            if column.year:
                self.sheet.cells[self.row, place] = self.year(column.year, "year")
        self.row += 1

    def year(self, number: int, style: str) -> Cell:
        """Return the cell with a year of the plan, counted from its first one."""
        name = next(filter(None, (first_year_of(block) for one in self.document.chapters for block in one.blocks)))
        begin = next((entry.value for entry in self.all_fields() if entry.id == name), None)
        value = begin + number - 1 if isinstance(begin, int) else None
        return Cell(value, style, FieldType.NUMBER, year_of(name, number - 1))

    def all_fields(self) -> Iterator[Entry]:
        for chapter in self.document.chapters:
            yield from fields_of(chapter.blocks)

    def sums(self, grid: Grid) -> None:
        first = self.row + 2
        last = first + len(grid.rows) - 1 + ROOM
        summed = [place for place, column in enumerate(grid.columns, 1) if column.footer]
        self.caption(grid.footer_label, summed[0], "footer")
        for place, (column, value) in enumerate(zip(grid.columns, grid.footer, strict=True), 1):
            if column.footer:
                kind = FieldType.NUMBER if column.footer == "anzahl" else column.type
                calculate = _footer(FOOTER_FUNCTIONS[column.footer.value], self.sheet.name, first, last, place)
                self.sheet.cells[self.row, place] = Cell(value, "footer", kind, calculate)
            elif place > summed[0]:
                self.sheet.cells[self.row, place] = Cell(None, "footer")
        self.row += 1

    def grid(self, grid: Grid) -> None:
        sheet, head, first = self.sheet, self.row, self.row + 1
        last = head + len(grid.rows)
        is_derived = all(column.formula for column in grid.columns)
        end = last if is_derived else last + ROOM
        sheet.head_row = head
        sheet.frozen_columns = 1 if sheet.widths[0] > 60 else 2
        self.places[grid.id] = {column.id: (sheet.name, first, end, place) for place, column in enumerate(grid.columns, 1)}
        for place, column in enumerate(grid.columns, 1):
            sheet.cells[head, place] = Cell(column.label, "head_number" if column.is_numeric else "head")
            self.book.names[f"{grid.id}_{column.id}"] = (sheet.name, first, end, place)
            if not is_derived:
                sheet.choices.append(Choice(column, place, first, last if column.formula else end))
            self.lights(column, place, first, end)
            if column.needed_with:
                self.needed(grid, column, place, first, end)
        sheet.heights[head] = head_height(grid, sheet.widths)
        sheet.fixed.add(head)
        for number, values in enumerate(grid.rows):
            self.grid_row(grid, values, first, number)
        if not is_derived:
            formulas = tuple(self.translate(one.formula, grid, first) if one.formula else None for one in grid.columns)
            sheet.area = Area(f"Tabelle_{grid.id}", head, last, tuple(one.label for one in grid.columns), formulas)
        if grid.plan:
            self.plan = grid, first
        self.row = last + 1

    def lights(self, entry: Entry, place: int, first: int, last: int) -> None:
        if entry.type == FieldType.LIGHT:
            for word in options_of(entry):
                self.sheet.marks.append(Mark(word, (first, place), (last, place), _equals(first, place, word)))

    def needed(self, grid: Grid, column: Entry, place: int, first: int, last: int) -> None:
        """Mark a missing answer in a row in which it is needed."""
        other = next(number for number, one in enumerate(grid.columns, 1) if one.id == column.needed_with)
        is_figure = grid.columns[other - 1].is_numeric

        def missing(dialect: Dialect) -> str:
            mine, theirs = dialect.cell(first, place), dialect.cell(first, other)
            given = f"N({theirs})<>0" if is_figure else f'{theirs}<>""'
            return f'AND({mine}=""{dialect.separator}{given})'

        self.sheet.marks.append(Mark("bad", (first, place), (last, place), missing))

    def grid_row(self, grid: Grid, values: tuple[Any, ...], first: int, number: int) -> None:
        row = first + number
        for place, (column, value) in enumerate(zip(grid.columns, values, strict=True), 1):
            cell = Cell(value, "computed" if column.formula else "first" if place == 1 else "input", column.type)
            if column.formula:
                cell.calculate = self.translate(column.formula, grid, row, number + 1)
            self.sheet.cells[row, place] = cell

    def translate(self, text: str, grid: Grid | None, row: int = 0, position: int = 0) -> Formula:
        term = formula.read(text)
        columns = grid.columns if grid else ()
        own = {column.id: (place, column.label) for place, column in enumerate(columns, 1)}
        is_derived = bool(columns) and all(column.formula for column in columns)
        table = f"Tabelle_{grid.id}" if grid else ""
        places = self.places

        def write(dialect: Dialect) -> str:
            def cell(name: str) -> str:
                if name not in own:
                    return name
                place, label = own[name]
                return dialect.cell(row, place) if is_derived else dialect.beside(table, label, row, place)

            def span(other: str, column: str) -> str:
                return dialect.span(*places[other][column])

            def siblings(name: str) -> str:
                return span(grid.id if grid else "", name)

            return formula.write(term, cell, span, siblings, separator=dialect.separator, position=position)

        return write


def first_year_of(block: Any) -> str:
    """Return the name of the field with the first year of the plan, if `block` is a table that counts from it."""
    return block.first_year if isinstance(block, Grid) else ""


def fields_of(blocks: tuple[Any, ...]) -> Iterator[Entry]:
    """Yield the fields of a chapter."""
    for block in blocks:
        if isinstance(block, Form):
            yield from block.entries
        elif isinstance(block, Wide):
            yield block.entry


def measure_rows(sheet: Sheet) -> None:
    """Give each row the height of its longest text."""
    for (row, column), cell in sheet.cells.items():
        room = sum(sheet.widths[column - 1 : column - 1 + cell.span])
        sheet.heights[row] = max(sheet.heights.get(row, ROW), height(cell, room))


def height(cell: Cell, room: float) -> float:
    """Return how high the text of a cell is in a column `room` points wide."""
    points = SIZES.get(cell.style, SIZE)
    if isinstance(cell.value, tuple | list):
        text = "\n".join(cell.value)
    elif cell.type in NUMERIC or cell.style in OVERFLOWING:
        text = ""
    else:
        text = shown(cell.type, cell.value)
    return letters.count_lines(text, (room - PADDING) * SLACK, points, bold=cell.style in BOLD) * points * LINE + EDGE


def head_height(grid: Grid, widths: list[float]) -> float:
    """Return how high the head has to be for its longest text beside the button of the filter."""
    rooms = zip(grid.columns, widths, strict=False)
    return (
        max(letters.count_lines(one.label, room - PADDING - FILTER, SIZE, bold=True) for one, room in rooms) * SIZE * LINE + EDGE
    )


def widest(texts: list[str], *, bold: bool = False) -> float:
    """Return the widest word of all texts, with the edges of the cell."""
    return max((letters.longest_word(text, SIZE, bold=bold) for text in texts), default=0.0) + PADDING


def least_width(grid: Grid, place: int) -> float:
    """Return the width below which a column would break a word of its head, its answers or its content."""
    column = grid.columns[place]
    shown_values = [shown(column.type, row[place]) for row in grid.rows]
    if column.is_numeric:
        shown_values = [value.replace(" ", "\u00a0") for value in (*shown_values, *footer_texts(grid, place))]
    words = widest([*options_of(column), *shown_values], bold=place == 0)
    share = min(20.0 * column.width, 130.0) if column.type in {FieldType.LINE, FieldType.TEXT} and column.width > 2 else 0.0
    head = max(letters.longest_word(column.label, SIZE, bold=True), letters.width(column.label, SIZE, bold=True) / MOST_LINES)
    return max(share, LEAST.get(column.type, 34.0), head + PADDING + FILTER, words)


def footer_texts(grid: Grid, place: int) -> list[str]:
    """Return the sum over a column as it is shown, and room for larger ones."""
    column = grid.columns[place]
    if not column.footer:
        return []
    return [shown(column.type, grid.footer[place]), "9.999.999\u00a0€" if column.type == FieldType.EURO else "9.999"]


def grid_widths(grid: Grid, entries: list[Entry]) -> list[float]:
    """Return the widths of the columns: none breaks a word, what is left of the page goes where the text is long."""
    widths = [least_width(grid, place) for place in range(len(grid.columns))]
    listed = [entry for entry in entries if not entry.row]
    if listed:
        place = value_column(widths) - 1
        needs = [widest([shown(one.type, one.value), *options_of(one)]) for one in listed]
        widths[place] = max(widths[place], *needs, 110.0 if any(one.type in TEXTS for one in listed) else 0.0)
    left = PAGE_WIDTH - sum(widths)
    texts = {place: column.width for place, column in enumerate(grid.columns) if column.type in TEXTS and column.width > 1}
    for place, weight in texts.items() if left > 0 else ():
        widths[place] += left * weight / sum(texts.values())
    return [ceil(width) for width in widths]


def field_widths(entries: list[Entry]) -> list[float]:
    """Return the widths of a sheet with nothing but fields: label, content, help, or label and the columns of the overview."""
    columns = dict.fromkeys(entry.column for entry in entries if entry.row)
    if not columns:
        return list(FIELD_SHEET)
    return [235.0, *[max(95.0, widest([column], bold=True)) for column in columns], *([120.0] if len(columns) < 4 else [])]


def value_column(widths: list[float]) -> int:
    """Return the column of the inputs above a table: the widest one whose left neighbours leave room for a label."""
    total, found = 0.0, []
    for number, width in enumerate(widths[:6], 1):
        if total >= LABEL_WIDTH * 0.7:
            found.append((width, -number))
        total += width
    return -max(found)[1] if found else 2


def year_of(first: str, later: int) -> Formula:
    """Return the formula of the year over a column; `first` is the name of the first year."""
    return lambda dialect: f'IF({first}=""{dialect.separator}""{dialect.separator}{first}+{later})'


def _footer(function: str, sheet: str, first: int, last: int, place: int) -> Formula:
    return lambda dialect: f'IFERROR({function}({dialect.span(sheet, first, last, place)}){dialect.separator}"")'


def _equals(row: int, place: int, word: str) -> Formula:
    return lambda dialect: f'{dialect.cell(row, place)}="{word}"'


def _all(first: str, second: str, corner: tuple[int, int]) -> Formula:
    def write(dialect: Dialect) -> str:
        cell = dialect.cell(*corner)
        return f"AND({first.format(cell)}{dialect.separator}{second.format(cell)})"

    return write


def _lists(book: Book) -> None:
    """Add the hidden sheet with the allowed answers; long lists do not fit into a check itself."""
    sheet = Sheet(LISTS, is_upright=True, is_hidden=True)
    for holder in book.sheets:
        for choice in holder.choices:
            options = options_of(choice.entry)
            if options and not choice.entry.formula and options not in book.lists:
                column = len(book.lists) + 1
                sheet.cells[1, column] = Cell(choice.entry.label, "head")
                for row, option in enumerate(options, 2):
                    sheet.cells[row, column] = Cell(option, "text")
                book.lists[options] = f"liste_{choice.entry.id}"
                book.names[f"liste_{choice.entry.id}"] = (LISTS, 2, len(options) + 1, column)
                sheet.last_row = max(sheet.last_row, len(options) + 1)
                sheet.widths.append(widest(list(options)) + 60)
    if book.lists:
        book.sheets.append(sheet)
