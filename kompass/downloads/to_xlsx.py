"""Write an outline as an Excel file: named cells, checked inputs, formulas with their results, print set up."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from kompass.downloads.outline import Document, shown
from kompass.downloads.reproducible import pack, unpack
from kompass.downloads.spreadsheet import BAR, INSTRUCTIONS, LISTS, Book, Cell, Choice, Sheet, lay_out, list_name, options_of
from kompass.downloads.to_docx import core
from kompass.model.vocabulary import FieldType

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NUMBER_FORMATS = {FieldType.EURO: '#,##0 "€"', FieldType.PERCENT: "0%", FieldType.DATE: "dd.mm.yyyy"}
NUMERIC = {FieldType.NUMBER, FieldType.EURO, FieldType.PERCENT}
LIGHT_FILLS = {"grün": "BFE0D2", "gelb": "F3D58A", "rot": "F2C4B3"}
HAIR = Side(style="thin", color="D8CFBC")
RULE = Side(style="medium", color="10463F")
INDENTED = {"input", "computed", "head", "aside"}
INK, SOFT, PINE = "1B2624", "424D4A", "10463F"


class Excel:
    """References as Excel writes them."""

    separator = ","

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""
        return f"{'$' * fixed_column}{get_column_letter(column)}{'$' * fixed_row}{row}"

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""
        letter = get_column_letter(column)
        return f"{quote_sheetname(sheet)}!${letter}${first}:${letter}${last}"


def to_xlsx(document: Document) -> bytes:
    """Return the document as an Excel file."""
    layout = lay_out(document)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    set_default_font(workbook)
    styles = Styles()
    results = [write_sheet(workbook, sheet, layout, document, styles) for sheet in layout.sheets]
    for name, (sheet, first, last, column) in layout.names.items():
        reference = Excel().span(sheet, first, last, column)
        if first == last:
            reference = reference.partition(":")[0]
        workbook.defined_names[name] = DefinedName(name, attr_text=reference)
    workbook.active = 1
    buffer = io.BytesIO()
    workbook.save(buffer)
    parts = unpack(buffer.getvalue())
    for number, values in enumerate(results, 1):
        name = f"xl/worksheets/sheet{number}.xml"
        parts[name] = with_results(parts[name], values)
    parts["docProps/core.xml"] = core(document)
    return pack(parts)


def set_default_font(workbook: Workbook) -> None:
    """Replace the font that openpyxl gives to every cell."""
    font = Font(name="Arial", size=10, color=INK)
    workbook._fonts = IndexedList([font])
    workbook._named_styles["Normal"].font = font


class Styles:
    """The named styles, made on first use, one per role and number format."""

    def __init__(self) -> None:
        self.made: dict[str, NamedStyle] = {}

    def name(self, cell: Cell, workbook: Workbook) -> str:
        """Return the name of the style of a cell, which the workbook then knows."""
        numeric = cell.type in NUMERIC
        kind = cell.type if cell.type in NUMBER_FORMATS else FieldType.NUMBER if numeric else FieldType.LINE
        name = f"kompass_{cell.style}_{kind.value}"
        if name not in self.made:
            self.made[name] = make_style(name, cell.style, kind)
            workbook.add_named_style(self.made[name])
        return name


def make_style(name: str, role: str, kind: FieldType) -> NamedStyle:
    """Return the style of a role: fonts, fills and rules of the identity."""
    style = NamedStyle(name)
    bold = role in {"title", "strong", "notice", "label", "head", "head_number", "head_bar", "first", "footer"}
    size = {"title": 16, "help": 9, "aside": 9, "head_bar": 8, "bar": 8}.get(role, 10)
    colour = {"title": "0A332E", "strong": PINE, "help": SOFT, "aside": SOFT}.get(role, INK)
    style.font = Font(name="Arial", size=size, bold=bold, color=colour)
    fill = {
        "input": "FBEFCD",
        "first": "FBEFCD",
        "notice": "FBEFCD",
        "computed": "DEEBE6",
        "footer": "DEEBE6",
        "head": "F4F0E6",
        "head_number": "F4F0E6",
        "head_bar": "F4F0E6",
    }
    if role in fill:
        style.fill = PatternFill("solid", fgColor=fill[role])
    if role.startswith("head"):
        style.border = Border(bottom=RULE)
    elif role in {"input", "first", "computed", "footer", "label", "bar"}:
        style.border = Border(bottom=HAIR, left=HAIR if role == "bar" else None)
    flush = "right" if (kind in NUMERIC and role != "label") or role == "head_number" else "center" if "bar" in role else "left"
    style.alignment = Alignment(
        horizontal=flush,
        vertical="center" if "bar" in role else "top",
        wrap_text=role not in {"title", "aside"},
        indent=int(flush == "left" and role in INDENTED),
    )
    style.number_format = NUMBER_FORMATS.get(
        kind, "General" if kind in NUMERIC else "@" if role in {"input", "first"} else "General"
    )
    return style


def write_sheet(workbook: Workbook, sheet: Sheet, book: Book, document: Document, styles: Styles) -> dict[str, Any]:
    """Write one sheet; return the results of its formulas by cell."""
    page = workbook.create_sheet(sheet.name)
    results: dict[str, Any] = {}
    for (row, column), cell in sheet.cells.items():
        made = page.cell(row, column)
        made.style = styles.name(cell, workbook)
        if cell.calculate:
            made.value = "=" + cell.calculate(Excel())
            results[made.coordinate] = cell.value
        elif cell.value is not None:
            made.value = plain(cell)
            if isinstance(made.value, str):
                made.data_type = "s"
    for column, width in enumerate(sheet.widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    for row, height in sheet.heights.items():
        page.row_dimensions[row].height = height
    for row, columns in sheet.merged:
        if columns > 1:
            page.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    for choice in sheet.choices:
        add_check(page, choice, book)
    set_up(page, sheet, document)
    return results


def plain(cell: Cell) -> Any:
    """Return a value as Excel holds it."""
    if cell.type == FieldType.DATE and isinstance(cell.value, str):
        return date.fromisoformat(cell.value)
    if isinstance(cell.value, bool | tuple):
        return shown(cell.type, cell.value)
    return cell.value.strip() if isinstance(cell.value, str) else cell.value


def add_check(page: Any, choice: Choice, book: Book) -> None:
    """Let cells accept only what fits their field."""
    entry = choice.entry
    letter = get_column_letter(choice.column)
    if options_of(entry):
        check = DataValidation(type="list", formula1=f"={list_name(book, entry)}", allow_blank=True)
        check.error = "Bitte wählen Sie einen Wert aus der Liste."
    elif entry.type == FieldType.DATE:
        check = DataValidation(type="date", operator="greaterThan", formula1="36526", allow_blank=True)
        check.error = "Bitte geben Sie ein Datum ein, z. B. 01.03.2027."
    elif entry.type in NUMERIC:
        check = DataValidation(type="decimal", operator="between", allow_blank=True)
        low = entry.low if entry.low is not None else 0 if entry.type == FieldType.PERCENT else -1_000_000_000
        high = entry.high if entry.high is not None else 10 if entry.type == FieldType.PERCENT else 1_000_000_000
        check.formula1, check.formula2 = f"{low}", f"{high}"
        check.error = "Bitte geben Sie eine Zahl ein" + (f" von {entry.low} bis {entry.high}." if entry.high is not None else ".")
    else:
        return
    check.errorTitle, check.showErrorMessage = "Das passt nicht", True
    if entry.help:
        check.promptTitle, check.prompt, check.showInputMessage = entry.label[:32], entry.help[:255], True
    page.add_data_validation(check)
    check.add(f"{letter}{choice.first}:{letter}{choice.last}")


def set_up(page: Any, sheet: Sheet, document: Document) -> None:
    """Set view, filter, colours by value, and print."""
    page.sheet_view.showGridLines = False
    page.sheet_view.zoomScale = 100
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "portrait" if sheet.name in {INSTRUCTIONS, LISTS} else "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left, page.page_margins.right, page.page_margins.top, page.page_margins.bottom = 0.98, 0.79, 0.79, 0.79
    page.oddFooter.left.text = document.imprint.replace("&", "&&")
    page.oddFooter.right.text = "Seite &P von &N"
    page.oddFooter.left.size = page.oddFooter.right.size = 8
    page.oddFooter.left.font = page.oddFooter.right.font = "Arial,Regular"
    page.oddHeader.left.text = document.title.replace("&", "&&")
    page.oddHeader.right.text = document.municipality
    if sheet.head_row:
        last = get_column_letter(sheet.columns)
        rows_end = max(
            sheet.head_row + 1, sheet.last_row - (1 if any(cell.style == "footer" for cell in sheet.cells.values()) else 0)
        )
        base = sheet.bars[2] - 1 if sheet.bars else sheet.columns
        page.auto_filter.ref = f"A{sheet.head_row}:{get_column_letter(base)}{rows_end}"
        page.print_title_rows = f"{sheet.head_row}:{sheet.head_row}"
        page.print_area = f"A1:{last}{sheet.last_row}"
        page.freeze_panes = f"B{sheet.head_row + 1}" if sheet.is_frozen else None
    for choice in sheet.choices:
        if choice.entry.type == FieldType.LIGHT:
            add_lights(page, f"{get_column_letter(choice.column)}{choice.first}:{get_column_letter(choice.column)}{choice.last}")
    for (row, column), cell in sheet.cells.items():
        if cell.type == FieldType.LIGHT and cell.calculate:
            add_lights(page, f"{get_column_letter(column)}{row}")
    if sheet.bars:
        first, last_row, left, right = sheet.bars
        area = f"{get_column_letter(left)}{first}:{get_column_letter(right)}{last_row}"
        solid = PatternFill("solid", bgColor=PINE, fgColor=PINE)
        page.conditional_formatting.add(
            area, CellIsRule(operator="equal", formula=[f'"{BAR}"'], fill=solid, font=Font(color=PINE))
        )


def add_lights(page: Any, area: str) -> None:
    """Colour the traffic light; the word stays."""
    for word, colour in LIGHT_FILLS.items():
        fill = PatternFill("solid", bgColor=colour, fgColor=colour)
        page.conditional_formatting.add(area, CellIsRule(operator="equal", formula=[f'"{word}"'], fill=fill))


def with_results(sheet: bytes, results: dict[str, Any]) -> bytes:
    """Write the results of the formulas beside them, so that viewers that do not calculate show them too."""
    if not results:
        return sheet
    root = etree.fromstring(sheet)
    for cell in root.iter(f"{MAIN}c"):
        written = cell.find(f"{MAIN}f")
        if written is None:
            continue
        value = results.get(cell.get("r"))
        slot = cell.find(f"{MAIN}v")
        if slot is None:
            slot = etree.SubElement(cell, f"{MAIN}v")
        if isinstance(value, int | float):
            cell.attrib.pop("t", None)
            slot.text = repr(value)
        else:
            cell.set("t", "str")
            slot.text = value or ""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
