"""Write an outline as an Excel file: tables that grow, named cells, checked inputs, formulas with their results, print set up."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from kompass.downloads.book import (
    BOLD,
    COLOURS,
    FILLS,
    INDENTED,
    NUMERIC,
    OVERFLOWING,
    RULED,
    SIZE,
    SIZES,
    Area,
    Book,
    Cell,
    Choice,
    Mark,
    Picture,
    Sheet,
    limits,
    options_of,
    prompt,
)
from kompass.downloads.look import FONT, LIGHT_FILLS, colour
from kompass.downloads.outline import Document, shown
from kompass.downloads.reproducible import pack, unpack
from kompass.downloads.spreadsheet import lay_out
from kompass.downloads.word.package import app, core
from kompass.model.vocabulary import FieldType

NUMBER_FORMATS = {FieldType.EURO: '#,##0 "€"', FieldType.PERCENT: "0%", FieldType.DATE: "dd.mm.yyyy"}
FLUSH = {"start": "left", "end": "right", "center": "center"}
SERIES = ("pine", "amber", "water", "clay", "line-strong")
A4 = 9
CUSTOM_HEIGHT = b' customHeight="1"'
"""Would keep a row at its height when somebody writes a longer text; without it the height is only where it begins."""
DAY_ZERO = date(1899, 12, 30)
PIXEL = 72 / 96
MARGINS = {"left": 0.98, "right": 0.79, "top": 0.79, "bottom": 0.79}
OVERWRITE = "Diese Zelle rechnet von selbst. Wollen Sie die Formel wirklich überschreiben?"


class Excel:
    """References as Excel writes them."""

    separator = ","

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""
        return f"{xl_col_to_name(column - 1, fixed_column)}{'$' * fixed_row}{row}"

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""
        letter = xl_col_to_name(column - 1, True)
        return f"{quote_sheetname(sheet)}!{letter}${first}:{letter}${last}"

    def beside(self, table: str, head: str, row: int, column: int) -> str:
        """Return the cell under `head` in the same row of a table, by name: it holds in rows that are added too."""
        name = "".join(f"'{letter}" if letter in "[]#'" else letter for letter in head)
        return f"{table}[[#This Row],[{name}]]"


EXCEL = Excel()


def to_xlsx(document: Document) -> bytes:
    """Return the document as an Excel file."""
    book = lay_out(document)
    buffer = io.BytesIO()
    workbook = Workbook(buffer, {"in_memory": True, "default_format_properties": {"font_name": FONT, "font_size": SIZE}})
    formats = Formats(workbook)
    for number, sheet in enumerate(book.sheets):
        page = workbook.add_worksheet(sheet.name)
        write_sheet(page, sheet, book, formats)
        set_up(page, sheet, document)
        if sheet.picture:
            add_chart(workbook, page, sheet, sheet.picture)
        if number == 1:
            page.activate()
    for name, (owner, first, last, column) in book.names.items():
        reference = EXCEL.span(owner, first, last, column)
        workbook.define_name(name, "=" + (reference.partition(":")[0] if first == last else reference))
    workbook.set_properties({"created": datetime.combine(document.as_of, time())})
    workbook.close()
    parts = unpack(buffer.getvalue())
    own = {"docProps/core.xml": core(document), "docProps/app.xml": app()}
    pages = {name: part.replace(CUSTOM_HEIGHT, b"") for name, part in parts.items() if name.startswith("xl/worksheets/sheet")}
    return pack(parts | own | pages)


class Formats:
    """The formats of the workbook, made on first use, one per role and number format."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.made: dict[tuple[str, ...], Format] = {}

    def of(self, cell: Cell) -> Format:
        """Return the format of a cell."""
        number = NUMBER_FORMATS.get(cell.type, "General" if cell.type in NUMERIC else "@")
        if cell.style not in {"input", "first"} and number == "@":
            number = "General"
        key = (cell.style, number, cell.alignment)
        if key not in self.made:
            self.made[key] = self.workbook.add_format(properties(*key))
        return self.made[key]

    def mark(self, style: str) -> Format:
        """Return how marked cells look."""
        if (style,) not in self.made:
            fill = mark_fill(style)
            letters = {"font_color": fill} if style == "bar" else {}
            self.made[(style,)] = self.workbook.add_format({"bg_color": fill, **letters})
        return self.made[(style,)]


