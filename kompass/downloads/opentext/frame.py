"""What stands around the text: styles with header and footer, guidance above the title, contents, source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from kompass.downloads.guidance import LATEST, box_title, guidance_lines
from kompass.downloads.odf import SPACES, element, serialise
from kompass.downloads.opentext.fields import declarations, detail, link, paragraph, placeholder, strong
from kompass.downloads.outline import Chapter, Document

SOURCE = Path(__file__).parents[1] / "parts" / "odf" / "text-styles.xml"
GUIDANCE = "Kompass_20_Anleitung"
"""The style that all guidance is based on: hidden, all guidance is hidden."""
COMPACT = {  # style: (role of its size, space above, space below)
    "Title": ("title", "0mm", "1mm"),
    "Subtitle": ("body", "0mm", "1mm"),
    "Heading_20_1": ("heading1", "0.8mm", "0.3mm"),
    "Kompass_20_Quelle": ("help", "0.6mm", "0mm"),
    "Heading_20_2": ("label", "1.2mm", "0.4mm"),
    "Kompass_20_Hilfe": ("help", "0mm", "0mm"),
    "Kompass_20_Einleitung": ("help", "0mm", "1mm"),
    "Kompass_20_Label": ("label", "0.4mm", "0mm"),
    "Kompass_20_Beschriftung": ("label", "0mm", "0mm"),
    "Kompass_20_Feld": ("body", "0mm", "0mm"),
    "Kompass_20_Zelle": ("cell", "0mm", "0mm"),
    "Kompass_20_Beispiel": ("cell", "0mm", "1mm"),
    "List_20_Bullet": ("body", "0mm", "0mm"),
}


@cache
def _base_styles() -> bytes:
    return SOURCE.read_bytes()


def styles(document: Document) -> bytes:
    """Return the styles with head, foot and page of this document."""
    root = etree.fromstring(_base_styles(), etree.XMLParser(remove_blank_text=True))
    if document.is_compact:
        make_compact(root, document)
    if document.is_prose:
        number_headings(root)
    if document.landscape:
        root.find(".//style:master-page", SPACES).set(f"{{{SPACES['style']}}}page-layout-name", "quer")
    if document.landscape or document.is_compact:
        for stop in root.iterfind(".//style:tab-stop", SPACES):
            stop.set(f"{{{SPACES['style']}}}position", f"{document.room:.0f}mm")
    root.find(".//style:header", SPACES).extend(header(document))
    pages = ["Seite ", element("text:page-number", "1", text__select_page="current"), " von ", element("text:page-count", "1")]
    foot = paragraph(title(document), element("text:tab"), *pages, style="Footer")
    root.find(".//style:footer", SPACES).append(foot)
    return serialise(root)


def header(document: Document) -> Iterator[Any]:
    """Yield the header: arms, name of the town and file number of a form, our own sign on our own papers."""
    if not document.has_byline:
        yield paragraph(logo(), f"  {document.title}", style="Header")
        return
    yield declarations(document.details)
    left: list[Any] = [] if document.is_example else [placeholder("Wappen", "image"), "  "]
    left.append(detail("kommune", document.details))
    right: list[Any] = [title(document)]
    if "aktenzeichen" in document.details:
        right = ["Aktenzeichen: ", detail("aktenzeichen", document.details)]
    yield paragraph(*left, element("text:tab"), *right, style="Header")


def opening(document: Document) -> Iterator[Any]:
    """Yield what stands above the title: of a form a box of guidance, of our own papers kind and introduction below."""
    if document.has_byline:
        first, *others = guidance_lines(document, "odt")
        yield paragraph(logo(), strong(f"  {box_title(document)}. "), first, style="Kompass_20_Einleitung")
        yield from (paragraph(line, style="Kompass_20_Einleitung") for line in others)
        yield paragraph(LATEST, link(document.address), style="Kompass_20_Einleitung")
        yield paragraph(title(document), style="Title")
        return
    yield paragraph(document.title, style="Title")
    yield paragraph(document.subtitle, style="Subtitle")
    yield from (paragraph(line) for line in document.introduction)
    yield paragraph(LATEST, link(document.address), style="Kompass_20_Begruendung")


def title(document: Document) -> Any:
    """Return the title: ours, or that which is typed once by those who write."""
    return detail("titel", document.details) if document.has_own_title else document.title


def mark(chapter: Chapter, number: int) -> list[Any]:
    """Return the title of a chapter between the marks that the contents lead to."""
    name = anchor(number)
    return [
        element("text:bookmark-start", text__name=name),
        chapter.title,
        element("text:bookmark-end", text__name=name),
    ]


def anchor(number: int) -> str:
    """Return the name of the mark at the heading of a chapter."""
    return f"kapitel{number}"


def contents(document: Document) -> Any:
    """Return the list of contents: an index that LibreOffice can renew, with all headings as text in it already."""
    title = element("text:index-title", paragraph("Inhalt", style="Kompass_20_Inhalt"), text__name="Inhalt_Kopf")
    lines = []
    for number, chapter in enumerate(document.chapters):
        page = element("text:bookmark-ref", "", text__reference_format="page", text__ref_name=anchor(number))
        words = f"{chapter.number}  {chapter.title}" if chapter.number else chapter.title
        inner = element(
            "text:a",
            words,
            element("text:tab"),
            page,
            xlink__href=f"#{anchor(number)}",
            xlink__type="simple",
            text__style_name="Index_20_Link",
            text__visited_style_name="Index_20_Link",
        )
        lines.append(paragraph(inner, style=f"Contents_20_{chapter.level}"))
    templates = [
        element(
            "text:table-of-content-entry-template",
            element("text:index-entry-link-start"),
            element("text:index-entry-chapter"),
            element("text:index-entry-span", "  "),
            element("text:index-entry-text"),
            element("text:index-entry-tab-stop", style__type="right", style__leader_char="."),
            element("text:index-entry-page-number"),
            element("text:index-entry-link-end"),
            text__outline_level=level,
            text__style_name=f"Contents_20_{level}",
        )
        for level in (1, 2)
    ]
    head = element("text:index-title-template", "Inhalt", text__style_name="Kompass_20_Inhalt")
    source = element("text:table-of-content-source", head, *templates, text__outline_level=2)
    return element("text:table-of-content", source, element("text:index-body", title, *lines), text__name="Inhalt")


def source(document: Document) -> Any:
    """Return the last line of the text: where it comes from and under which licence."""
    return paragraph(f"{document.imprint}, ", link(document.address), style="Kompass_20_Quelle")


def logo() -> Any:
    """Return our sign with its alternative text, in the line of the text."""
    image = element(
        "draw:image", xlink__href="Pictures/logo.png", xlink__type="simple", xlink__show="embed", xlink__actuate="onLoad"
    )
    return element(
        "draw:frame",
        image,
        element("svg:title", "Logo Kompass & Baukasten"),
        draw__style_name="Logo",
        draw__name="Logo",
        text__anchor_type="as-char",
        svg__width="6mm",
        svg__height="6mm",
    )


def make_compact(root: Any, document: Document) -> None:
    """Make type and spaces smaller, for a document of one page."""
    for name, (role, above, below) in COMPACT.items():
        style = find_style(root, name)
        lines, letters = properties(style, "paragraph"), properties(style, "text")
        letters.set(f"{{{SPACES['fo']}}}font-size", f"{document.sizes[role]:.2f}pt")
        for key, value in (("margin-top", above), ("margin-bottom", below), ("line-height", "100%")):
            lines.set(f"{{{SPACES['fo']}}}{key}", value)
    properties(find_style(root, "Heading_20_1"), "paragraph").set(f"{{{SPACES['fo']}}}padding-top", "0.6mm")
    properties(find_style(root, "Kompass_20_Unterschriftsraum"), "paragraph").set(f"{{{SPACES['fo']}}}margin-top", "5mm")
    page = root.find(".//style:page-layout/style:page-layout-properties", SPACES)
    for side in ("left", "right"):
        page.set(f"{{{SPACES['fo']}}}margin-{side}", f"{document.margins[side]:.0f}mm")
    page.set(f"{{{SPACES['fo']}}}margin-top", "8mm")
    page.set(f"{{{SPACES['fo']}}}margin-bottom", "7mm")
    for frame in root.iterfind(".//style:page-layout[1]//style:header-footer-properties", SPACES):
        frame.set(f"{{{SPACES['fo']}}}min-height", "6mm")
        side = "margin-bottom" if frame.getparent().tag.endswith("header-style") else "margin-top"
        frame.set(f"{{{SPACES['fo']}}}{side}", "2mm")


def number_headings(root: Any) -> None:
    """Give the headings of running text their numbers: 1, 1.1."""
    for level, made in enumerate(root.iterfind(".//text:outline-level-style", SPACES), 1):
        made.set(f"{{{SPACES['style']}}}num-format", "1" if level < 3 else "")
        if level == 2:
            made.set(f"{{{SPACES['text']}}}display-levels", "2")


def without_guidance(styles_part: bytes) -> bytes:
    """Return the styles with all guidance hidden: what a click in LibreOffice does to a whole document."""
    root = etree.fromstring(styles_part)
    properties(find_style(root, GUIDANCE), "text").set(f"{{{SPACES['text']}}}display", "none")
    return serialise(root)


def find_style(root: Any, name: str) -> Any:
    """Return a style by name."""
    return root.find(f".//style:style[@style:name='{name}']", SPACES)


def properties(style: Any, kind: str) -> Any:
    """Return the properties of a style, made where it has none of that kind (paragraph, text)."""
    found = style.find(f"style:{kind}-properties", SPACES)
    if found is None:
        found = element(f"style:{kind}-properties")
        style.insert(0 if kind == "paragraph" else len(style), found)
    return found
