"""Write an outline as an OpenDocument spreadsheet: the same cells, names, checks and formulas as the Excel file."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter

from kompass.downloads.odf import SPACES, element, package, serialise
from kompass.downloads.outline import Document, shown
from kompass.downloads.spreadsheet import BAR, INSTRUCTIONS, LISTS, Book, Cell, Choice, Sheet, lay_out, list_name, options_of
from kompass.model.vocabulary import FieldType

NUMERIC = {FieldType.NUMBER, FieldType.EURO, FieldType.PERCENT}
FORMATS = {FieldType.EURO: "N_euro", FieldType.PERCENT: "N_prozent", FieldType.DATE: "N_datum"}
VALUE_TYPES = {FieldType.EURO: "currency", FieldType.PERCENT: "percentage", FieldType.NUMBER: "float"}
FILLS = {
    "input": "#fbefcd",
    "first": "#fbefcd",
    "notice": "#fbefcd",
    "computed": "#deebe6",
    "footer": "#deebe6",
    "head": "#f4f0e6",
    "head_number": "#f4f0e6",
    "head_bar": "#f4f0e6",
}
BOLD = {"title", "strong", "notice", "label", "head", "head_number", "head_bar", "first", "footer"}
SIZES = {"title": "16pt", "help": "9pt", "aside": "9pt", "head_bar": "8pt", "bar": "8pt"}
COLOURS = {"title": "#0a332e", "strong": "#10463f", "help": "#424d4a", "aside": "#424d4a"}
LIGHT_FILLS = {"grün": "#bfe0d2", "gelb": "#f3d58a", "rot": "#f2c4b3"}
CHARACTER = 1.95


class OpenFormula:
    """References as OpenDocument writes them."""

    separator = ";"

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""
        return f"[.{'$' * fixed_column}{get_column_letter(column)}{'$' * fixed_row}{row}]"

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""
        letter = get_column_letter(column)
        return f"[${quoted(sheet)}.${letter}${first}:.${letter}${last}]"


def quoted(sheet: str) -> str:
    """Return the name of a sheet as it stands in references."""
    return "'" + sheet.replace("'", "''") + "'"


def to_ods(document: Document) -> bytes:
    """Return the document as an OpenDocument spreadsheet."""
    book = lay_out(document)
    writer = _Writer(book)
    sheets = [writer.sheet(sheet) for sheet in book.sheets]
    content = element(
        "office:document-content",
        element("office:automatic-styles", *writer.styles()),
        element("office:body", element("office:spreadsheet", writer.checks(), *sheets, names(book), filters(book))),
        office__version="1.3",
    )
    parts = {"content.xml": serialise(content), "styles.xml": styles(document), "settings.xml": settings(book)}
    return package("spreadsheet", document, parts)


class _Writer:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.cell_styles: dict[str, tuple[str, FieldType]] = {}
        self.widths: list[float] = []
        self.heights: list[float] = []
        self.choices: list[tuple[Choice, str]] = []

    def sheet(self, sheet: Sheet) -> Any:
        page = "hoch" if sheet.name in {INSTRUCTIONS, LISTS} else "quer"
        made = element("table:table", table__name=sheet.name, table__style_name=f"ta_{page}")
        if sheet.head_row:
            last = get_column_letter(max(sheet.columns, 1))
            made.set(f"{{{SPACES['table']}}}print-ranges", f"{quoted(sheet.name)}.A1:{quoted(sheet.name)}.{last}{sheet.last_row}")
        columns = max(len(sheet.widths), max((column for _, column in sheet.cells), default=1))
        for place in range(columns):
            width = sheet.widths[place] if place < len(sheet.widths) else 30
            made.append(
                element("table:table-column", table__style_name=self.width(width), table__default_cell_style_name="Default")
            )
        merged = dict(sheet.merged)
        checks = {
            (row, choice.column): self.check(choice, sheet)
            for choice in sheet.choices
            for row in range(choice.first, choice.last + 1)
        }
        for row in range(1, max(row for row, _ in sheet.cells) + 1):
            line = element("table:table-row", table__style_name=self.height(sheet.heights.get(row, 15)))
            skip = 0
            for column in range(1, columns + 1):
                if skip:
                    line.append(element("table:covered-table-cell"))
                    skip -= 1
                    continue
                cell = self.cell(sheet.cells.get((row, column)), checks.get((row, column)))
                if column == 1 and merged.get(row, 1) > 1:
                    cell.set(f"{{{SPACES['table']}}}number-columns-spanned", str(merged[row]))
                    cell.set(f"{{{SPACES['table']}}}number-rows-spanned", "1")
                    skip = merged[row] - 1
                line.append(cell)
            made.append(element("table:table-header-rows", line) if row == sheet.head_row else line)
        return made

    def cell(self, cell: Cell | None, check: str | None) -> Any:
        if cell is None:
            return element("table:table-cell")
        name = f"ce_{cell.style}_{cell.type.value}"
        self.cell_styles[name] = (cell.style, cell.type)
        made = element("table:table-cell", table__style_name=name)
        if check:
            made.set(f"{{{SPACES['table']}}}content-validation-name", check)
        if cell.calculate:
            made.set(f"{{{SPACES['table']}}}formula", "of:=" + cell.calculate(OpenFormula()))
        fill_cell(made, cell)
        return made

    def check(self, choice: Choice, sheet: Sheet) -> str | None:
        if not (options_of(choice.entry) or choice.entry.type == FieldType.DATE or choice.entry.type in NUMERIC):
            return None
        self.choices.append((choice, sheet.name))
        return f"val{len(self.choices)}"

    def checks(self) -> Any:
        made = element("table:content-validations")
        for number, (choice, sheet) in enumerate(self.choices, 1):
            base = f"{quoted(sheet)}.{get_column_letter(choice.column)}{choice.first}"
            check = element(
                "table:content-validation",
                table__name=f"val{number}",
                table__condition=self.condition(choice),
                table__allow_empty_cell="true",
                table__base_cell_address=base,
            )
            if options_of(choice.entry):
                check.set(f"{{{SPACES['table']}}}display-list", "unsorted")
            if choice.entry.help:
                text = element("text:p", choice.entry.help)
                check.append(element("table:help-message", text, table__title=choice.entry.label, table__display="true"))
            message = element("text:p", "Bitte geben Sie hier einen passenden Wert ein.")
            check.append(
                element(
                    "table:error-message",
                    message,
                    table__message_type="stop",
                    table__title="Das passt nicht",
                    table__display="true",
                )
            )
            made.append(check)
        return made

    def condition(self, choice: Choice) -> str:
        entry = choice.entry
        if options_of(entry):
            sheet, first, last, column = self.book.names[list_name(self.book, entry)]
            return f"of:cell-content-is-in-list({OpenFormula().span(sheet, first, last, column)})"
        if entry.type == FieldType.DATE:
            return "of:cell-content-is-date() and cell-content()>36526"
        low = entry.low if entry.low is not None else 0 if entry.type == FieldType.PERCENT else -1_000_000_000
        high = entry.high if entry.high is not None else 10 if entry.type == FieldType.PERCENT else 1_000_000_000
        return f"of:cell-content-is-decimal-number() and cell-content-is-between({low},{high})"

    def width(self, width: float) -> str:
        rounded = round(width * CHARACTER, 1)
        if rounded not in self.widths:
            self.widths.append(rounded)
        return f"co{self.widths.index(rounded)}"

    def height(self, height: float) -> str:
        if height not in self.heights:
            self.heights.append(height)
        return f"ro{self.heights.index(height)}"

    def styles(self) -> list[Any]:
        made = number_formats()
        for place, width in enumerate(self.widths):
            properties = element("style:table-column-properties", style__column_width=f"{width}mm")
            made.append(element("style:style", properties, style__name=f"co{place}", style__family="table-column"))
        for place, height in enumerate(self.heights):
            properties = element(
                "style:table-row-properties", style__row_height=f"{height}pt", style__use_optimal_row_height="false"
            )
            made.append(element("style:style", properties, style__name=f"ro{place}", style__family="table-row"))
        for name, (role, kind) in self.cell_styles.items():
            made.append(cell_style(name, role, kind))
        for page in ("hoch", "quer"):
            properties = element("style:table-properties", table__display="true")
            style = element(
                "style:style", properties, style__name=f"ta_{page}", style__family="table", style__master_page_name=page
            )
            made.append(style)
        return made


def fill_cell(made: Any, cell: Cell) -> None:
    """Write value and shown text of a cell."""
    value = cell.value
    if value is None or value == "":
        if cell.calculate:
            made.set(f"{{{SPACES['office']}}}value-type", "string")
            made.set(f"{{{SPACES['office']}}}string-value", "")
        return
    text = shown(cell.type, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        kind = VALUE_TYPES.get(cell.type, "float")
        made.set(f"{{{SPACES['office']}}}value-type", kind)
        made.set(f"{{{SPACES['office']}}}value", repr(value))
        if kind == "currency":
            made.set(f"{{{SPACES['office']}}}currency", "EUR")
    elif cell.type == FieldType.DATE:
        made.set(f"{{{SPACES['office']}}}value-type", "date")
        made.set(f"{{{SPACES['office']}}}date-value", str(value))
    else:
        made.set(f"{{{SPACES['office']}}}value-type", "string")
    for line in text.strip().split("\n"):
        made.append(element("text:p", line))


def cell_style(name: str, role: str, kind: FieldType) -> Any:
    """Return the style of a role: fonts, fills and rules of the identity."""
    made = element("style:style", style__name=name, style__family="table-cell", style__parent_style_name="Default")
    if kind in FORMATS:
        made.set(f"{{{SPACES['style']}}}data-style-name", FORMATS[kind])
    wrap = "no-wrap" if role in {"title", "aside"} else "wrap"
    place = element(
        "style:table-cell-properties",
        style__vertical_align="middle" if "bar" in role else "top",
        fo__wrap_option=wrap,
        fo__padding="0.6mm",
    )
    if role in FILLS:
        place.set(f"{{{SPACES['fo']}}}background-color", FILLS[role])
    if role.startswith("head"):
        place.set(f"{{{SPACES['fo']}}}border-bottom", "1.5pt solid #10463f")
    elif role in {"input", "first", "computed", "footer", "label", "bar"}:
        place.set(f"{{{SPACES['fo']}}}border-bottom", "0.5pt solid #d8cfbc")
    made.append(place)
    flush = "end" if (kind in NUMERIC and role != "label") or role == "head_number" else "center" if "bar" in role else "start"
    made.append(element("style:paragraph-properties", fo__text_align=flush))
    letters = element("style:text-properties", fo__font_size=SIZES.get(role, "10pt"), fo__color=COLOURS.get(role, "#1b2624"))
    if role in BOLD:
        letters.set(f"{{{SPACES['fo']}}}font-weight", "bold")
    made.append(letters)
    if role == "bar":
        made.append(element("style:map", style__condition=f'cell-content()="{BAR}"', style__apply_style_name="Balken"))
    if kind == FieldType.LIGHT:
        for word in LIGHT_FILLS:
            made.append(
                element(
                    "style:map",
                    style__condition=f'cell-content()="{word}"',
                    style__apply_style_name=f"Ampel_{word.replace('ü', 'ue')}",
                )
            )
    return made


def number_formats() -> list[Any]:
    """Return the formats of amounts, shares and dates."""
    euro = element("number:currency-style", style__name="N_euro")
    euro.append(element("number:number", number__decimal_places="0", number__min_integer_digits="1", number__grouping="true"))
    euro.append(element("number:text", " "))
    euro.append(element("number:currency-symbol", "€", number__language="de", number__country="DE"))
    share = element("number:percentage-style", style__name="N_prozent")
    share.append(element("number:number", number__decimal_places="0", number__min_integer_digits="1"))
    share.append(element("number:text", " %"))
    day = element("number:date-style", style__name="N_datum")
    day.append(element("number:day", number__style="long"))
    day.append(element("number:text", "."))
    day.append(element("number:month", number__style="long"))
    day.append(element("number:text", "."))
    day.append(element("number:year", number__style="long"))
    return [euro, share, day]


def names(book: Book) -> Any:
    """Return the names of cells and columns."""
    made = element("table:named-expressions")
    for name, (sheet, first, last, column) in book.names.items():
        letter = get_column_letter(column)
        area = f"${quoted(sheet)}.${letter}${first}" + (f":.${letter}${last}" if last != first else "")
        made.append(
            element(
                "table:named-range",
                table__name=name,
                table__base_cell_address=f"${quoted(sheet)}.$A$1",
                table__cell_range_address=area,
            )
        )
    return made


def filters(book: Book) -> Any:
    """Return the areas with filter buttons."""
    made = element("table:database-ranges")
    for number, sheet in enumerate(book.sheets, 1):
        if sheet.head_row:
            right = get_column_letter(sheet.bars[2] - 1 if sheet.bars else sheet.columns)
            has_footer = any(cell.style == "footer" for cell in sheet.cells.values())
            area = f"{quoted(sheet.name)}.A{sheet.head_row}:{quoted(sheet.name)}.{right}{sheet.last_row - has_footer}"
            made.append(
                element(
                    "table:database-range",
                    table__name=f"filter{number}",
                    table__target_range_address=area,
                    table__display_filter_buttons="true",
                )
            )
    return made


def styles(document: Document) -> bytes:
    """Return default font, colours by value, and the pages."""
    root = element("office:document-styles", office__version="1.3")
    faces = element("style:font-face", style__name="Arial", svg__font_family="Arial", style__font_family_generic="swiss")
    root.append(element("office:font-face-decls", faces))
    common = element("office:styles")
    default = element("style:default-style", style__family="table-cell")
    default.append(
        element(
            "style:text-properties",
            style__font_name="Arial",
            fo__font_size="10pt",
            fo__color="#1b2624",
            fo__language="de",
            fo__country="DE",
        )
    )
    common.append(default)
    common.append(element("style:style", style__name="Default", style__family="table-cell"))
    for word, colour in LIGHT_FILLS.items():
        common.append(coloured(f"Ampel_{word.replace('ü', 'ue')}", colour, "#1b2624"))
    common.append(coloured("Balken", "#10463f", "#10463f"))
    root.append(common)
    automatic, masters = element("office:automatic-styles"), element("office:master-styles")
    for page, (width, height, turn) in {"hoch": (210, 297, "portrait"), "quer": (297, 210, "landscape")}.items():
        automatic.append(page_layout(page, width, height, turn))
        masters.append(master(page, document))
    root.append(automatic)
    root.append(masters)
    return serialise(root)


def coloured(name: str, fill: str, colour: str) -> Any:
    """Return a cell style that only colours."""
    made = element("style:style", style__name=name, style__family="table-cell", style__parent_style_name="Default")
    made.append(element("style:table-cell-properties", fo__background_color=fill))
    made.append(element("style:text-properties", fo__color=colour))
    return made


def page_layout(name: str, width: int, height: int, turn: str) -> Any:
    """Return a page that fits the sheet's width."""
    properties = element(
        "style:page-layout-properties",
        fo__page_width=f"{width}mm",
        fo__page_height=f"{height}mm",
        style__print_orientation=turn,
        fo__margin="15mm",
        fo__margin_left="25mm",
        style__scale_to_X="1",
        style__scale_to_Y="0",
    )
    head = element("style:header-style", element("style:header-footer-properties", fo__min_height="8mm", fo__margin_bottom="2mm"))
    foot = element("style:footer-style", element("style:header-footer-properties", fo__min_height="8mm", fo__margin_top="2mm"))
    return element("style:page-layout", properties, head, foot, style__name=f"p_{name}")


