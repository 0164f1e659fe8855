"""Tables of an OpenDocument text, and the styles that its columns, rows, cells and small type need. Measures are millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kompass.downloads.look import colour
from kompass.downloads.odf import SPACES, element
from kompass.downloads.outline import Entry
from kompass.model.vocabulary import FieldType, Footer

HAIR = f"0.5pt solid {colour('hair')}"
CELLS = {  # name: (fill, border above, border below)
    "plain": ("", "", HAIR),
    "head": (colour("head"), "", f"1.5pt solid {colour('rule')}"),
    "foot": (colour("computed"), "", HAIR),
    "sign": ("", f"0.75pt solid {colour('text')}", ""),
    "gap": ("", "", ""),
}
FIGURES = {  # data style: (places, sign after the figure)
    FieldType.EURO: ("N_euro", "\u00a0€"),
    FieldType.PERCENT: ("N_prozent", "\u00a0%"),
    FieldType.NUMBER: ("N_zahl", ""),
}
FUNCTIONS = {Footer.SUM: "sum", Footer.MEAN: "mean", Footer.COUNT: "count"}


class Tables:
    """Makes the tables of one document and remembers which styles they need."""

    def __init__(self, width: float, *, is_compact: bool) -> None:
        """Start with no table; `width` is the room between the margins."""
        self.width = width
        self.is_compact = is_compact
        self.columns: list[float] = []
        self.heights: set[float] = set()
        self.sizes: set[float] = set()
        self.names: set[str] = set()

    def table(self, name: str, widths: Sequence[float], rows: list[Any], head: Any = None) -> Any:
        """Return a table whose name readers of the screen hear; `head` is repeated on each page."""
        made = element("table:table", table__name=self._own(name), table__style_name="ta")
        for width in widths:
            rounded = round(width, 1)
            if rounded not in self.columns:
                self.columns.append(rounded)
            made.append(element("table:table-column", table__style_name=f"co{self.columns.index(rounded)}"))
        if head is not None:
            made.append(element("table:table-header-rows", head))
        made.extend(rows)
        return made

    def _own(self, name: str) -> str:
        number, own = 1, name
        while own in self.names:
            number += 1
            own = f"{name} {number}"
        self.names.add(own)
        return own

    def row(self, *cells: Any, height: float = 0) -> Any:
        """Return a row of at least a height."""
        made = element("table:table-row", *cells)
        if height:
            self.heights.add(height)
            made.set(f"{{{SPACES['table']}}}style-name", f"ro{height:.0f}")
        return made

    def line(self, column: Entry, size: float) -> str:
        """Return the style of a paragraph in a column; `size` in points, 0 for the usual one."""
        name = "Kompass_20_Zahl" if column.is_numeric else "Kompass_20_Zelle"
        if not size:
            return name
        self.sizes.add(size)
        return f"{name}_{size * 10:.0f}"

    def styles(self) -> Iterator[Any]:
        """Yield the styles that the tables made so far need."""
        for number, width in enumerate(self.columns):
            properties = element("style:table-column-properties", style__column_width=f"{width:.1f}mm")
            yield element("style:style", properties, style__name=f"co{number}", style__family="table-column")
        for height in sorted(self.heights):
            properties = element(
                "style:table-row-properties", style__min_row_height=f"{height:.0f}mm", fo__keep_together="always"
            )
            yield element("style:style", properties, style__name=f"ro{height:.0f}", style__family="table-row")
        for size in sorted(self.sizes):
            for parent in ("Kompass_20_Zelle", "Kompass_20_Zahl"):
                letters = element("style:text-properties", fo__font_size=f"{size}pt")
                name = f"{parent}_{size * 10:.0f}"
                yield element(
                    "style:style", letters, style__name=name, style__family="paragraph", style__parent_style_name=parent
                )
        yield from self._cell_styles()
        yield from _data_styles()
        properties = element(
            "style:table-properties",
            table__align="left",
            style__width=f"{self.width:.0f}mm",
            fo__margin_bottom="0.8mm" if self.is_compact else "3mm",
        )
        yield element("style:style", properties, style__name="ta", style__family="table")

    def _cell_styles(self) -> Iterator[Any]:
        for name, (fill, above, below) in CELLS.items():
            for kind, data_style in ((None, ""), *((kind, style) for kind, (style, _) in FIGURES.items())):
                above_and_below = "0.1mm" if self.is_compact else "0.8mm"
                properties = element(
                    "style:table-cell-properties", fo__padding_top=above_and_below, fo__padding_bottom=above_and_below
                )
                for side in ("left", "right"):
                    properties.set(f"{{{SPACES['fo']}}}padding-{side}", "0mm" if name == "sign" else "1.5mm")
                for side in ("left", "right", "top", "bottom"):
                    border = {"top": above, "bottom": below}.get(side) or "none"
                    properties.set(f"{{{SPACES['fo']}}}border-{side}", border)
                if fill:
                    properties.set(f"{{{SPACES['fo']}}}background-color", fill)
                made = element("style:style", properties, style__name=cell_style(name, kind), style__family="table-cell")
                if data_style:
                    made.set(f"{{{SPACES['style']}}}data-style-name", data_style)
                yield made


def _data_styles() -> Iterator[Any]:
    for name, sign in FIGURES.values():
        number = element("number:number", number__decimal_places="0", number__min_integer_digits="1", number__grouping="true")
        parts = [number, element("number:text", sign)] if sign else [number]
        yield element("number:number-style", *parts, style__name=name, number__language="de", number__country="DE")


def cell_style(name: str, kind: FieldType | None = None) -> str:
    """Return the name of the style of a cell, for figures with their data style."""
    return f"ce_{name}_{kind.value}" if kind in FIGURES else f"ce_{name}"


def cell(content: list[Any], kind: str = "plain") -> Any:
    """Return a cell of text."""
    return element("table:table-cell", *content, table__style_name=cell_style(kind), office__value_type="string")


def figure_cell(column: Entry, content: list[Any], value: Any, formula: str = "") -> Any:
    """Return a cell that the program reckons with: a figure, nothing yet, or a formula and its result."""
    made = element("table:table-cell", *content, table__style_name=cell_style("foot" if formula else "plain", column.type))
    if formula:
        made.set(f"{{{SPACES['table']}}}formula", f"ooow:{formula}")
    if value is not None:
        made.set(f"{{{SPACES['office']}}}value-type", "float")
        made.set(f"{{{SPACES['office']}}}value", str(value))
    return made


def sum_of(column: Entry, place: int, count: int) -> str:
    """Return the formula of the last row under the column at `place`, over `count` rows below the head."""
    letter = chr(ord("A") + place)
    function = FUNCTIONS[column.footer] if column.footer else "sum"
    return f"{function}(<{letter}2:{letter}{count + 1}>)"