def mark_fill(style: str) -> str:
    """Return the fill of marked cells: a light, a bar, good or bad."""
    if style == "bar":
        return colour("bar")
    return LIGHT_FILLS["grün"] if style == "good" else LIGHT_FILLS["rot"] if style == "bad" else LIGHT_FILLS[style]


def properties(role: str, number: str, alignment: str) -> dict[str, Any]:
    """Return the properties of a role: fonts, fills and rules of the identity."""
    made: dict[str, Any] = {
        "bold": role in BOLD,
        "font_size": SIZES.get(role, SIZE),
        "font_color": colour(COLOURS.get(role, "text")),
        "align": FLUSH[alignment],
        "valign": "vcenter" if "bar" in role else "top",
        "text_wrap": role not in OVERFLOWING,
        "num_format": number,
    }
    if role in FILLS:
        made |= {"bg_color": colour(FILLS[role])}
    if role.startswith("head"):
        made |= {"bottom": 2, "bottom_color": colour("rule")}
    elif role in RULED:
        made |= {"bottom": 1, "bottom_color": colour("hair")}
    if role == "bar":
        made |= {"left": 1, "left_color": colour("hair")}
    if alignment == "start" and role in INDENTED:
        made |= {"indent": 1}
    return made


def write_sheet(page: Worksheet, sheet: Sheet, book: Book, formats: Formats) -> None:
    """Write cells, table, checks and colours by content."""
    for column, width in enumerate(sheet.widths):
        page.set_column_pixels(column, column, round(width / PIXEL))
    for row, points in sheet.heights.items():
        page.set_row(row - 1, points)
    if sheet.area:
        add_table(page, sheet.area)
    for (row, column), cell in sheet.cells.items():
        form = formats.of(cell)
        if cell.span > 1:
            page.merge_range(row - 1, column - 1, row - 1, column + cell.span - 2, "", form)
        write_cell(page, row - 1, column - 1, cell, form)
    for choice in sheet.choices:
        add_check(page, choice, book)
    for mark in sheet.marks:
        add_mark(page, mark, formats)


def write_cell(page: Worksheet, row: int, column: int, cell: Cell, form: Format) -> None:
    """Write one cell; text stays text, whatever it begins with."""
    if cell.calculate:
        page.write_formula(row, column, "=" + cell.calculate(EXCEL), form, result(cell))
        return
    value = plain(cell)
    if value is None or value == "":
        page.write_blank(row, column, None, form)
    elif isinstance(value, str):
        page.write_string(row, column, value, form)
    elif isinstance(value, date):
        page.write_datetime(row, column, datetime.combine(value, time()), form)
    else:
        page.write_number(row, column, value, form)


def result(cell: Cell) -> Any:
    """Return the result of a formula as the file holds it; days are counted."""
    value = plain(cell)
    return (value - DAY_ZERO).days if isinstance(value, date) else "" if value is None else value


def plain(cell: Cell) -> Any:
    """Return a value as Excel holds it; the items of a list stand on lines of their own."""
    if cell.type == FieldType.DATE and isinstance(cell.value, str):
        return date.fromisoformat(cell.value)
    if isinstance(cell.value, tuple | list):
        return "\n".join(cell.value)
    if isinstance(cell.value, bool):
        return shown(cell.type, cell.value)
    return cell.value.strip() if isinstance(cell.value, str) else cell.value


def add_table(page: Worksheet, area: Area) -> None:
    """Make a table of the rows, so that it grows with what is written below; the look stays ours."""
    columns = [
        {"header": head} | ({"formula": "=" + calculate(EXCEL)} if calculate else {})
        for head, calculate in zip(area.heads, area.formulas, strict=True)
    ]
    options = {"name": area.name, "columns": columns, "style": None}
    page.add_table(area.head - 1, 0, area.last - 1, len(columns) - 1, options)