def master(name: str, document: Document) -> Any:
    """Return head and foot of a page."""
    head = element(
        "style:header", element("text:p", document.title + (f", {document.municipality}" if document.municipality else ""))
    )
    pages = [", Seite ", element("text:page-number", "1"), " von ", element("text:page-count", "1")]
    foot = element("style:footer", element("text:p", document.imprint, *pages))
    return element("style:master-page", head, foot, style__name=name, style__page_layout_name=f"p_{name}")


def settings(book: Book) -> bytes:
    """Return the view: no grid lines, the head in view where it stands near the top."""
    tables = element("config:config-item-map-named", config__name="Tables")
    for sheet in book.sheets:
        entry = element("config:config-item-map-entry", config__name=sheet.name)
        entry.append(item("ShowGrid", "boolean", "false"))
        if sheet.is_frozen:
            values = (
                ("HorizontalSplitMode", 2),
                ("VerticalSplitMode", 2),
                ("HorizontalSplitPosition", 1),
                ("VerticalSplitPosition", sheet.head_row),
            )
            for name, value in (*values, ("PositionRight", 1), ("PositionBottom", sheet.head_row)):
                entry.append(item(name, "short" if name.endswith("Mode") else "int", str(value)))
        tables.append(entry)
    view = element(
        "config:config-item-map-entry",
        tables,
        item("ActiveTable", "string", book.sheets[1].name),
        item("ShowGrid", "boolean", "false"),
    )
    views = element("config:config-item-map-indexed", view, config__name="Views")
    return serialise(
        element(
            "office:document-settings",
            element("office:settings", element("config:config-item-set", views, config__name="ooo:view-settings")),
            office__version="1.3",
        )
    )


def item(name: str, kind: str, value: str) -> Any:
    """Return one setting."""
    return element("config:config-item", value, config__name=name, config__type=kind)
