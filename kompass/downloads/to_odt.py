"""Write an outline as an OpenDocument text: structure, fields, sums and guidance of the Word file. Measures are millimetres."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kompass.downloads.columns import cell_prompt, label_width, set_columns
from kompass.downloads.guidance import HOW_TO_SUM
from kompass.downloads.odf import SPACES, element, package, serialise
from kompass.downloads.opentext.fields import (
    blocks,
    checkbox,
    declarations,
    detail,
    field,
    listing,
    paragraph,
    strong,
    with_details,
)
from kompass.downloads.opentext.frame import contents, mark, opening, source, styles
from kompass.downloads.opentext.tables import FIGURES, Tables, cell, figure_cell, sum_of
from kompass.downloads.outline import (
    EXAMPLE_NOTICE,
    Block,
    Chapter,
    Checks,
    Document,
    Entry,
    Form,
    Grid,
    Note,
    Points,
    Text,
    Wide,
    in_pairs,
    shown,
)
from kompass.model.vocabulary import FieldType

LOGO = Path(__file__).parent / "parts" / "logo.png"
STYLES = {"body": "Text_20_body", "help": "Kompass_20_Hilfe", "lead": "Kompass_20_Vorspann", "strong": "Kompass_20_Beschriftung"}
IS_UNNUMBERED = f"{{{SPACES['text']}}}is-list-header"
POINT = 25.4 / 72
"""Millimetres in a point."""
PADDING = 3.0
"""Left and right of the text in a cell together."""
HEIGHTS = {False: (8.0, 15.0), True: (4.5, 9.0)}
"""Least height of an empty row and of an empty wide box, by whether the document has to fit on one page."""


def to_odt(document: Document) -> bytes:
    """Return the document as an OpenDocument text."""
    writer = _Writer(document)
    body = list(writer.body())
    forms = [element("office:forms", element("form:form", *writer.boxes, form__name="Formular"))] if writer.boxes else []
    sequences = element("text:sequence-decls", element("text:sequence-decl", text__display_outline_level=0, text__name="Tabelle"))
    text = element("office:text", *forms, sequences, declarations(document.details), *body)
    content = element(
        "office:document-content",
        element("office:automatic-styles", *writer.styles()),
        element("office:body", text),
        office__version="1.3",
    )
    parts = {"content.xml": serialise(content), "styles.xml": styles(document), "Pictures/logo.png": LOGO.read_bytes()}
    return package("text", document, parts)


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.details = document.details
        self.width = document.room
        self.sizes = document.sizes
        self.empty_row, self.empty_box = HEIGHTS[document.is_compact]
        self.tables = Tables(self.width, is_compact=document.is_compact)
        self.boxes: list[Any] = []
        self.captions = 0

    def styles(self) -> Iterator[Any]:
        yield from self.tables.styles()
        place = element("style:graphic-properties", style__vertical_pos="middle", style__vertical_rel="line")
        yield element("style:style", place, style__name="Haken", style__family="graphic")
        for name in ("Heading_20_1", "Heading_20_2", "Kompass_20_Inhalt"):
            made = element("style:style", style__name=f"neu_{name}", style__family="paragraph", style__parent_style_name=name)
            made.append(element("style:paragraph-properties", fo__break_before="page"))
            yield made

    def body(self) -> Iterator[Any]:
        yield from opening(self.document)
        if self.document.byline:
            yield paragraph(*self.byline(), style="Subtitle")
        if self.document.is_example:
            yield paragraph(EXAMPLE_NOTICE, style="Kompass_20_Beispiel")
        for number, chapter in enumerate(self.document.chapters):
            if number == self.document.first_chapter:
                yield contents(self.document)
            yield self.heading(chapter, number)
            for block in chapter.blocks:
                yield from self.block(block, chapter)
        if self.document.signatures:
            yield paragraph(style="Kompass_20_Unterschriftsraum")
            yield self.signatures()
        yield source(self.document)

    def byline(self) -> Iterator[Any]:
        """Yield town, day and author under the title; each is typed here once."""
        before = {"kommune": "", "stand": "Stand: ", "bearbeitung": "Bearbeitung: "}
        for number, name in enumerate(self.document.byline):
            yield (", " if number else "") + before[name]
            yield detail(name, self.details, is_input=True)

    def heading(self, chapter: Chapter, number: int) -> Any:
        style = f"Heading_20_{chapter.level}"
        made = element(
            "text:h",
            *mark(chapter, number),
            text__style_name=f"neu_{style}" if self.document.breaks_before(number) else style,
            text__outline_level=chapter.level,
        )
        if self.document.is_prose and not chapter.number:
            made.set(IS_UNNUMBERED, "true")
        return made

    def block(self, block: Block, chapter: Chapter) -> Iterator[Any]:
        match block:
            case Text():
                yield paragraph(*with_details(block.text, self.details), style=STYLES[block.style])
            case Points():
                yield listing(block.items, is_numbered=block.is_numbered)
            case Note():
                yield paragraph(strong(f"{block.title}. "), block.text, style="Kompass_20_Hinweis")
            case Form():
                yield self.form(block, chapter.title)
            case Wide():
                yield from self.prose(block.entry, chapter) if self.document.is_prose else self.wide(block.entry)
            case Grid():
                yield from self.grid(block)
            case Checks():
                yield self.checks(block, chapter.title)

    def form(self, block: Form, name: str) -> Any:
        room = self.width / 2 if block.pairs else self.width
        labels = label_width(block.entries, room / POINT, self.sizes["label"], is_compact=self.document.is_compact)
        first = labels * POINT + PADDING
        if not block.pairs:
            rows = [self.tables.row(*self.field_cells(entry)) for entry in block.entries]
            return self.tables.table(name, [first, room - first], rows)
        rows = []
        for entries in in_pairs(block.entries):
            cells = [made for entry in entries for made in self.field_cells(entry)]
            cells += [cell([paragraph(style="Kompass_20_Feld")]) for _ in range(4 - len(cells))]
            rows.append(self.tables.row(*cells))
        return self.tables.table(name, [first, room - first] * 2, rows)

    def field_cells(self, entry: Entry) -> list[Any]:
        """Return the label of a field and the field itself as two cells."""
        helps = [paragraph(entry.help, style="Kompass_20_Hilfe")] if entry.help else []
        return [cell([paragraph(entry.label, style="Kompass_20_Beschriftung")]), cell([*helps, *self.fields(entry)])]

    def fields(self, entry: Entry) -> Iterator[Any]:
        """Yield a field of a form as paragraphs."""
        if entry.type == FieldType.CHECK:
            yield paragraph(self.box(entry), style="Kompass_20_Feld")
        else:
            yield from blocks(entry, self.details)

    def box(self, entry: Entry) -> Any:
        """Return a box to tick and keep the control behind it."""
        control, shape = checkbox(entry, len(self.boxes) + 1)
        self.boxes.append(control)
        return shape

    def wide(self, entry: Entry) -> Iterator[Any]:
        yield paragraph(entry.label, style="Kompass_20_Label")
        if entry.help:
            yield paragraph(entry.help, style="Kompass_20_Hilfe")
        box = cell(list(blocks(entry, self.details)))
        yield self.tables.table(entry.label, [self.width], [self.tables.row(box, height=0 if entry.value else self.empty_box)])

    def prose(self, entry: Entry, chapter: Chapter) -> Iterator[Any]:
        """Yield a field as running text of any length under its own heading, without a box."""
        if entry.label != chapter.title:
            level = chapter.level + 1
            made = element("text:h", entry.label, text__style_name=f"Heading_20_{level}", text__outline_level=level)
            made.set(IS_UNNUMBERED, "true")
            yield made
        if entry.help:
            yield paragraph(entry.help, style="Kompass_20_Hilfe")
        yield from blocks(entry, self.details, "Text_20_body")

    def grid(self, block: Grid) -> Iterator[Any]:
        helps = [f"{column.label}: {column.help}" for column in block.columns if column.help]
        if block.footer and not self.document.is_example and not self.document.is_compact:
            helps.append(HOW_TO_SUM["odt"])
        yield from (paragraph(line, style="Kompass_20_Hilfe") for line in helps)
        if self.document.is_prose:
            self.captions += 1
            number = element(
                "text:sequence",
                str(self.captions),
                text__name="Tabelle",
                text__formula="ooow:Tabelle+1",
                style__num_format="1",
            )
            yield paragraph("Tabelle ", number, f": {block.title}", style="Caption")
        columns = set_columns(block, self.width / POINT, self.sizes["cell"], PADDING / POINT)
        size = 0 if columns.size == self.sizes["cell"] else columns.size
        heads = [
            cell([paragraph(strong(column.label), style=self.tables.line(column, size))], "head") for column in block.columns
        ]
        rows = [self.grid_row(block, values, size) for values in block.rows]
        if block.footer:
            rows.append(self.sums(block, size))
        widths = [width * POINT for width in columns.widths]
        yield self.tables.table(block.title, widths, rows, self.tables.row(*heads))

    def grid_row(self, block: Grid, values: tuple[Any, ...], size: float) -> Any:
        cells = []
        for place, (column, value) in enumerate(zip(block.columns, values, strict=True)):
            style = self.tables.line(column, size)
            if column.type in FIGURES:
                cells.append(figure_cell(column, [paragraph(shown(column.type, value), style=style)], value))
                continue
            is_open = block.is_form and not (value is None and self.document.is_example)
            text = field(cell_entry(column, value), cell_prompt(column)) if is_open else shown(column.type, value)
            cells.append(cell([paragraph(strong(text) if place == 0 else text, style=style)]))
        return self.tables.row(*cells, height=self.empty_row if block.is_form and set(values) == {None} else 0)

    def sums(self, block: Grid, size: float) -> Any:
        """Return the last row of a table, with a formula for each sum."""
        cells = []
        for place, (column, value) in enumerate(zip(block.columns, block.footer, strict=True)):
            style = self.tables.line(column, size)
            if column.footer:
                formula = sum_of(column, place, len(block.rows))
                line = paragraph(strong(shown(column.type, value or 0)), style=style)
                cells.append(figure_cell(column, [line], value or 0, formula))
            else:
                cells.append(cell([paragraph(strong(block.footer_label if place == 0 else ""), style=style)], "foot"))
        return self.tables.row(*cells)

    def checks(self, block: Checks, name: str) -> Any:
        rows = []
        for item, statement, reason, essential in block.items:
            box = self.box(Entry(item, statement, FieldType.CHECK))
            title = [strong(statement)] + ([" (unverzichtbar)"] if essential else [])
            lines = [paragraph(*title, style="Kompass_20_Zelle"), paragraph(reason, style="Kompass_20_Begruendung")]
            rows.append(self.tables.row(cell([paragraph(box, style="Kompass_20_Zelle")]), cell(lines)))
        return self.tables.table(f"Punkte zum Abhaken: {name}", [9.0, self.width - 9.0], rows)

    def signatures(self) -> Any:
        labels = self.document.signatures
        width = (self.width - 5.0 * (len(labels) - 1)) / len(labels)
        cells: list[Any] = []
        widths: list[float] = []
        for label in labels:
            if cells:
                cells.append(cell([paragraph(style="Kompass_20_Begruendung")], "gap"))
                widths.append(5.0)
            cells.append(cell([paragraph(label, style="Kompass_20_Begruendung")], "sign"))
            widths.append(width)
        return self.tables.table("Unterschriften", widths, [self.tables.row(*cells)])


def cell_entry(column: Entry, value: Any) -> Entry:
    """Return one cell of a table as a field of one line."""
    kind = FieldType.LINE if column.type in {FieldType.TEXT, FieldType.LIST} else column.type
    return Entry(column.id, column.label, kind, options=column.options, value=value)