def add_check(page: Worksheet, choice: Choice, book: Book) -> None:
    """Let cells accept only what fits their field, and say beside them what is wanted."""
    entry = choice.entry
    title, text = prompt(entry)
    check: dict[str, Any] = {"error_title": "Das passt nicht", "input_title": title, "input_message": text}
    if entry.formula:
        check |= {"validate": "custom", "value": "=FALSE", "error_type": "warning", "error_message": OVERWRITE}
    elif entry.options_from:
        name = entry.options_from
        check |= {"validate": "list", "source": f"=OFFSET({name},0,0,MAX(1,COUNTA({name})),1)"}
        check |= {"error_message": "Bitte wählen Sie einen Wert aus der Liste."}
    elif options_of(entry):
        check |= {"validate": "list", "source": f"={book.list_name(entry)}"}
        check |= {"error_message": "Bitte wählen Sie einen Wert aus der Liste."}
    elif entry.type == FieldType.DATE:
        check |= {"validate": "date", "criteria": ">", "value": date(2000, 1, 1)}
        check |= {"error_message": "Bitte geben Sie ein Datum ein, z. B. 01.03.2027."}
    elif entry.type in NUMERIC:
        low, high = limits(entry)
        check |= {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        check |= {
            "error_message": "Bitte geben Sie eine Zahl ein" + (f" von {low} bis {high}." if entry.high is not None else ".")
        }
    elif text:
        check |= {"validate": "any"}
    else:
        return
    page.data_validation(choice.first - 1, choice.column - 1, choice.last - 1, choice.column - 1, check)


def add_mark(page: Worksheet, mark: Mark, formats: Formats) -> None:
    """Colour cells by their content."""
    options = {"type": "formula", "criteria": "=" + mark.condition(EXCEL), "format": formats.mark(mark.style)}
    page.conditional_format(mark.first[0] - 1, mark.first[1] - 1, mark.last[0] - 1, mark.last[1] - 1, options)


def add_chart(workbook: Workbook, page: Worksheet, sheet: Sheet, picture: Picture) -> None:
    """Draw stacked columns; the same figures stand in the cells above, so nothing is told by colour alone."""
    chart = workbook.add_chart({"type": "column", "subtype": "stacked"})
    first, last = (column - 1 for column in picture.columns)
    for row, fill in zip(picture.rows, SERIES, strict=False):
        chart.add_series(
            {
                "name": [sheet.name, row - 1, 0],
                "categories": [sheet.name, picture.head - 1, first, picture.head - 1, last],
                "values": [sheet.name, row - 1, first, row - 1, last],
                "fill": {"color": colour(fill)},
                "gap": 60,
            }
        )
    chart.set_title({"name": picture.title, "name_font": {"size": 12, "color": colour("title")}, "overlay": False})
    chart.set_y_axis(
        {"num_format": NUMBER_FORMATS[FieldType.EURO], "major_gridlines": {"visible": True, "line": {"color": colour("hair")}}}
    )
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 760, "height": 300})
    page.insert_chart(
        picture.anchor - 1, 0, chart, {"description": f"{picture.title}. Die Zahlen stehen in der Tabelle darüber."}
    )


def set_up(page: Worksheet, sheet: Sheet, document: Document) -> None:
    """Set view and print: no grid lines, the head in view, all columns on one page."""
    page.hide_gridlines(2)
    page.set_paper(A4)
    if not sheet.is_upright:
        page.set_landscape()
    page.fit_to_pages(1, 1 if sheet.is_one_page else 0)
    page.set_margins(**MARGINS)
    small = f'&"{FONT},Regular"&8'
    page.set_footer(f"&L{small}{escaped(document.imprint)}&R{small}Seite &P von &N")
    page.set_header(f"&L{escaped(document.title)}&R{escaped(document.municipality)}")
    if sheet.head_row:
        page.repeat_rows(sheet.head_row - 1)
        page.freeze_panes(sheet.head_row, sheet.frozen_columns)
    if sheet.is_hidden:
        page.hide()


def escaped(text: str) -> str:
    """Return text for head and foot of a page, where & begins a code."""
    return text.replace("&", "&&")
