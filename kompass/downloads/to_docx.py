"""Write an outline as a Word document: real styles, content controls named after the fields, repeated table heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from kompass.downloads.look import bare, colour
from kompass.downloads.outline import (
    AUTHOR,
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
from kompass.downloads.reproducible import pack
from kompass.model.vocabulary import FieldType
from kompass.templates.worksheet import LIGHTS

PARTS = Path(__file__).parent / "parts"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = {"w": W, "w14": W14, "r": R, "wp": WP, "a": A, "pic": PIC, "mc": MC}
OWN_SPACE = {prefix: {prefix: space} for prefix, space in SPACES.items()}
"""Declaring only what an element itself needs is several times quicker; `serialise` declares all at the top."""
MAKERS = {prefix: ElementMaker(namespace=space, nsmap=SPACES) for prefix, space in SPACES.items()}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = {"body": None, "help": "KompassHelp", "lead": "KompassLead", "strong": "KompassLabel"}
PROMPTS = {
    FieldType.LINE: "Hier eintragen",
    FieldType.TEXT: "Text hier eintragen",
    FieldType.LIST: "Je Zeile ein Punkt",
    FieldType.CHOICE: "Bitte wählen",
    FieldType.LIGHT: "Bitte wählen",
    FieldType.DATE: "TT.MM.JJJJ",
    FieldType.NUMBER: "Zahl",
    FieldType.EURO: "Betrag in Euro",
    FieldType.PERCENT: "Prozent",
    FieldType.CHECK: "",
}
FIELD_FILL = bare(colour("field"))
AFTER_SPACING = {f"{{{W}}}{name}" for name in ("ind", "jc", "outlineLvl")}
PORTRAIT = (11906, 16838)
MARGINS = {"top": 1247, "right": 1134, "bottom": 1134, "left": 1417, "header": 567, "footer": 510, "gutter": 0}
BOX, TICKED = "\u2610", "\u2612"


def to_docx(document: Document) -> bytes:
    """Return the document as a Word file."""
    return _Writer(document).file()


def element(name: str, *children: Any, **attributes: Any) -> Any:
    """Return an element like `w:p`; attributes go into the namespace of the element."""
    prefix, _, local = name.partition(":")
    space = SPACES[prefix]
    written = {f"{{{space}}}{key}": str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{space}}}{local}", written, nsmap=OWN_SPACE[prefix])
    add(made, children)
    return made


def add(parent: Any, children: Iterable[Any]) -> None:
    """Append elements, and texts where they belong."""
    for child in children:
        if not isinstance(child, str):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child


def run(text: str, *, style: str = "", bold: bool = False) -> Any:
    """Return a run of text; line ends become line breaks."""
    made = element("w:r")
    if style or bold:
        properties = element("w:rPr")
        if style:
            properties.append(element("w:rStyle", val=style))
        if bold:
            properties.append(element("w:b"))
        made.append(properties)
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("w:br"))
        written = element("w:t", line)
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(written)
    return made


def paragraph(
    *content: Any, style: str | None = None, align: str = "", indent_right: int = 0, page_break: bool = False, keep: bool = False
) -> Any:
    """Return a paragraph."""
    made = element("w:p")
    properties = element("w:pPr")
    if style:
        properties.append(element("w:pStyle", val=style))
    if keep:
        properties.append(element("w:keepNext"))
    if page_break:
        properties.append(element("w:pageBreakBefore"))
    if indent_right:
        properties.append(element("w:ind", right=indent_right))
    if align:
        properties.append(element("w:jc", val=align))
    if len(properties):
        made.append(properties)
    made.extend(run(part) if isinstance(part, str) else part for part in content)
    return made


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.controls = 0
        sides = PORTRAIT[::-1] if document.landscape else PORTRAIT
        self.sides = sides
        self.empty_row = 340 if document.is_compact else 510
        self.width = sides[0] - MARGINS["left"] - MARGINS["right"]

    def file(self) -> bytes:
        parts = (
            static_parts()
            | ({"word/styles.xml": compact_styles()} if self.document.is_compact else {})
            | {
                "word/document.xml": serialise(self.body()),
                "word/header1.xml": serialise(self.header()),
                "word/footer1.xml": serialise(self.footer()),
                "word/_rels/document.xml.rels": relations(self.document.address),
                "docProps/core.xml": core(self.document),
            }
        )
        return pack(parts)

    def body(self) -> Any:
        body = element("w:body")
        body.extend(self.opening())
        for chapter in self.document.chapters:
            heading = f"Heading{chapter.level}"
            body.append(paragraph(chapter.title, style=heading, page_break=chapter.starts_page))
            for block in chapter.blocks:
                body.extend(self.block(block))
        if self.document.signatures:
            body.extend(self.signatures())
        if body[-1].tag == f"{{{W}}}tbl":
            body.append(self.gap())
        body.append(self.section())
        root = element("w:document", body)
        root.set(f"{{{MC}}}Ignorable", "w14")
        return root

    def opening(self) -> Iterator[Any]:
        document = self.document
        yield paragraph(style="KompassBlock", indent_right=self.width - 850)
        yield paragraph(document.subtitle, style="Subtitle")
        yield paragraph(document.title, style="Title")
        if document.is_example:
            yield paragraph(EXAMPLE_NOTICE, style="KompassExample")
        lines = [" ".join(document.introduction)] if document.is_compact else document.introduction
        yield from (paragraph(line, style="KompassHelp" if document.is_compact else None) for line in lines)
        link = element("w:hyperlink", run(document.address, style="Hyperlink"))
        link.set(f"{{{R}}}id", "rId9")
        yield paragraph("Erklärung und neueste Fassung: ", link, style="KompassHelp")

    def block(self, block: Block) -> Iterator[Any]:
        match block:
            case Text():
                yield paragraph(block.text, style=STYLES[block.style], keep=block.style == "help")
            case Points():
                style = "ListNumber" if block.is_numbered else "ListBullet"
                yield from (paragraph(item, style=style) for item in block.items)
            case Note():
                yield paragraph(run(f"{block.title}. ", bold=True), block.text, style="KompassNote")
            case Form():
                yield self.form(block)
                yield self.gap()
            case Wide():
                yield from self.wide(block.entry)
            case Grid():
                yield self.grid(block)
                yield self.gap()
            case Checks():
                yield self.checks(block)

    def gap(self) -> Any:
        """Return a small space between two tables, which would grow together otherwise."""
        made = paragraph(style="KompassHelp")
        made.find(f"{{{W}}}pPr").append(
            element("w:spacing", before=0, after=0, line=60 if self.document.is_compact else 180, lineRule="exact")
        )
        return made

    def form(self, block: Form) -> Any:
        widths = [int(self.width * 0.3), self.width - int(self.width * 0.3)]
        rows = []
        for entry in block.entries:
            label = [paragraph(entry.label, style="KompassLabel")]
            if entry.help:
                label.append(paragraph(entry.help, style="KompassHelp"))
            rows.append(row(cell(widths[0], label), cell(widths[1], self.content(entry), fill=FIELD_FILL)))
        return table("KompassForm", widths, rows, "Formular: links die Bezeichnung, rechts das Feld", first_row=False)

    def wide(self, entry: Entry) -> Iterator[Any]:
        yield paragraph(entry.label, style="KompassLabel")
        if entry.help:
            yield paragraph(entry.help, style="KompassHelp")
        empty_height = 680 if self.document.is_compact else 1134
        rows = [row(cell(self.width, self.content(entry), fill=FIELD_FILL), height=0 if entry.value else empty_height)]
        yield table("KompassForm", [self.width], rows, entry.label, first_row=False)
        yield self.gap()

    def content(self, entry: Entry) -> list[Any]:
        """Return the content control of a field, as paragraphs of its own."""
        value = entry.value
        if entry.type == FieldType.CHECK:
            return [paragraph(self.checkbox(entry, bool(value)), style="KompassField")]
        if value in (None, "", ()):
            inner = [paragraph(run(PROMPTS[entry.type], style="PlaceholderText"), style="KompassField")]
        elif entry.type == FieldType.LIST:
            inner = [paragraph(item, style="KompassFieldPoint") for item in value]
        elif entry.type == FieldType.TEXT:
            inner = [paragraph(part, style="KompassField") for part in paragraphs(str(value))]
        else:
            inner = [paragraph(shown(entry.type, value), style="KompassField")]
        return [self.control(entry, inner, is_empty=value in (None, "", ()))]

    def control(self, entry: Entry, inner: list[Any], *, is_empty: bool) -> Any:
        self.controls += 1
        properties = element(
            "w:sdtPr",
            element("w:alias", val=entry.label[:64]),
            element("w:tag", val=entry.id[:64]),
            element("w:id", val=1000 + self.controls),
        )
        if is_empty:
            properties.append(element("w:showingPlcHdr"))
        properties.extend(kind_of_control(entry))
        return element("w:sdt", properties, element("w:sdtContent", *inner))

    def checkbox(self, entry: Entry, is_ticked: bool) -> Any:
        self.controls += 1
        box = element("w14:checkbox")
        box.append(element("w14:checked", val=int(is_ticked)))
        box.append(element("w14:checkedState", val="2612", font="MS Gothic"))
        box.append(element("w14:uncheckedState", val="2610", font="MS Gothic"))
        properties = element(
            "w:sdtPr",
            element("w:alias", val=entry.label[:64]),
            element("w:tag", val=entry.id[:64]),
            element("w:id", val=1000 + self.controls),
            box,
        )
        sign = run(TICKED if is_ticked else BOX)
        fonts = element("w:rFonts", ascii="MS Gothic", hAnsi="MS Gothic", eastAsia="MS Gothic", hint="eastAsia")
        sign.insert(0, element("w:rPr", fonts))
        return element("w:sdt", properties, element("w:sdtContent", sign))

    def grid(self, block: Grid) -> Any:
        total = sum(column.width for column in block.columns)
        widths = [self.width * column.width // total for column in block.columns]
        heads = []
        for column, width in zip(block.columns, widths, strict=True):
            lines = [paragraph(run(column.label, bold=True), style="KompassCell", align="right" if column.is_numeric else "")]
            if column.help:
                lines.append(paragraph(column.help, style="KompassHelp"))
            heads.append(cell(width, lines, fill=bare(colour("head")), rule=True))
        rows = [row(*heads, is_head=True)]
        rows += [self.grid_row(block, widths, values) for values in block.rows]
        if block.footer:
            texts = [shown(column.type, value) for column, value in zip(block.columns, block.footer, strict=True)]
            texts[0] = texts[0] or block.footer_label
            columns = zip(block.columns, texts, widths, strict=True)
            rows.append(
                row(
                    *[
                        cell(width, [figure(column, text, bold=True)], fill=bare(colour("computed")))
                        for column, text, width in columns
                    ]
                )
            )
        return table("KompassTable", widths, rows, block.title)

    def grid_row(self, block: Grid, widths: list[int], values: tuple[Any, ...]) -> Any:
        cells = []
        for number, (column, value, width) in enumerate(zip(block.columns, values, widths, strict=True)):
            if value is None and column.type in {FieldType.CHOICE, FieldType.LIGHT, FieldType.DATE, FieldType.CHECK}:
                content = self.content(column)
            elif value is None:
                content = [paragraph(style="KompassCell")]
            else:
                content = [figure(column, shown(column.type, value), bold=number == 0)]
            cells.append(cell(width, content, fill=FIELD_FILL if value is None and block.is_form else ""))
        return row(*cells, height=self.empty_row if all(value is None for value in values) else 0)

    def checks(self, block: Checks) -> Any:
        widths = [520, self.width - 520]
        rows = []
        for name, statement, reason, essential in block.items:
            entry = Entry(name, statement, FieldType.CHECK)
            title = [run(statement, bold=True)] + ([" (unverzichtbar)"] if essential else [])
            lines = [paragraph(*title, style="KompassCell"), paragraph(reason, style="KompassHelp")]
            rows.append(row(cell(widths[0], [paragraph(self.checkbox(entry, False))]), cell(widths[1], lines)))
        return table("KompassForm", widths, rows, "Punkte zum Abhaken", first_row=False)

    def signatures(self) -> Iterator[Any]:
        yield paragraph()
        count = len(self.document.signatures)
        width, gap = self.width // count - 280, 280
        cells: list[Any] = []
        for label in self.document.signatures:
            if cells:
                cells.append(cell(gap, [paragraph(style="KompassHelp")]))
            made = cell(width, [paragraph(label, style="KompassHelp")])
            made.find(f"{{{W}}}tcPr").append(
                element("w:tcBorders", element("w:top", val="single", sz=6, space=0, color=bare(colour("text"))))
            )
            cells.append(made)
        yield self.gap()
        yield table("TableNormal", [width, *[gap, width] * (count - 1)], [row(*cells)], "Unterschriften", first_row=False)

    def section(self) -> Any:
        made = element("w:sectPr")
        for kind in ("header", "footer"):
            reference = element(f"w:{kind}Reference", type="default")
            reference.set(f"{{{R}}}id", "rId7" if kind == "header" else "rId8")
            made.append(reference)
        size = element("w:pgSz", w=self.sides[0], h=self.sides[1])
        if self.document.landscape:
            size.set(f"{{{W}}}orient", "landscape")
        made.append(size)
        made.append(element("w:pgMar", **MARGINS | ({"top": 1077, "bottom": 907} if self.document.is_compact else {})))
        return made

    def header(self) -> Any:
        document = self.document
        town = Entry("kommune", "Name Ihrer Kommune", value=document.municipality or None)
        name = run(document.municipality) if document.municipality else run("Name Ihrer Kommune", style="PlaceholderText")
        line = paragraph(
            drawing(),
            run(f"  {document.title}"),
            tab(),
            self.control(town, [name], is_empty=not document.municipality),
            style="Header",
        )
        line.find(f"{{{W}}}pPr").append(element("w:tabs", element("w:tab", val="right", pos=self.width)))
        return element("w:hdr", line)

    def footer(self) -> Any:
        pages = [run("Seite "), *counter("PAGE"), run(" von "), *counter("NUMPAGES")]
        line = paragraph(run(self.document.imprint), tab(), *pages, style="Footer")
        line.find(f"{{{W}}}pPr").append(element("w:tabs", element("w:tab", val="right", pos=self.width)))
        return element("w:ftr", line)


def kind_of_control(entry: Entry) -> list[Any]:
    """Return what tells Word the kind of a content control; nothing for rich text."""
    if entry.type in {FieldType.CHOICE, FieldType.LIGHT}:
        options = entry.options or LIGHTS
        return [element("w:dropDownList", *[element("w:listItem", displayText=option, value=option) for option in options])]
    if entry.type == FieldType.DATE:
        made = element("w:date")
        if entry.value:
            made.set(f"{{{W}}}fullDate", f"{entry.value}T00:00:00Z")
        made.append(element("w:dateFormat", val="dd.MM.yyyy"))
        made.append(element("w:lid", val="de-DE"))
        made.append(element("w:storeMappedDataAs", val="dateTime"))
        made.append(element("w:calendar", val="gregorian"))
        return [made]
    return [] if entry.type in {FieldType.TEXT, FieldType.LIST} else [element("w:text")]


def figure(column: Entry, text: str, *, bold: bool = False) -> Any:
    """Return the paragraph of a table cell."""
    return paragraph(run(text, bold=bold), style="KompassCell", align="right" if column.is_numeric else "")


def cell(width: int, content: list[Any], *, fill: str = "", rule: bool = False) -> Any:
    """Return a table cell; it always ends with a paragraph, as Word demands."""
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if rule:
        properties.append(element("w:tcBorders", element("w:bottom", val="single", sz=12, space=0, color=bare(colour("rule")))))
    if fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=fill))
    return element("w:tc", properties, *content)


def row(*cells: Any, is_head: bool = False, height: int = 0) -> Any:
    """Return a table row that is not split between pages."""
    properties = element("w:trPr", element("w:cantSplit"))
    if height:
        properties.append(element("w:trHeight", val=height, hRule="atLeast"))
    if is_head:
        properties.append(element("w:tblHeader"))
    return element("w:tr", properties, *cells)


def table(style: str, widths: list[int], rows: list[Any], caption: str, *, first_row: bool = True) -> Any:
    """Return a table with fixed columns and a name for screen readers."""
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val=style),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", val="04A0", firstRow=int(first_row), lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("w:tblCaption", val=caption),
    )
    grid = element("w:tblGrid", *[element("w:gridCol", w=width) for width in widths])
    return element("w:tbl", properties, grid, *rows)


def tab() -> Any:
    """Return a tab stop."""
    return element("w:r", element("w:tab"))


def counter(name: str) -> list[Any]:
    """Return a field that counts pages."""
    return [element("w:fldSimple", run("1"), instr=f" {name} ")]


def drawing() -> Any:
    """Return the logo, 7 mm wide, with its alternative text."""
    size = 252000
    picture = MAKERS["pic"](
        "pic",
        MAKERS["pic"](
            "nvPicPr",
            MAKERS["pic"]("cNvPr", id="1", name="logo.png", descr="Logo Kompass & Baukasten"),
            MAKERS["pic"]("cNvPicPr"),
        ),
        MAKERS["pic"]("blipFill", blip(), MAKERS["a"]("stretch", MAKERS["a"]("fillRect"))),
        MAKERS["pic"](
            "spPr",
            MAKERS["a"]("xfrm", MAKERS["a"]("off", x="0", y="0"), MAKERS["a"]("ext", cx=str(size), cy=str(size))),
            MAKERS["a"]("prstGeom", MAKERS["a"]("avLst"), prst="rect"),
        ),
    )
    inline = MAKERS["wp"](
        "inline",
        MAKERS["wp"]("extent", cx=str(size), cy=str(size)),
        MAKERS["wp"]("docPr", id="1", name="Logo", descr="Logo Kompass & Baukasten"),
        MAKERS["a"]("graphic", MAKERS["a"]("graphicData", picture, uri=PIC)),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )
    return element("w:r", element("w:rPr", element("w:position", val=-8)), element("w:drawing", inline))


def blip() -> Any:
    """Return the reference to the picture of the logo."""
    made = MAKERS["a"]("blip")
    made.set(f"{{{R}}}embed", "rId1")
    return made


def serialise(root: Any) -> bytes:
    """Return XML with its declaration."""
    etree.cleanup_namespaces(root, top_nsmap=SPACES, keep_ns_prefixes=["w", "w14", "r", "mc"])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


@cache
def _static() -> dict[str, bytes]:
    parts = {f"word/{name}.xml": (PARTS / "docx" / f"{name}.xml").read_bytes() for name in ("styles", "numbering", "settings")}
    parts["word/media/logo.png"] = (PARTS / "logo.png").read_bytes()
    parts["[Content_Types].xml"] = content_types()
    parts["_rels/.rels"] = relationships(
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml", False),
        (
            "rId2",
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
            False,
        ),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml", False),
    )
    parts["word/_rels/header1.xml.rels"] = relationships(("rId1", f"{OFFICE}/image", "media/logo.png", False))
    parts["docProps/app.xml"] = app()
    return parts


COMPACT = {  # style: (size in half points, space before, space after, line height)
    "Title": (34, 0, 60, 240),
    "Heading1": (23, 120, 40, 240),
    "KompassHelp": (16, 0, 0, 240),
    "KompassLabel": (18, 20, 0, 240),
    "KompassField": (18, 10, 10, 240),
    "KompassCell": (17, 0, 0, 240),
    "KompassExample": (17, 0, 40, 240),
}


@cache
def compact_styles() -> bytes:
    """Return the styles with smaller type and spaces, for a document of one page."""
    root = etree.fromstring((PARTS / "docx" / "styles.xml").read_bytes())
    for style in root.iter(f"{{{W}}}style"):
        if (name := style.get(f"{{{W}}}styleId")) in COMPACT:
            size, before, after, height = COMPACT[name]
            paragraph_part, letters = style.find(f"{{{W}}}pPr"), style.find(f"{{{W}}}rPr")
            if letters is None:
                letters = etree.SubElement(style, f"{{{W}}}rPr")
            for old in (
                *paragraph_part.findall(f"{{{W}}}spacing"),
                *letters.findall(f"{{{W}}}sz"),
                *letters.findall(f"{{{W}}}szCs"),
            ):
                old.getparent().remove(old)
            spacing = element("w:spacing", before=before, after=after, line=height, lineRule="auto")
            place = next(
                (number for number, child in enumerate(paragraph_part) if child.tag in AFTER_SPACING), len(paragraph_part)
            )
            paragraph_part.insert(place, spacing)
            letters.append(element("w:sz", val=size))
            letters.append(element("w:szCs", val=size))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def static_parts() -> dict[str, bytes]:
    """Return the parts that all documents share."""
    return dict(_static())


def relations(address: str) -> bytes:
    """Return the relations of the main part."""
    return relationships(
        ("rId1", f"{OFFICE}/styles", "styles.xml", False),
        ("rId2", f"{OFFICE}/numbering", "numbering.xml", False),
        ("rId3", f"{OFFICE}/settings", "settings.xml", False),
        ("rId7", f"{OFFICE}/header", "header1.xml", False),
        ("rId8", f"{OFFICE}/footer", "footer1.xml", False),
        ("rId9", f"{OFFICE}/hyperlink", address, True),
    )


def relationships(*entries: tuple[str, str, str, bool]) -> bytes:
    """Return a part that lists relations."""
    maker = ElementMaker(
        namespace="http://schemas.openxmlformats.org/package/2006/relationships",
        nsmap={None: "http://schemas.openxmlformats.org/package/2006/relationships"},
    )
    root = maker("Relationships")
    for name, kind, target, is_external in entries:
        made = maker("Relationship", Id=name, Type=kind, Target=target)
        if is_external:
            made.set("TargetMode", "External")
        root.append(made)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def content_types() -> bytes:
    """Return the list of the types of all parts."""
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    maker = ElementMaker(namespace=space, nsmap={None: space})
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {
        "/word/document.xml": f"{main}.document.main+xml",
        "/word/styles.xml": f"{main}.styles+xml",
        "/word/numbering.xml": f"{main}.numbering+xml",
        "/word/settings.xml": f"{main}.settings+xml",
        "/word/header1.xml": f"{main}.header+xml",
        "/word/footer1.xml": f"{main}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    root = maker(
        "Types",
        maker("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
        maker("Default", Extension="xml", ContentType="application/xml"),
        maker("Default", Extension="png", ContentType="image/png"),
        *[maker("Override", PartName=name, ContentType=kind) for name, kind in overrides.items()],
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def core(document: Document) -> bytes:
    """Return title, author, language and dates; nothing personal."""
    spaces = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    cp, dc, terms = (ElementMaker(namespace=spaces[prefix], nsmap=spaces) for prefix in ("cp", "dc", "dcterms"))
    days = []
    for name in ("created", "modified"):
        day = terms(name, f"{document.as_of.isoformat()}T00:00:00Z")
        day.set(f"{{{spaces['xsi']}}}type", "dcterms:W3CDTF")
        days.append(day)
    root = cp(
        "coreProperties",
        dc("title", f"{document.title} (Beispiel {document.municipality})" if document.is_example else document.title),
        dc("creator", AUTHOR),
        dc("description", f"{document.imprint}, {document.address}"),
        dc("language", "de-DE"),
        cp("keywords", ", ".join(document.keywords)),
        cp("lastModifiedBy", AUTHOR),
        cp("version", document.version),
        *days,
    )
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def app() -> bytes:
    """Return what program has written the file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    maker = ElementMaker(namespace=space, nsmap={None: space})
    return bytes(
        etree.tostring(maker("Properties", maker("Application", AUTHOR)), xml_declaration=True, encoding="UTF-8", standalone=True)
    )
