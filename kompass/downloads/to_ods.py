"""Write an outline as an OpenDocument spreadsheet: the same cells, names, checks and formulas as the Excel file."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from kompass.downloads.book import (
    BOLD,
    COLOURS,
    FILLS,
    INDENTED,
    NUMERIC,
    OVERFLOWING,
    ROOM,
    RULED,
    SIZE,
    SIZES,
    Book,
    Cell,
    Choice,
    Mark,
    Sheet,
    limits,
    options_of,
    prompt,
)
from kompass.downloads.look import FONT, LIGHT_FILLS, colour
from kompass.downloads.odf import SPACES, element, package, serialise
from kompass.downloads.outline import Document, shown
from kompass.downloads.spreadsheet import lay_out
from kompass.model.vocabulary import FieldType

FORMATS = {FieldType.EURO: "N_euro", FieldType.PERCENT: "N_prozent", FieldType.DATE: "N_datum"}
VALUE_TYPES = {FieldType.EURO: "currency", FieldType.PERCENT: "percentage", FieldType.NUMBER: "float"}
OVERWRITE = "Diese Zelle rechnet von selbst. Wollen Sie die Formel wirklich überschreiben?"
MISFIT = "Bitte geben Sie hier einen passenden Wert ein."
MARKS = {"grün": "gruen", "gelb": "gelb", "rot": "rot", "good": "gut", "bad": "fehlt", "bar": "balken"}


def letter(column: int) -> str:
    """Return the name of a column, counted from 1."""
    name: str = xl_col_to_name(column - 1)
    return name


class OpenFormula:
    """References as OpenDocument writes them."""

    separator = ";"

    def cell(self, row: int, column: int, *, fixed_column: bool = False, fixed_row: bool = False) -> str:
        """Return a cell of the same sheet."""
        return f"[.{'$' * fixed_column}{letter(column)}{'$' * fixed_row}{row}]"

    def span(self, sheet: str, first: int, last: int, column: int) -> str:
        """Return a part of a column."""
        return f"[${quoted(sheet)}.${letter(column)}${first}:.${letter(column)}${last}]"

    def beside(self, table: str, head: str, row: int, column: int) -> str:
        """Return the cell in the same row of a table."""
        return self.cell(row, column)


OPEN = OpenFormula()


def quoted(sheet: str) -> str:
    """Return the name of a sheet as it stands in references."""
    return "'" + sheet.replace("'", "''") + "'"


def address(sheet: str, row: int, column: int) -> str:
    """Return the address of a cell outside of formulas."""
    return f"{quoted(sheet)}.{letter(column)}{row}"


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
        self.cell_styles: dict[tuple[Any, ...], str] = {}
        self.marks: dict[str, tuple[str, tuple[Mark, ...]]] = {}
        self.widths: list[float] = []
        self.heights: list[tuple[float, bool]] = []
        self.choices: list[tuple[Choice, str]] = []

    def sheet(self, sheet: Sheet) -> Any:
        made = element("table:table", table__name=sheet.name, table__style_name=f"ta_{page_of(sheet)}{'_aus' * sheet.is_hidden}")
        for width in sheet.widths:
            style = self.width(width)
            made.append(element("table:table-column", table__style_name=style, table__default_cell_style_name="Default"))
        checks = {choice: self.check(choice, sheet) for choice in sheet.choices}
        by_cell = {(row, one.column): name for one, name in checks.items() for row in range(one.first, one.last + 1)}
        marks = marks_by_cell(sheet)
        for row in range(1, sheet.last_row + 1):
            style = self.height(sheet.heights.get(row, 15.0), row in sheet.fixed)
            line = element("table:table-row", table__style_name=style)
            column = 1
            while column <= sheet.columns:
                cell = sheet.cells.get((row, column))
                line.append(self.cell(cell, by_cell.get((row, column)), sheet.name, marks.get((row, column), ())))
                for _ in range((cell.span if cell else 1) - 1):
                    line.append(element("table:covered-table-cell"))
                column += cell.span if cell else 1
            made.append(element("table:table-header-rows", line) if row == sheet.head_row else line)
        if sheet.area:
            made.append(self.room(sheet, by_cell))
        return made

    def room(self, sheet: Sheet, by_cell: dict[tuple[int, int], str | None]) -> Any:
        """Return the empty rows below a table, which check what is written there."""
        line = element("table:table-row", table__number_rows_repeated=ROOM)
        for column in range(1, sheet.columns + 1):
            cell = element("table:table-cell")
            name = by_cell.get((sheet.last_row + 1, column))
            if name:
                cell.set(f"{{{SPACES['table']}}}content-validation-name", name)
            line.append(cell)
        return line

    def cell(self, cell: Cell | None, check: str | None, sheet: str, marks: tuple[Mark, ...]) -> Any:
        if cell is None:
            return element("table:table-cell")
        made = element("table:table-cell", table__style_name=self.style(cell, sheet, marks))
        if check:
            made.set(f"{{{SPACES['table']}}}content-validation-name", check)
        if cell.calculate:
            made.set(f"{{{SPACES['table']}}}formula", "of:=" + cell.calculate(OPEN))
        if cell.span > 1:
            made.set(f"{{{SPACES['table']}}}number-columns-spanned", str(cell.span))
            made.set(f"{{{SPACES['table']}}}number-rows-spanned", "1")
        fill_cell(made, cell)
        return made

    def style(self, cell: Cell, sheet: str, marks: tuple[Mark, ...]) -> str:
        kind = cell.type if cell.type in FORMATS else FieldType.NUMBER if cell.type in NUMERIC else FieldType.LINE
        key = (cell.style, kind, cell.alignment, sheet if marks else "", marks)
        return self.cell_styles.setdefault(key, f"ce{len(self.cell_styles)}")

    def check(self, choice: Choice, sheet: Sheet) -> str | None:
        if not (condition_of(choice, self.book) or prompt(choice.entry)[1]):
            return None
        self.choices.append((choice, sheet.name))
        return f"val{len(self.choices)}"

    def checks(self) -> Any:
        made = element("table:content-validations")
        for number, (choice, sheet) in enumerate(self.choices, 1):
            made.append(validation(f"val{number}", choice, sheet, self.book))
        return made

    def width(self, width: float) -> str:
        if width not in self.widths:
            self.widths.append(width)
        return f"co{self.widths.index(width)}"

    def height(self, height: float, fixed: bool) -> str:
        key = (round(height, 1), fixed)
        if key not in self.heights:
            self.heights.append(key)
        return f"ro{self.heights.index(key)}"

    def styles(self) -> list[Any]:
        made = number_formats()
        for place, width in enumerate(self.widths):
            properties = element("style:table-column-properties", style__column_width=f"{width}pt")
            made.append(element("style:style", properties, style__name=f"co{place}", style__family="table-column"))
        for place, (height, fixed) in enumerate(self.heights):
            grows = "false" if fixed else "true"
            properties = element(
                "style:table-row-properties", style__row_height=f"{height}pt", style__use_optimal_row_height=grows
            )
            made.append(element("style:style", properties, style__name=f"ro{place}", style__family="table-row"))
        for (role, kind, alignment, sheet, marks), name in self.cell_styles.items():
            made.append(cell_style(name, role, kind, alignment, [mapping(mark, sheet) for mark in marks]))
        for page in ("hoch", "quer", "seite"):
            for suffix, is_shown in (("", "true"), ("_aus", "false")):
                properties = element("style:table-properties", table__display=is_shown)
                name = f"ta_{page}{suffix}"
                made.append(
                    element("style:style", properties, style__name=name, style__family="table", style__master_page_name=page)
                )
        return made


def page_of(sheet: Sheet) -> str:
    """Return the page that a sheet is printed on."""
    return "hoch" if sheet.is_upright else "seite" if sheet.is_one_page else "quer"


def marks_by_cell(sheet: Sheet) -> dict[tuple[int, int], tuple[Mark, ...]]:
    """Return the marks of each cell; their formulas count from the first cell of the mark."""
    found: dict[tuple[int, int], tuple[Mark, ...]] = {}
    for mark in sheet.marks:
        for row in range(mark.first[0], min(mark.last[0], sheet.last_row) + 1):
            for column in range(mark.first[1], mark.last[1] + 1):
                found[row, column] = (*found.get((row, column), ()), mark)
    return found


def mapping(mark: Mark, sheet: str) -> Any:
    """Return the rule by which marked cells change their look."""
    return element(
        "style:map",
        style__condition=f"is-true-formula({mark.condition(OPEN)})",
        style__apply_style_name=f"Marke_{MARKS[mark.style]}",
        style__base_cell_address=address(sheet, *mark.first),
    )


def validation(name: str, choice: Choice, sheet: str, book: Book) -> Any:
    """Return what cells accept, and what a program says beside them."""
    entry = choice.entry
    made = element(
        "table:content-validation",
        table__name=name,
        table__allow_empty_cell="true",
        table__base_cell_address=address(sheet, choice.first, choice.column),
    )
    condition = condition_of(choice, book)
    if condition:
        made.set(f"{{{SPACES['table']}}}condition", condition)
    if entry.options_from or options_of(entry):
        made.set(f"{{{SPACES['table']}}}display-list", "unsorted")
    title, text = prompt(entry)
    if text:
        made.append(element("table:help-message", element("text:p", text), table__title=title, table__display="true"))
    kind, message = ("warning", OVERWRITE) if entry.formula else ("stop", MISFIT)
    made.append(
        element(
            "table:error-message",
            element("text:p", message),
            table__message_type=kind,
            table__title="Das passt nicht",
            table__display="true",
        )
    )
    return made


def condition_of(choice: Choice, book: Book) -> str:
    """Return what a cell accepts, nothing if it accepts everything."""
    entry = choice.entry
    if entry.formula:
        return "of:is-true-formula(FALSE())"
    if entry.options_from:
        name = entry.options_from
        return f"of:cell-content-is-in-list(OFFSET({name};0;0;MAX(1;COUNTA({name}));1))"
    if options_of(entry):
        return f"of:cell-content-is-in-list({OPEN.span(*book.names[book.list_name(entry)])})"
    if entry.type == FieldType.DATE:
        return "of:cell-content-is-date() and cell-content()>36526"
    if entry.type not in NUMERIC:
        return ""
    low, high = limits(entry)
    return f"of:cell-content-is-decimal-number() and cell-content-is-between({low},{high})"


def fill_cell(made: Any, cell: Cell) -> None:
    """Write value and shown text of a cell."""
    value = cell.value
    if value is None or value == "":
        if cell.calculate:
            made.set(f"{{{SPACES['office']}}}value-type", "string")
            made.set(f"{{{SPACES['office']}}}string-value", "")
        return
    text = "\n".join(value) if isinstance(value, tuple | list) else shown(cell.type, value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        kind = VALUE_TYPES.get(cell.type, "float")
        made.set(f"{{{SPACES['office']}}}value-type", kind)
        made.set(f"{{{SPACES['office']}}}value", repr(value))
        if kind == "currency":
            made.set(f"{{{SPACES['office']}}}currency", "EUR")
        text = str(value) if cell.style == "year" else text
    elif cell.type == FieldType.DATE:
        made.set(f"{{{SPACES['office']}}}value-type", "date")
        made.set(f"{{{SPACES['office']}}}date-value", str(value))
    else:
        made.set(f"{{{SPACES['office']}}}value-type", "string")
        if cell.calculate:
            made.set(f"{{{SPACES['office']}}}string-value", text)
    for line in text.strip().split("\n"):
        made.append(element("text:p", line))


def cell_style(name: str, role: str, kind: FieldType, alignment: str, maps: list[Any]) -> Any:
    """Return the style of a role: fonts, fills and rules of the identity."""
    made = element("style:style", style__name=name, style__family="table-cell", style__parent_style_name="Default")
    if kind in FORMATS:
        made.set(f"{{{SPACES['style']}}}data-style-name", FORMATS[kind])
    place = element(
        "style:table-cell-properties",
        style__vertical_align="middle" if "bar" in role else "top",
        fo__wrap_option="no-wrap" if role in OVERFLOWING else "wrap",
        fo__padding="0.6mm",
    )
    if role in FILLS:
        place.set(f"{{{SPACES['fo']}}}background-color", colour(FILLS[role]))
    if role.startswith("head"):
        place.set(f"{{{SPACES['fo']}}}border-bottom", f"1.5pt solid {colour('rule')}")
    elif role in RULED:
        place.set(f"{{{SPACES['fo']}}}border-bottom", f"0.5pt solid {colour('hair')}")
    made.append(place)
    paragraph = element("style:paragraph-properties", fo__text_align=alignment)
    if alignment == "start" and role in INDENTED:
        paragraph.set(f"{{{SPACES['fo']}}}margin-left", "2mm")
    made.append(paragraph)
    tone = colour(COLOURS.get(role, "text"))
    letters = element("style:text-properties", fo__font_size=f"{SIZES.get(role, SIZE):g}pt", fo__color=tone)
    if role in BOLD:
        letters.set(f"{{{SPACES['fo']}}}font-weight", "bold")
    made.append(letters)
    made.extend(maps)
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
        area = f"${quoted(sheet)}.${letter(column)}${first}" + (f":.${letter(column)}${last}" if last != first else "")
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
    for sheet in book.sheets:
        if sheet.area:
            area = f"{address(sheet.name, sheet.area.head, 1)}:{address(sheet.name, sheet.area.last, len(sheet.area.heads))}"
            made.append(
                element(
                    "table:database-range",
                    table__name=sheet.area.name,
                    table__target_range_address=area,
                    table__display_filter_buttons="true",
                )
            )
    return made


def styles(document: Document) -> bytes:
    """Return default font, colours by value, and the pages."""
    root = element("office:document-styles", office__version="1.3")
    faces = element("style:font-face", style__name=FONT, svg__font_family=FONT, style__font_family_generic="swiss")
    root.append(element("office:font-face-decls", faces))
    common = element("office:styles")
    default = element("style:default-style", style__family="table-cell")
    default.append(
        element(
            "style:text-properties",
            style__font_name=FONT,
            fo__font_size=f"{SIZE:g}pt",
            fo__color=colour("text"),
            fo__language="de",
            fo__country="DE",
        )
    )
    common.append(default)
    common.append(element("style:style", style__name="Default", style__family="table-cell"))
    for mark, name in MARKS.items():
        fill = colour("bar") if mark == "bar" else LIGHT_FILLS[{"good": "grün", "bad": "rot"}.get(mark, mark)]
        common.append(coloured(f"Marke_{name}", fill, fill if mark == "bar" else colour("text")))
    root.append(common)
    automatic, masters = element("office:automatic-styles", *edge_styles()), element("office:master-styles")
    for page in ("hoch", "quer", "seite"):
        automatic.append(page_layout(page))
        masters.append(master(page, document))
    root.append(automatic)
    root.append(masters)
    return serialise(root)


def coloured(name: str, fill: str, tone: str) -> Any:
    """Return a cell style that only colours."""
    made = element("style:style", style__name=name, style__family="table-cell", style__parent_style_name="Default")
    made.append(element("style:table-cell-properties", fo__background_color=fill))
    made.append(element("style:text-properties", fo__color=tone))
    return made


def page_layout(name: str) -> Any:
    """Return a page that fits the sheet's width; `seite` fits its height too."""
    width, height, turn = (210, 297, "portrait") if name == "hoch" else (297, 210, "landscape")
    properties = element(
        "style:page-layout-properties",
        fo__page_width=f"{width}mm",
        fo__page_height=f"{height}mm",
        style__print_orientation=turn,
        fo__margin_top="12mm",
        fo__margin_bottom="10mm",
        fo__margin_left="25mm",
        fo__margin_right="20mm",
        style__scale_to_X="1",
    )
    if name == "seite":
        properties.set(f"{{{SPACES['style']}}}scale-to-Y", "1")
    head = element("style:header-style", element("style:header-footer-properties", fo__min_height="8mm", fo__margin_bottom="2mm"))
    foot = element("style:footer-style", element("style:header-footer-properties", fo__min_height="8mm", fo__margin_top="2mm"))
    return element("style:page-layout", properties, head, foot, style__name=f"p_{name}")


