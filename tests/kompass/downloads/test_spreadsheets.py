"""Spreadsheets bear what people do with them: long texts, new rows, other years; nothing is cut, lost or falsely green."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from lxml import etree

from kompass.downloads import letters
from kompass.downloads.book import BOLD, LISTS, ROOM, SIZE, SIZES, Book, Sheet
from kompass.downloads.from_template import outline
from kompass.downloads.library import Library
from kompass.downloads.spreadsheet import FILTER, PADDING, lay_out
from kompass.downloads.to_ods import to_ods
from kompass.downloads.to_xlsx import to_xlsx
from kompass.model.templates import Template
from kompass.model.vocabulary import FieldType

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
OFFICE_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SCREEN = 240
"""Points that a frozen head may take of a small screen, which shows about 450."""


@pytest.fixture(params=[False, True], ids=["leer", "beispiel"], scope="module")
def books(request: pytest.FixtureRequest, catalogue: Any) -> dict[str, Book]:
    """Return the layout of every spreadsheet."""
    return {one.id: lay_out(document(one, request.param)) for one in catalogue.all("template") if one.form == "tabelle"}


def document(template: Template, is_example: bool) -> Any:
    return outline(template, "https://example.org/", is_example=is_example)


def sheets(books: dict[str, Book]) -> Iterator[tuple[str, Sheet]]:
    for name, book in books.items():
        yield from ((f"{name}: {sheet.name}", sheet) for sheet in book.sheets if sheet.name != LISTS)


def test_no_row_of_an_excel_file_is_held_at_its_height(xlsx_path: str, library: Library) -> None:
    for name, part in parts(library.files[xlsx_path]).items():
        if name.startswith("xl/worksheets/sheet"):
            rows = list(etree.fromstring(part).iter(f"{MAIN}row"))
            assert rows
            assert not [row.get("r") for row in rows if row.get("customHeight")]


def test_rows_of_an_opendocument_table_grow_with_their_text(ods_path: str, library: Library) -> None:
    root = etree.fromstring(parts(library.files[ods_path])["content.xml"])
    grows = {
        style.get(f"{STYLE}name"): style[0].get(f"{STYLE}use-optimal-row-height") == "true"
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "table-row"
    }
    checked = 0
    for row in root.iter(f"{OFFICE_TABLE}table-row"):
        inputs = [cell for cell in row if cell.get(f"{OFFICE_TABLE}content-validation-name")]
        if inputs and row.get(f"{OFFICE_TABLE}style-name"):
            checked += 1
            assert grows[row.get(f"{OFFICE_TABLE}style-name")]
    assert checked


def test_no_column_breaks_a_word(books: dict[str, Book]) -> None:
    broken = []
    for name, sheet in sheets(books):
        for (row, column), cell in sheet.cells.items():
            if isinstance(cell.value, str) and cell.type != FieldType.DATE and cell.style not in {"title", "aside"}:
                room = sum(sheet.widths[column - 1 : column - 1 + cell.span]) - PADDING
                room -= FILTER if cell.style.startswith("head") and sheet.area and row == sheet.area.head else 0
                size = SIZES.get(cell.style, SIZE)
                if letters.longest_word(cell.value, size, bold=cell.style in BOLD) > room + letters.HAIR:
                    broken.append(f"{name}: {cell.value}")
    assert broken == []


def test_heads_of_all_tables_stay_in_view_on_a_small_screen(books: dict[str, Book]) -> None:
    heads = [(name, sheet) for name, sheet in sheets(books) if sheet.head_row]
    assert heads
    tall = {
        name: sum(sheet.heights[row] for row in range(1, sheet.head_row + 1) if row in sheet.heights) for name, sheet in heads
    }
    assert {name: points for name, points in tall.items() if points > SCREEN} == {}


def test_heads_of_excel_tables_are_frozen(xlsx_path: str, library: Library) -> None:
    for page in openpyxl.load_workbook(io.BytesIO(library.files[xlsx_path])).worksheets:
        for table in page.tables.values():
            assert page.freeze_panes
            assert page[page.freeze_panes].row == page[table.ref.partition(":")[0]].row + 1


def test_list_of_answers_is_hidden(xlsx_path: str, library: Library) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(library.files[xlsx_path]))
    assert [page.sheet_state for page in workbook.worksheets if page.title == LISTS] in ([], ["hidden"])


def test_every_table_with_inputs_is_a_table_of_excel_that_grows(books: dict[str, Book], catalogue: Any) -> None:
    for template in catalogue.all("template"):
        if template.form == "tabelle":
            made = openpyxl.load_workbook(io.BytesIO(to_xlsx(document(template, True))))
            found = {table for page in made.worksheets for table in page.tables}
            wanted = {
                f"Tabelle_{section.table.id}"
                for section in template.sections
                if section.table and not all(column.formula for column in section.table.columns)
            }
            assert found == wanted


def test_rows_added_below_a_table_count_in_sums_names_and_checks(books: dict[str, Book]) -> None:
    for book in books.values():
        for sheet in book.sheets:
            if sheet.area:
                reach = {
                    last for owner, first, last, _ in book.names.values() if owner == sheet.name and first == sheet.area.head + 1
                }
                assert reach == {sheet.area.last + ROOM}
                open_checks = [choice for choice in sheet.choices if choice.first > sheet.area.head and not choice.entry.formula]
                assert all(choice.last == sheet.area.last + ROOM for choice in open_checks)


def test_nothing_stands_below_a_table_that_could_stop_it_from_growing(books: dict[str, Book]) -> None:
    for _, sheet in sheets(books):
        if sheet.area:
            assert max(row for row, _ in sheet.cells) == sheet.area.last


@pytest.mark.parametrize("write", [to_xlsx, to_ods])
def test_text_that_looks_like_a_formula_stays_text(write: Any, catalogue: Any) -> None:
    template = catalogue.get("template", "priorisierungsmatrix")
    table = template.sections[0].table
    evil = ("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1")
    rows = tuple({"idee": text, "nutzen": 3} for text in evil)
    section = template.sections[0].model_copy(update={"table": table.model_copy(update={"example": rows})})
    data = write(document(template.model_copy(update={"sections": (section,)}), True))
    assert not [formula for formula in formulas(data) if any(text in formula for text in ("1+1", "cmd", "@SUM"))]
    assert all(text.encode() in b"".join(parts(data).values()) for text in ("+1", "@SUM(A1)"))


def formulas(data: bytes) -> list[str]:
    """Return all formulas of a file."""
    found = []
    for name, part in parts(data).items():
        if name.endswith(".xml"):
            root = etree.fromstring(part)
            found += [node.text or "" for node in root.iter(f"{MAIN}f")]
            found += [node.get(f"{OFFICE_TABLE}formula", "") for node in root.iter(f"{OFFICE_TABLE}table-cell")]
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_texts_that_formulas_yield_are_stored_as_values(ods_path: str, library: Library) -> None:
    """LibreOffice takes some results from the shown text, others not; it showed 0 for one of them."""
    root = etree.fromstring(parts(library.files[ods_path])["content.xml"])
    cells = [cell for cell in root.iter(f"{OFFICE_TABLE}table-cell") if cell.get(f"{OFFICE_TABLE}formula")]
    texts = [cell for cell in cells if cell.get(f"{OFFICE}value-type") == "string"]
    assert [cell.get(f"{OFFICE_TABLE}formula") for cell in texts if cell.get(f"{OFFICE}string-value") is None] == []
