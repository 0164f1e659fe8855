"""Elements of WordprocessingML: runs, paragraphs, fields that the program works out."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree

from kompass.downloads.xml import add

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = {
    "w": W,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
OWN_SPACE = {prefix: {prefix: space} for prefix, space in SPACES.items()}
"""Declaring only what an element itself needs is several times quicker; `serialise` declares all at the top."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TWIPS = 20
"""Twentieths of a point, in which Word measures."""


def element(name: str, /, *children: Any, **attributes: Any) -> Any:
    """Return an element like `w:p`; attributes go into the namespace of the element."""
    prefix, _, local = name.partition(":")
    space = SPACES[prefix]
    written = {f"{{{space}}}{key}": str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{space}}}{local}", written, nsmap=OWN_SPACE[prefix])
    add(made, children)
    return made


def bare_element(name: str, /, *children: Any, **attributes: Any) -> Any:
    """Return an element of a drawing, whose attributes have no namespace."""
    prefix, _, local = name.partition(":")
    written = {key: str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{SPACES[prefix]}}}{local}", written, nsmap=OWN_SPACE[prefix])
    add(made, children)
    return made


@dataclass(frozen=True)
class Letters:
    """How letters differ from those of their paragraph; `size` in points, 0 for no difference."""

    bold: bool = False
    size: float = 0
    style: str = ""

    def properties(self) -> list[Any]:
        """Return the properties of a run, or nothing where it has none of its own."""
        found = [element("w:rStyle", val=self.style)] if self.style else []
        if self.bold:
            found.append(element("w:b"))
        if self.size:
            found += [element("w:sz", val=round(self.size * 2)), element("w:szCs", val=round(self.size * 2))]
        return [element("w:rPr", *found)] if found else []


PLAIN, BOLD, PROMPT = Letters(), Letters(bold=True), Letters(style="PlaceholderText")


def run(text: str, letters: Letters = PLAIN) -> Any:
    """Return a run of text; line ends become line breaks."""
    made = element("w:r", *letters.properties())
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("w:br"))
        written = element("w:t", line)
        written.set(XML_SPACE, "preserve")
        made.append(written)
    return made


def paragraph(
    *content: Any, style: str | None = None, align: str = "", page_break: bool = False, keep: bool = False, tab: int = 0
) -> Any:
    """Return a paragraph; `tab` is the place of a right tab stop in twips."""
    properties = element("w:pPr")
    if style:
        properties.append(element("w:pStyle", val=style))
    if keep:
        properties.append(element("w:keepNext"))
    if page_break:
        properties.append(element("w:pageBreakBefore"))
    if tab:
        properties.append(element("w:tabs", element("w:tab", val="right", pos=tab)))
    if align:
        properties.append(element("w:jc", val=align))
    made = element("w:p", *([properties] if len(properties) else []))
    made.extend(run(part) if isinstance(part, str) else part for part in content)
    return made


def keep_with_next(made: Any) -> Any:
    """Make a paragraph stay on the page of the one that follows; return it."""
    properties = made.find(f"{{{W}}}pPr")
    if properties is None:
        properties = element("w:pPr")
        made.insert(0, properties)
    if properties.find(f"{{{W}}}keepNext") is None:
        properties.insert(1 if properties.find(f"{{{W}}}pStyle") is not None else 0, element("w:keepNext"))
    return made


def tab_stop() -> Any:
    """Return the sign that jumps to the next tab stop."""
    return element("w:r", element("w:tab"))


def field(code: str, *result: Any) -> list[Any]:
    """Return a field that the program works out, with what it shows until then."""
    return [_mark("begin"), _code(f" {code} "), _mark("separate"), *result, _mark("end")]


def guarded_field(code: str, result: Any) -> list[Any]:
    """Return a field inside a QUOTE: Word works it out, LibreOffice, which gets sums over controls wrong, leaves its text."""
    return [_mark("begin"), _code(" QUOTE "), *field(code, result), _mark("separate"), deepcopy(result), _mark("end")]


def _mark(kind: str) -> Any:
    return element("w:r", element("w:fldChar", fldCharType=kind))


def _code(text: str) -> Any:
    instruction = element("w:instrText", text)
    instruction.set(XML_SPACE, "preserve")
    return element("w:r", instruction)


def serialise(root: Any) -> bytes:
    """Return XML with its declaration."""
    etree.cleanup_namespaces(root, top_nsmap=SPACES, keep_ns_prefixes=["w", "w14", "r", "mc"])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
