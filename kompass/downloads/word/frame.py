"""What stands around the text of a Word file: guidance above the title, contents, header, footer, signatures, source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kompass.downloads.guidance import LATEST, box_title, guidance_lines
from kompass.downloads.look import PAGE, bare, colour
from kompass.downloads.outline import Chapter, Document
from kompass.downloads.word.controls import Controls
from kompass.downloads.word.package import FOOTER, HEADER, LINK, LOGO
from kompass.downloads.word.tables import BARE, cell, row, table
from kompass.downloads.word.xml import BOLD, SPACES, Letters, W, bare_element, element, field, paragraph, run, tab_stop

R = SPACES["r"]
MM = 1440 / 25.4
"""Twips in a millimetre."""
EMU = 36000
"""English Metric Units in a millimetre, in which drawings measure."""
LOGO_SIDE = 6
"""Millimetres."""
HEAD_ROOM, FOOT_ROOM = 567, 510
"""Twips between the edge of the paper and header or footer."""


def opening(document: Document, controls: Controls) -> Iterator[Any]:
    """Yield what stands above the title: of a form a box of guidance, of our own papers kind and introduction below."""
    if document.has_byline:
        first, *others = guidance_lines(document, "docx")
        yield paragraph(logo(), run(f"  {box_title(document)}. ", BOLD), first, style="KompassIntro")
        yield from (paragraph(line, style="KompassIntro") for line in others)
        yield paragraph(LATEST, link(document.address), style="KompassIntro")
        yield paragraph(title(document, controls), style="Title")
        return
    yield paragraph(document.title, style="Title")
    yield paragraph(document.subtitle, style="Subtitle")
    yield from (paragraph(line) for line in document.introduction)
    yield paragraph(LATEST, link(document.address), style="KompassReason")


def title(document: Document, controls: Controls) -> Any:
    """Return the title: ours, or that which is typed once by those who write."""
    return controls.bound("titel", document.details["titel"]) if document.has_own_title else run(document.title)


def link(address: str) -> Any:
    """Return the address of the page as a link."""
    made = element("w:hyperlink", run(address, Letters(style="Hyperlink")))
    made.set(f"{{{R}}}id", LINK)
    return made


def mark(chapter: Chapter, number: int) -> list[Any]:
    """Return the title of a chapter between the marks that the contents lead to."""
    start = element("w:bookmarkStart", id=number, name=anchor(number))
    return [start, run(chapter.title), element("w:bookmarkEnd", id=number)]


def anchor(number: int) -> str:
    """Return the name of the mark at the heading of a chapter."""
    return f"_Toc{1000 + number}"


def contents(document: Document) -> Any:
    """Return the list of contents: a field that Word can renew, with all headings as text in it already."""
    lines = []
    for number, chapter in enumerate(document.chapters):
        page = field(f"PAGEREF {anchor(number)} \\h", run(""))
        title = f"{chapter.number}  {chapter.title}" if chapter.number else chapter.title
        made = element("w:hyperlink", run(title), tab_stop(), *page, anchor=anchor(number))
        lines.append(paragraph(made, style=f"TOC{chapter.level}"))
    begin, code, middle, end = field('TOC \\o "1-2" \\h \\z \\u')
    for place, sign in enumerate((begin, code, middle)):
        lines[0].insert(1 + place, sign)
    lines[-1].append(end)
    part = element("w:docPartObj", element("w:docPartGallery", val="Table of Contents"), element("w:docPartUnique"))
    title = paragraph("Inhalt", style="KompassContentsTitle")
    properties = element(
        "w:sdtPr", element("w:alias", val="Inhalt"), element("w:tag", val="inhalt"), element("w:id", val=999), part
    )
    return element("w:sdt", properties, element("w:sdtContent", title, *lines))


def header(document: Document, controls: Controls, width: int) -> Any:
    """Return the header: arms, name of the town and file number of a form, our own sign on our own papers; width in twips."""
    if not document.has_byline:
        return element("w:hdr", paragraph(logo(), run(f"  {document.title}"), style="Header"))
    left = [] if document.is_example else [controls.arms(), run("  ")]
    left.append(controls.bound("kommune", document.details.get("kommune", "")))
    right = [title(document, controls)]
    if "aktenzeichen" in document.details:
        right = [run("Aktenzeichen: "), controls.bound("aktenzeichen", document.details["aktenzeichen"])]
    return element("w:hdr", paragraph(*left, tab_stop(), *right, style="Header", tab=width))


def footer(document: Document, controls: Controls, width: int) -> Any:
    """Return the footer: title and page; width in twips."""
    pages = [run("Seite "), *field("PAGE", run("1")), run(" von "), *field("NUMPAGES", run("1"))]
    return element("w:ftr", paragraph(title(document, controls), tab_stop(), *pages, style="Footer", tab=width))


def source(document: Document) -> Any:
    """Return the last line of the text: where it comes from and under which licence."""
    return paragraph(run(f"{document.imprint}, "), link(document.address), style="KompassSource")


def section(document: Document) -> Any:
    """Return size and margins of the page."""
    made = element("w:sectPr")
    for kind, name in (("header", HEADER), ("footer", FOOTER)):
        reference = element(f"w:{kind}Reference", type="default")
        reference.set(f"{{{R}}}id", name)
        made.append(reference)
    width, height = (round(side * MM) for side in (PAGE[::-1] if document.landscape else PAGE))
    size = element("w:pgSz", w=width, h=height)
    if document.landscape:
        size.set(f"{{{W}}}orient", "landscape")
    edges = {name: round(side * MM) for name, side in document.margins.items()}
    made.append(size)
    made.append(element("w:pgMar", **edges, header=HEAD_ROOM, footer=FOOT_ROOM, gutter=0))
    return made


def signatures(labels: Sequence[str], room: int) -> Any:
    """Return lines to sign on, side by side in `room` twips."""
    gap = 280
    width = (room - gap * (len(labels) - 1)) // len(labels)
    cells: list[Any] = []
    for label in labels:
        if cells:
            cells.append(cell(gap, [paragraph(style="KompassSign")]))
        made = cell(width, [paragraph(label, style="KompassSign")])
        line = element("w:top", val="single", sz=6, space=0, color=bare(colour("text")))
        made.find(f"{{{W}}}tcPr").append(element("w:tcBorders", line))
        cells.append(made)
    return table(BARE, [width, *[gap, width] * (len(labels) - 1)], [row(*cells)], "Unterschriften")


def logo() -> Any:
    """Return our sign with its alternative text, in the line of the text."""
    side = LOGO_SIDE * EMU
    words = "Logo Kompass & Baukasten"
    blip = bare_element("a:blip")
    blip.set(f"{{{R}}}embed", LOGO)
    picture = bare_element(
        "pic:pic",
        bare_element("pic:nvPicPr", bare_element("pic:cNvPr", id=1, name="logo.png", descr=words), bare_element("pic:cNvPicPr")),
        bare_element("pic:blipFill", blip, bare_element("a:stretch", bare_element("a:fillRect"))),
        bare_element(
            "pic:spPr",
            bare_element("a:xfrm", bare_element("a:off", x=0, y=0), bare_element("a:ext", cx=side, cy=side)),
            bare_element("a:prstGeom", bare_element("a:avLst"), prst="rect"),
        ),
    )
    inline = bare_element(
        "wp:inline",
        bare_element("wp:extent", cx=side, cy=side),
        bare_element("wp:docPr", id=1, name="Logo", descr=words),
        bare_element("a:graphic", bare_element("a:graphicData", picture, uri=SPACES["pic"])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
    )
    return element("w:r", element("w:rPr", element("w:position", val=-8)), element("w:drawing", inline))
