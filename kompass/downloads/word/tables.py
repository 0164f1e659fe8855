"""Tables of a Word file: cells, rows, sums. All measures are twips (twentieths of a point)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kompass.downloads.columns import UNWORKED
from kompass.downloads.look import bare, colour
from kompass.downloads.outline import Entry, shown
from kompass.downloads.word.xml import PROMPT, Letters, element, guarded_field, paragraph, run
from kompass.model.vocabulary import FieldType, Footer

PADDING = 100
"""Left and right of the text in a cell, as the table styles say."""
FUNCTIONS = {Footer.SUM: "SUM", Footer.MEAN: "AVERAGE", Footer.COUNT: "COUNT"}
PICTURES = {FieldType.EURO: "#.##0 €", FieldType.PERCENT: "0 %", FieldType.NUMBER: "#.##0"}


def cell(width: int, content: list[Any], *, fill: str = "", rule: bool = False) -> Any:
    """Return a table cell; it always ends with a paragraph, as Word demands."""
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if rule:
        line = element("w:bottom", val="single", sz=12, space=0, color=bare(colour("rule")))
        properties.append(element("w:tcBorders", line))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=bare(colour(fill))))
    return element("w:tc", properties, *content)


def row(*cells: Any, is_head: bool = False, height: int = 0) -> Any:
    """Return a table row that is not split between pages."""
    properties = element("w:trPr", element("w:cantSplit"))
    if height:
        properties.append(element("w:trHeight", val=height, hRule="atLeast"))
    if is_head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


@dataclass(frozen=True)
class Kind:
    """A style of tables; whether the first row and the first column are heads."""

    style: str
    has_head: bool = False
    has_labels: bool = False


FORM, BOX, SHEET = Kind("KompassForm", has_labels=True), Kind("KompassForm"), Kind("KompassTable", True, True)
BARE = Kind("TableNormal")


def table(kind: Kind, widths: Sequence[int], rows: list[Any], caption: str) -> Any:
    """Return a table with fixed columns and a name for screen readers."""
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val=kind.style),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element(
            "w:tblLook",
            val=f"{0x0400 + 0x80 * kind.has_labels + 0x20 * kind.has_head:04X}",
            firstRow=int(kind.has_head),
            lastRow=0,
            firstColumn=int(kind.has_labels),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        ),
        element("w:tblCaption", val=caption),
    )
    return element("w:tbl", properties, element("w:tblGrid", *[element("w:gridCol", w=width) for width in widths]), *rows)


def total(column: Entry, value: Any, size: float) -> Any:
    """Return the paragraph of a sum: a field that Word works out, with the result where it is known."""
    letters = Letters(bold=True, size=size)
    result = run(shown(column.type, value), letters) if value else run(UNWORKED, replace(letters, style=PROMPT.style))
    name = FUNCTIONS[column.footer] if column.footer else "SUM"
    picture = PICTURES.get(column.type, "0")
    return paragraph(*guarded_field(f'={name}(ABOVE) \\# "{picture}"', result), style="KompassCell", align="right")
