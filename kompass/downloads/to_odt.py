"""Write an outline as an OpenDocument text: the same look and structure as the Word file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from kompass.downloads.look import colour
from kompass.downloads.odf import SPACES, element, package, serialise
from kompass.downloads.outline import (
    EXAMPLE_NOTICE,
    Block,
    Checks,
    Document,
    Entry,
    Form,
    Grid,
    Note,
    Points,
    Text,
    Wide,
    paragraphs,
    shown,
)
from kompass.downloads.word.controls import BOX, PROMPTS, TICKED
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

PARTS = Path(__file__).parent / "parts"
STYLES = {"body": "Text_20_body", "help": "Kompass_20_Hilfe", "lead": "Kompass_20_Vorspann", "strong": "Kompass_20_Beschriftung"}
WIDTHS = {False: 165.0, True: 252.0}
COMPACT = {  # style: (type, space above, space below, line height)
    "Title": ("17pt", "0mm", "1mm", "100%"),
    "Heading_20_1": ("11.5pt", "2.2mm", "0.6mm", "100%"),
    "Kompass_20_Hilfe": ("8pt", "0mm", "0mm", "100%"),
    "Kompass_20_Label": ("9pt", "0.5mm", "0mm", "100%"),
    "Kompass_20_Beschriftung": ("9pt", "0mm", "0mm", "100%"),
    "Kompass_20_Feld": ("9pt", "0mm", "0mm", "100%"),
    "Kompass_20_Zelle": ("8.5pt", "0mm", "0mm", "100%"),
    "Kompass_20_Beispiel": ("8.5pt", "0mm", "1mm", "100%"),
    "List_20_Bullet": ("9pt", "0mm", "0mm", "100%"),
}
HAIR = f"0.5pt solid {colour('hair')}"
CELLS = {  # name: (fill, border above, border below)
    "plain": ("", "", HAIR),
    "field": (colour("field"), "", HAIR),
    "head": (colour("head"), "", f"1.5pt solid {colour('rule')}"),
    "foot": (colour("computed"), "", HAIR),
    "sign": ("", f"0.75pt solid {colour('text')}", ""),
    "gap": ("", "", ""),
}


def to_odt(document: Document) -> bytes:
    """Return the document as an OpenDocument text."""
    writer = _Writer(document)
    body = element("office:text", *writer.body())
    content = element(
        "office:document-content",
        element("office:automatic-styles", *writer.styles()),
        element("office:body", body),
        office__version="1.3",
    )
    parts = {
        "content.xml": serialise(content),
        "styles.xml": styles(document),
        "Pictures/logo.png": (PARTS / "logo.png").read_bytes(),
    }
    return package("text", document, parts)


@cache
def _base_styles() -> bytes:
    return (PARTS / "odf" / "text-styles.xml").read_bytes()


def styles(document: Document) -> bytes:
    """Return the styles with head, foot and page of this document."""
    root = etree.fromstring(_base_styles(), etree.XMLParser(remove_blank_text=True))
    if document.is_compact:
        make_compact(root)
    if document.landscape:
        root.find(".//style:master-page", SPACES).set(f"{{{SPACES['style']}}}page-layout-name", "quer")
        for stop in root.iterfind(".//style:tab-stop", SPACES):
            stop.set(f"{{{SPACES['style']}}}position", "252mm")
    image = element(
        "draw:image", xlink__href="Pictures/logo.png", xlink__type="simple", xlink__show="embed", xlink__actuate="onLoad"
    )
    frame = element(
        "draw:frame",
        image,
        element("svg:title", "Logo Kompass & Baukasten"),
        draw__style_name="Logo",
        draw__name="Logo",
        text__anchor_type="as-char",
        svg__width="7mm",
        svg__height="7mm",
    )
    town: Any = document.municipality or placeholder("Name Ihrer Kommune")
    head = element("text:p", frame, f"  {document.title}", element("text:tab"), town, text__style_name="Header")
    pages = ["Seite ", element("text:page-number", "1", text__select_page="current"), " von ", element("text:page-count", "1")]
    foot = element("text:p", document.imprint, element("text:tab"), *pages, text__style_name="Footer")
    root.find(".//style:header", SPACES).append(head)
    root.find(".//style:footer", SPACES).append(foot)
    return serialise(root)


def make_compact(root: Any) -> None:
    """Make type and spaces smaller, for a document of one page."""
    for style in root.iterfind(".//style:style", SPACES):
        measures = COMPACT.get(style.get(f"{{{SPACES['style']}}}name"))
        if not measures:
            continue
        for kind, values in (("paragraph", measures[1:]), ("text", measures[:1])):
            part = style.find(f"style:{kind}-properties", SPACES)
            if part is None:
                part = etree.SubElement(style, f"{{{SPACES['style']}}}{kind}-properties")
            names = ("margin-top", "margin-bottom", "line-height") if kind == "paragraph" else ("font-size",)
            for name, value in zip(names, values, strict=True):
                part.set(f"{{{SPACES['fo']}}}{name}", value)


def placeholder(prompt: str) -> Any:
    """Return a prompt that disappears as soon as something is written."""
    return element("text:placeholder", f"<{prompt}>", text__placeholder_type="text", text__description=prompt)


def paragraph(*content: Any, style: str = "Text_20_body") -> Any:
    """Return a paragraph."""
    return element("text:p", *content, text__style_name=style)


def strong(text: str) -> Any:
    """Return bold text."""
    return element("text:span", text, text__style_name="Strong")


def listing(items: Any, *, is_numbered: bool = False) -> Any:
    """Return a list."""
    style = "Kompass_20_Zahlen" if is_numbered else "Kompass_20_Punkte"
    entries = [element("text:list-item", paragraph(item, style="List_20_Bullet")) for item in items]
    return element("text:list", *entries, text__style_name=style)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.width = WIDTHS[document.landscape]
        self.columns: list[float] = []
        self.tables = 0
        self.heights: set[float] = set()

    def styles(self) -> Iterator[Any]:
        for number, width in enumerate(self.columns):
            properties = element("style:table-column-properties", style__column_width=f"{width:.1f}mm")
            yield element("style:style", properties, style__name=f"co{number}", style__family="table-column")
        for height in sorted(self.heights):
            properties = element(
                "style:table-row-properties", style__min_row_height=f"{height:.0f}mm", fo__keep_together="always"
            )
            yield element("style:style", properties, style__name=f"ro{height:.0f}", style__family="table-row")
        padding, below_table = ("0.5mm", "1.5mm") if self.document.is_compact else ("1mm", "4mm")
        for name, (fill, above, below) in CELLS.items():
            properties = element("style:table-cell-properties", fo__padding=padding)
            for side in ("left", "right", "top", "bottom"):
                border = {"top": above, "bottom": below}.get(side) or "none"
                properties.set(f"{{{SPACES['fo']}}}border-{side}", border)
            if fill:
                properties.set(f"{{{SPACES['fo']}}}background-color", fill)
            yield element("style:style", properties, style__name=f"ce_{name}", style__family="table-cell")
        properties = element(
            "style:table-properties", table__align="left", style__width=f"{self.width:.0f}mm", fo__margin_bottom=below_table
        )
        yield element("style:style", properties, style__name="ta", style__family="table")
        properties = element("style:paragraph-properties", fo__break_before="page")
        for level in (1, 2):
            made = element(
                "style:style",
                style__name=f"neu{level}",
                style__family="paragraph",
                style__parent_style_name=f"Heading_20_{level}",
            )
            made.append(element("style:paragraph-properties", fo__break_before="page"))
            yield made

    def body(self) -> Iterator[Any]:
        document = self.document
        yield paragraph(style="Kompass_20_Block")
        yield paragraph(document.subtitle, style="Subtitle")
        yield paragraph(document.title, style="Title")
        if document.is_example:
            yield paragraph(EXAMPLE_NOTICE, style="Kompass_20_Beispiel")
        if document.is_compact:
            yield paragraph(" ".join(document.introduction), style="Kompass_20_Hilfe")
        else:
            yield from (paragraph(line) for line in document.introduction)
        link = element(
            "text:a", document.address, xlink__href=document.address, xlink__type="simple", text__style_name="Internet_20_link"
        )
        yield paragraph("Erklärung und neueste Fassung: ", link, style="Kompass_20_Hilfe")
        for chapter in document.chapters:
            style = f"neu{chapter.level}" if chapter.starts_page else f"Heading_20_{chapter.level}"
            yield element("text:h", chapter.title, text__style_name=style, text__outline_level=chapter.level)
            for block in chapter.blocks:
                yield from self.block(block)
        if document.signatures:
            yield from self.signatures()

    def block(self, block: Block) -> Iterator[Any]:
        match block:
            case Text():
                yield paragraph(block.text, style=STYLES[block.style])
            case Points():
                yield listing(block.items, is_numbered=block.is_numbered)
            case Note():
                yield paragraph(strong(f"{block.title}. "), block.text, style="Kompass_20_Hinweis")
            case Form():
                yield self.form(block)
            case Wide():
                yield from self.wide(block.entry)
            case Grid():
                yield self.grid(block)
            case Checks():
                yield self.checks(block)

    def form(self, block: Form) -> Any:
        rows = []
        for entry in block.entries:
            label = [paragraph(entry.label, style="Kompass_20_Beschriftung")]
            if entry.help:
                label.append(paragraph(entry.help, style="Kompass_20_Hilfe"))
            rows.append(row(cell(label), cell(self.content(entry), "field")))
        return self.table([self.width * 0.3, self.width * 0.7], rows)

    def wide(self, entry: Entry) -> Iterator[Any]:
        yield paragraph(entry.label, style="Kompass_20_Label")
        if entry.help:
            yield paragraph(entry.help, style="Kompass_20_Hilfe")
        height = 0.0 if entry.value else 11.0 if self.document.is_compact else 20.0
        yield self.table([self.width], [self.high(row(cell(self.content(entry), "field")), height)])

    def high(self, made: Any, height: float) -> Any:
        """Give a row a least height."""
        if height:
            self.heights.add(height)
            made.set(f"{{{SPACES['table']}}}style-name", f"ro{height:.0f}")
        return made

    def content(self, entry: Entry) -> list[Any]:
        """Return the content of a field between bookmarks of its name."""
        if entry.type == FieldType.CHECK:
            return [paragraph(TICKED if entry.value else BOX, style="Kompass_20_Feld")]
        if entry.value in (None, "", ()):
            return [paragraph(prompt(entry), style="Kompass_20_Feld")]
        if entry.type == FieldType.LIST:
            return [listing(entry.value)]
        if entry.type == FieldType.TEXT:
            return [paragraph(part, style="Kompass_20_Feld") for part in paragraphs(str(entry.value))]
        if entry.options:
            return [paragraph(drop_down(entry), style="Kompass_20_Feld")]
        return [paragraph(shown(entry.type, entry.value), style="Kompass_20_Feld")]

    def grid(self, block: Grid) -> Any:
        total = sum(column.width for column in block.columns)
        heads = []
        for column in block.columns:
            lines = [paragraph(strong(column.label), style=cell_style(column))]
            if column.help:
                lines.append(paragraph(column.help, style="Kompass_20_Hilfe"))
            heads.append(cell(lines, "head"))
        empty = 6.0 if self.document.is_compact else 9.0
        rows = [self.high(row(*self.grid_row(block, values)), empty if set(values) == {None} else 0.0) for values in block.rows]
        if block.footer:
            texts = [shown(column.type, value) for column, value in zip(block.columns, block.footer, strict=True)]
            texts[0] = texts[0] or block.footer_label
            columns = zip(block.columns, texts, strict=True)
            rows.append(row(*[cell([paragraph(strong(text), style=cell_style(column))], "foot") for column, text in columns]))
        return self.table([self.width * column.width / total for column in block.columns], rows, heads)

    def grid_row(self, block: Grid, values: tuple[Any, ...]) -> Iterator[Any]:
        for number, (column, value) in enumerate(zip(block.columns, values, strict=True)):
            if value is None:
                is_choice = column.type in {FieldType.CHOICE, FieldType.LIGHT, FieldType.CHECK}
                content = self.content(column) if is_choice else [paragraph(style="Kompass_20_Zelle")]
                yield cell(content, "field" if block.is_form else "plain")
            else:
                text = shown(column.type, value)
                yield cell([paragraph(text if number else strong(text), style=cell_style(column))])

    def checks(self, block: Checks) -> Any:
        rows = []
        for _, statement, reason, essential in block.items:
            title = [strong(statement)] + ([" (unverzichtbar)"] if essential else [])
            lines = [paragraph(*title, style="Kompass_20_Zelle"), paragraph(reason, style="Kompass_20_Hilfe")]
            rows.append(row(cell([paragraph(BOX)]), cell(lines)))
        return self.table([9.0, self.width - 9.0], rows)

    def signatures(self) -> Iterator[Any]:
        yield paragraph()
        yield paragraph()
        labels = self.document.signatures
        width = (self.width - 5.0 * (len(labels) - 1)) / len(labels)
        cells: list[Any] = []
        widths: list[float] = []
        for label in labels:
            if cells:
                cells.append(cell([paragraph(style="Kompass_20_Hilfe")], "gap"))
                widths.append(5.0)
            cells.append(cell([paragraph(label, style="Kompass_20_Hilfe")], "sign"))
            widths.append(width)
        yield self.table(widths, [row(*cells)])

    def table(self, widths: list[float], rows: list[Any], heads: list[Any] | None = None) -> Any:
        self.tables += 1
        made = element("table:table", table__name=f"Tabelle{self.tables}", table__style_name="ta")
        for width in widths:
            rounded = round(width, 1)
            if rounded not in self.columns:
                self.columns.append(rounded)
            made.append(element("table:table-column", table__style_name=f"co{self.columns.index(rounded)}"))
        if heads:
            made.append(element("table:table-header-rows", row(*heads)))
        made.extend(rows)
        return made


def prompt(entry: Entry) -> Any:
    """Return what stands in an empty field."""
    return drop_down(entry) if entry.options or entry.type == FieldType.LIGHT else placeholder(PROMPTS[entry.type])


def drop_down(entry: Entry) -> Any:
    """Return a list to choose from."""
    options = entry.options or LIGHTS
    labels = [
        element("text:label", text__value=option, **({"text__current_selected": "true"} if option == entry.value else {}))
        for option in options
    ]
    chosen = entry.value or PROMPTS[FieldType.CHOICE]
    if not entry.value:
        labels.insert(0, element("text:label", text__value=chosen, text__current_selected="true"))
    made = element("text:drop-down", *labels, text__name=entry.id)
    if labels:
        labels[-1].tail = chosen
    return made


def cell_style(column: Entry) -> str:
    """Return the style of a paragraph in a table."""
    return "Kompass_20_Zahl" if column.is_numeric else "Kompass_20_Zelle"


def cell(content: list[Any], kind: str = "plain") -> Any:
    """Return a table cell."""
    return element("table:table-cell", *content, table__style_name=f"ce_{kind}", office__value_type="string")


def row(*cells: Any) -> Any:
    """Return a table row."""
    return element("table:table-row", *cells)