def master(name: str, document: Document) -> Any:
    """Return head and foot of a page."""
    pages = ["Seite ", element("text:page-number", "1"), " von ", element("text:page-count", "1")]
    head = element("style:header", region("left", document.title), region("right", document.municipality))
    foot = element("style:footer", region("left", document.imprint), region("right", *pages))
    return element("style:master-page", head, foot, style__name=name, style__page_layout_name=f"p_{name}")


def region(side: str, *content: Any) -> Any:
    """Return the left or the right part of the head or foot of a page."""
    line = element("text:p", element("text:span", *content, text__style_name="Rand"), text__style_name=f"Rand_{side}")
    return element(f"style:region-{side}", line)


def edge_styles() -> list[Any]:
    """Return the styles of head and foot of a page."""
    letters = element("style:text-properties", style__font_name=FONT, fo__font_size="8pt")
    made = [element("style:style", letters, style__name="Rand", style__family="text")]
    for side, flush in (("left", "start"), ("right", "end")):
        paragraph = element("style:paragraph-properties", fo__text_align=flush)
        made.append(element("style:style", paragraph, style__name=f"Rand_{side}", style__family="paragraph"))
    return made


def settings(book: Book) -> bytes:
    """Return the view: no grid lines, the head in view where it stands near the top."""
    tables = element("config:config-item-map-named", config__name="Tables")
    for sheet in book.sheets:
        entry = element("config:config-item-map-entry", config__name=sheet.name)
        entry.append(item("ShowGrid", "boolean", "false"))
        if sheet.head_row:
            values = (
                ("HorizontalSplitMode", 2),
                ("VerticalSplitMode", 2),
                ("HorizontalSplitPosition", sheet.frozen_columns),
                ("VerticalSplitPosition", sheet.head_row),
            )
            for name, value in (*values, ("PositionRight", sheet.frozen_columns), ("PositionBottom", sheet.head_row)):
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
