"""The styles of a Word file, and what changes in them: small type for one page, numbered headings, no guidance."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from kompass.downloads.word.xml import W, element

SOURCE = Path(__file__).parents[1] / "parts" / "docx" / "styles.xml"
GUIDANCE = "KompassGuide"
"""The style that all guidance is based on: hidden, all guidance is hidden."""
ROOMS = {"KompassGap": 70, "KompassSignRoom": 400}
"""Heights in twips of empty paragraphs in a document of one page."""
CELL_ROOM = 8
"""Twips above and below the text of a cell in a document of one page."""
COMPACT = {  # style: (type in half points; space before and after in twips, height of a line in 240ths)
    "Title": (34, 0, 60, 240),
    "Subtitle": (18, 0, 60, 240),
    "Heading1": (22, 70, 20, 240),
    "Heading2": (20, 80, 20, 240),
    "KompassHelp": (16, 0, 0, 240),
    "KompassIntro": (15, 0, 0, 240),
    "KompassLabel": (18, 0, 0, 240),
    "KompassWideLabel": (18, 20, 0, 240),
    "KompassField": (18, 0, 0, 240),
    "KompassFieldPoint": (18, 0, 0, 240),
    "KompassCell": (17, 0, 0, 240),
    "KompassExample": (17, 0, 40, 240),
    "KompassSource": (15, 40, 0, 240),
}
AFTER_SPACING = {f"{{{W}}}{name}" for name in ("ind", "contextualSpacing", "jc", "outlineLvl")}
AFTER_NUMBERING = AFTER_SPACING | {f"{{{W}}}{name}" for name in ("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing")}
AFTER_VANISHING = {f"{{{W}}}{name}" for name in ("color", "sz", "szCs", "u", "shd", "lang")}


@cache
def plain_styles() -> bytes:
    """Return the styles as they are."""
    return SOURCE.read_bytes()


@cache
def compact_styles(scale: float) -> bytes:
    """Return the styles with smaller type and spaces, for a document of one page; all type `scale` times as large."""
    root = etree.fromstring(plain_styles())
    for name, (size, before, after, height) in COMPACT.items():
        lines, letters = _properties(root, name)
        for old in (*lines.findall(f"{{{W}}}spacing"), *letters.findall(f"{{{W}}}sz"), *letters.findall(f"{{{W}}}szCs")):
            old.getparent().remove(old)
        _insert(lines, element("w:spacing", before=before, after=after, line=height, lineRule="auto"), AFTER_SPACING)
        letters.append(element("w:sz", val=round(size * scale)))
        letters.append(element("w:szCs", val=round(size * scale)))
    for name, height in ROOMS.items():
        _properties(root, name)[0].find(f"{{{W}}}spacing").set(f"{{{W}}}line", str(height))
    _properties(root, "Heading1")[0].find(f"{{{W}}}pBdr/{{{W}}}top").set(f"{{{W}}}space", "2")
    for margins in root.iter(f"{{{W}}}tblCellMar"):
        for side in ("top", "bottom"):
            margins.find(f"{{{W}}}{side}").set(f"{{{W}}}w", str(CELL_ROOM))
    return _bytes(root)


@cache
def numbered_styles() -> bytes:
    """Return the styles with headings numbered 1, 1.1, for running text."""
    root = etree.fromstring(plain_styles())
    for level in (1, 2):
        lines, _ = _properties(root, f"Heading{level}")
        number = element("w:numPr", element("w:ilvl", val=level - 1), element("w:numId", val=3))
        _insert(lines, number, AFTER_NUMBERING)
    return _bytes(root)


def without_guidance(styles: bytes) -> bytes:
    """Return the styles with all guidance hidden: what a click in Word or LibreOffice does to a whole document."""
    root = etree.fromstring(styles)
    _, letters = _properties(root, GUIDANCE)
    _insert(letters, element("w:vanish"), AFTER_VANISHING)
    return _bytes(root)


def _properties(root: Any, name: str) -> tuple[Any, Any]:
    style = root.find(f"{{{W}}}style[@{{{W}}}styleId='{name}']")
    lines, letters = style.find(f"{{{W}}}pPr"), style.find(f"{{{W}}}rPr")
    if letters is None:
        letters = etree.SubElement(style, f"{{{W}}}rPr")
    if lines is None:
        lines = element("w:pPr")
        letters.addprevious(lines)
    return lines, letters


def _insert(parent: Any, made: Any, followers: set[str]) -> None:
    place = next((number for number, child in enumerate(parent) if child.tag in followers), len(parent))
    parent.insert(place, made)


def _bytes(root: Any) -> bytes:
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
