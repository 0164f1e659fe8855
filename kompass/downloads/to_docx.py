"""Write an outline as a Word document: real styles, content controls named after the fields, sums that Word works out.

What is guidance has a style of its own, so that one change hides all of it; what is yellow is still to be filled in and
turns white when it is. Measures are twips (twentieths of a point) unless a name says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kompass.downloads.columns import cell_prompt, label_width, set_columns
from kompass.downloads.guidance import HOW_TO_SUM
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
from kompass.downloads.reproducible import pack
from kompass.downloads.word.controls import Controls
from kompass.downloads.word.frame import MM, contents, footer, header, mark, opening, section, signatures, source
from kompass.downloads.word.package import core, parts
from kompass.downloads.word.tables import BOX, FORM, PADDING, SHEET, cell, row, table, total
from kompass.downloads.word.xml import BOLD, TWIPS, Letters, W, element, field, keep_with_next, paragraph, run, serialise
from kompass.model.vocabulary import FieldType

STYLES = {"body": None, "help": "KompassHelp", "lead": "KompassLead", "strong": "KompassLabel"}
HEIGHTS = {False: (510, 850), True: (280, 500)}
"""Least height of an empty row and of an empty wide box, by whether the document has to fit on one page."""


def to_docx(document: Document) -> bytes:
    """Return the document as a Word file."""
    return _Writer(document).file()


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.controls = Controls(document.details)
        self.width = round(document.room * MM)
        self.sizes = document.sizes
        self.empty_row, self.empty_box = HEIGHTS[document.is_compact]
        self.tables = 0

    def file(self) -> bytes:
        body = self.body()
        head, foot = header(self.document, self.controls, self.width), footer(self.document, self.controls, self.width)
        made = parts(self.document, self.document.details, self.controls.prompts)
        made |= {"word/document.xml": serialise(body), "word/header1.xml": serialise(head), "word/footer1.xml": serialise(foot)}
        return pack(made)

    def body(self) -> Any:
        body = element("w:body")
        body.extend(self.opening())
        for number, chapter in enumerate(self.document.chapters):
            if number == self.document.first_chapter:
                body.append(contents(self.document))
            if len(body) and is_gap(body[-1]):
                body.remove(body[-1])
            body.append(self.heading(chapter, number))
            for block in chapter.blocks:
                body.extend(self.block(block, chapter))
        if self.document.signatures:
            keep_last_row(body)
            body.append(paragraph(style="KompassSignRoom", keep=True))
            body.append(signatures(self.document.signatures, self.width))
        elif body[-1].tag == f"{{{W}}}tbl":
            body.append(paragraph(style="KompassGap"))
        body.append(source(self.document))
        body.append(section(self.document))
        root = element("w:document", body)
        root.set("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "w14")
        return root

    def opening(self) -> Iterator[Any]:
        yield from opening(self.document, self.controls)
        if self.document.byline:
            yield paragraph(*self.byline(), style="Subtitle")
        if self.document.is_example:
            yield paragraph(EXAMPLE_NOTICE, style="KompassExample")

    def byline(self) -> Iterator[Any]:
        """Yield town, day and author under the title; each is typed here once."""
        before = {"kommune": "", "stand": "Stand: ", "bearbeitung": "Bearbeitung: "}
        for number, name in enumerate(self.document.byline):
            yield run((", " if number else "") + before[name])
            yield self.controls.bound(name, self.document.details.get(name, ""))

    def heading(self, chapter: Chapter, number: int) -> Any:
        is_plain = self.document.is_prose and chapter.level == 1 and not chapter.number
        style = "KompassPlainHeading" if is_plain else f"Heading{chapter.level}"
        return paragraph(*mark(chapter, number), style=style, page_break=self.document.breaks_before(number))

    def block(self, block: Block, chapter: Chapter) -> Iterator[Any]:
        match block:
            case Text():
                yield paragraph(*self.controls.with_details(block.text), style=STYLES[block.style], keep=block.style == "help")
            case Points():
                style = "ListNumber" if block.is_numbered else "ListBullet"
                yield from (paragraph(item, style=style) for item in block.items)
            case Note():
                yield paragraph(run(f"{block.title}. ", BOLD), block.text, style="KompassNote")
            case Form():
                yield self.form(block, chapter.title)
                yield paragraph(style="KompassGap")
            case Wide():
                yield from self.prose(block.entry, chapter) if self.document.is_prose else self.wide(block.entry)
            case Grid():
                yield from self.grid(block)
                yield paragraph(style="KompassGap")
            case Checks():
                yield self.checks(block, chapter.title)

    def form(self, block: Form, caption: str) -> Any:
        room = self.width // 2 if block.pairs else self.width
        labels = label_width(block.entries, room / TWIPS, self.sizes["label"], is_compact=self.document.is_compact)
        first = round(labels * TWIPS) + 2 * PADDING
        widths = [first, room - first]
        if not block.pairs:
            rows = [row(*self.field_cells(entry, widths)) for entry in block.entries]
            return table(FORM, widths, rows, caption)
        rows = []
        for entries in in_pairs(block.entries):
            cells = [made for entry in entries for made in self.field_cells(entry, widths)]
            cells += [cell(width, [paragraph(style="KompassLabel")]) for width in widths[: 4 - len(cells)]]
            rows.append(row(*cells))
        return table(FORM, widths * 2, rows, caption)

    def field_cells(self, entry: Entry, widths: list[int]) -> list[Any]:
        """Return the label of a field and the field itself as two cells."""
        label = [paragraph(entry.label, style="KompassLabel")]
        helps = [paragraph(entry.help, style="KompassHelp")] if entry.help else []
        return [cell(widths[0], label), cell(widths[1], [*helps, *self.controls.blocks(entry)])]

    def wide(self, entry: Entry) -> Iterator[Any]:
        yield paragraph(entry.label, style="KompassWideLabel")
        if entry.help:
            yield paragraph(entry.help, style="KompassHelp", keep=True)
        box = cell(self.width, self.controls.blocks(entry))
        yield table(BOX, [self.width], [row(box, height=0 if entry.value else self.empty_box)], entry.label)
        yield paragraph(style="KompassGap")

    def prose(self, entry: Entry, chapter: Chapter) -> Iterator[Any]:
        """Yield a field as running text of any length under its own heading, without a box."""
        if entry.label != chapter.title:
            yield paragraph(entry.label, style="KompassPlainHeading2" if chapter.level == 1 else "Heading3")
        if entry.help:
            yield paragraph(entry.help, style="KompassHelp", keep=True)
        yield from self.controls.blocks(entry, style="Normal")

    def grid(self, block: Grid) -> Iterator[Any]:
        helps = [f"{column.label}: {column.help}" for column in block.columns if column.help]
        if block.footer and not self.document.is_example and not self.document.is_compact:
            helps.append(HOW_TO_SUM["docx"])
        yield from (paragraph(line, style="KompassHelp", keep=True) for line in helps)
        if self.document.is_prose:
            self.tables += 1
            number = field("SEQ Tabelle \\* ARABIC", run(str(self.tables)))
            yield paragraph("Tabelle ", *number, f": {block.title}", style="Caption")
        columns = set_columns(block, self.width / TWIPS, self.sizes["cell"], 2 * PADDING / TWIPS)
        size = 0 if columns.size == self.sizes["cell"] else columns.size
        widths = [round(width * TWIPS) for width in columns.widths]
        heads = []
        for column, width in zip(block.columns, widths, strict=True):
            align = "right" if column.is_numeric else ""
            lines = [paragraph(run(column.label, Letters(bold=True, size=size)), style="KompassCell", align=align)]
            heads.append(cell(width, lines, fill="head", rule=True))
        rows = [row(*heads, is_head=True)]
        rows += [self.grid_row(block, number, widths, size) for number in range(len(block.rows))]
        if block.footer:
            rows.append(self.sums(block, widths, size))
        yield table(SHEET, widths, rows, block.title)

    def grid_row(self, block: Grid, number: int, widths: list[int], size: float) -> Any:
        values, cells = block.rows[number], []
        for place, (column, value, width) in enumerate(zip(block.columns, values, widths, strict=True)):
            align = "right" if column.is_numeric else ""
            letters = Letters(bold=place == 0, size=size)
            made = paragraph(style="KompassCell", align=align)
            if block.is_form and (value is not None or not self.document.is_example):
                made = self.controls.line(cell_entry(block, place, number), made, letters, cell_prompt(column))
            else:
                made.append(run(shown(column.type, value), letters))
            cells.append(cell(width, [made]))
        return row(*cells, height=self.empty_row if block.is_form and set(values) == {None} else 0)

    def sums(self, block: Grid, widths: list[int], size: float) -> Any:
        """Return the last row of a table, with a field for each sum."""
        cells = []
        for place, (column, value, width) in enumerate(zip(block.columns, block.footer, widths, strict=True)):
            if column.footer:
                content = total(column, value, size)
            else:
                content = paragraph(
                    run(block.footer_label if place == 0 else "", Letters(bold=True, size=size)), style="KompassCell"
                )
            cells.append(cell(width, [content], fill="computed"))
        return row(*cells)

    def checks(self, block: Checks, caption: str) -> Any:
        widths = [520, self.width - 520]
        rows = []
        for name, statement, reason, essential in block.items:
            entry = Entry(name, statement, FieldType.CHECK)
            title = [run(statement, BOLD)] + ([" (unverzichtbar)"] if essential else [])
            lines = [paragraph(*title, style="KompassCell"), paragraph(reason, style="KompassReason")]
            rows.append(row(cell(widths[0], self.controls.blocks(entry)), cell(widths[1], lines)))
        return table(BOX, widths, rows, f"Punkte zum Abhaken: {caption}")


def cell_entry(block: Grid, place: int, number: int) -> Entry:
    """Return one cell of a table as a field of its own, named `table.column.row`."""
    column = block.columns[place]
    kind = FieldType.LINE if column.type in {FieldType.TEXT, FieldType.LIST} else column.type
    name, label = f"{block.id}.{column.id}.{number + 1}", f"{column.label}, Zeile {number + 1}"
    return Entry(name, label, kind, options=column.options, value=block.rows[number][place])


def is_gap(made: Any) -> bool:
    """Say whether a paragraph only keeps two tables apart."""
    style = made.find(f"{{{W}}}pPr/{{{W}}}pStyle")
    return style is not None and style.get(f"{{{W}}}val") == "KompassGap"


def keep_last_row(body: Any) -> None:
    """Keep the last row of a table at the end of the text on the page of what follows."""
    for made in (body[-1], body[-2]):
        if made.tag == f"{{{W}}}p":
            keep_with_next(made)
        elif made.tag == f"{{{W}}}tbl":
            for line in made.findall(f"{{{W}}}tr")[-1].iter(f"{{{W}}}p"):
                keep_with_next(line)
            return


__all__ = ["core", "to_docx"]
