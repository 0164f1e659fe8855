"""The package around the text of a Word file: relations, types, metadata, the data part, the prompts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from kompass.downloads.bound import BOUND, NAMESPACE, STORE
from kompass.downloads.outline import AUTHOR, Document
from kompass.downloads.word.styles import compact_styles, numbered_styles, plain_styles
from kompass.downloads.word.xml import PROMPT, element, paragraph, run, serialise

PARTS = Path(__file__).parents[1] / "parts"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
OWN_PROMPT = "Hier eintragen"
"""One prompt is always there: the list of prompts must not be empty."""
LINK, LOGO = "rIdLink", "rIdLogo"
HEADER, FOOTER = "rIdHeader", "rIdFooter"


def parts(document: Document, details: Mapping[str, str], prompts: Iterable[str]) -> dict[str, bytes]:
    """Return all parts of the package but the text, its header and its footer."""
    styles = numbered_styles() if document.is_prose else compact_styles(document.scale) if document.is_compact else plain_styles()
    return dict(_static()) | {
        "word/styles.xml": styles,
        "word/glossary/styles.xml": styles,
        "word/glossary/document.xml": glossary({OWN_PROMPT, *prompts}),
        "word/_rels/document.xml.rels": relations(document.address),
        "customXml/item1.xml": data_part(details),
        "docProps/core.xml": core(document),
    }


@cache
def _static() -> dict[str, bytes]:
    made = {f"word/{name}.xml": (PARTS / "docx" / f"{name}.xml").read_bytes() for name in ("numbering", "settings")}
    made["word/media/logo.png"] = (PARTS / "logo.png").read_bytes()
    made["[Content_Types].xml"] = content_types()
    core_kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    made["_rels/.rels"] = relationships(
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", core_kind, "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    )
    made["word/_rels/header1.xml.rels"] = relationships((LOGO, f"{OFFICE}/image", "media/logo.png"))
    made["word/glossary/_rels/document.xml.rels"] = relationships(("rId1", f"{OFFICE}/styles", "styles.xml"))
    made["customXml/_rels/item1.xml.rels"] = relationships(("rId1", f"{OFFICE}/customXmlProps", "itemProps1.xml"))
    maker = ElementMaker(namespace=DATA, nsmap={"ds": DATA})
    item = maker("datastoreItem", maker("schemaRefs"))
    item.set(f"{{{DATA}}}itemID", STORE)
    made["customXml/itemProps1.xml"] = written(item)
    made["docProps/app.xml"] = app()
    return made


def relations(address: str) -> bytes:
    """Return the relations of the main part."""
    return relationships(
        ("rId1", f"{OFFICE}/styles", "styles.xml"),
        ("rId2", f"{OFFICE}/numbering", "numbering.xml"),
        ("rId3", f"{OFFICE}/settings", "settings.xml"),
        ("rId4", f"{OFFICE}/glossaryDocument", "glossary/document.xml"),
        ("rId5", f"{OFFICE}/customXml", "../customXml/item1.xml"),
        (HEADER, f"{OFFICE}/header", "header1.xml"),
        (FOOTER, f"{OFFICE}/footer", "footer1.xml"),
        (LOGO, f"{OFFICE}/image", "media/logo.png"),
        (LINK, f"{OFFICE}/hyperlink", address),
    )


def relationships(*entries: tuple[str, str, str]) -> bytes:
    """Return a part that lists relations: id, kind, target; a target with a scheme lies outside the file."""
    maker = ElementMaker(namespace=RELATIONS, nsmap={None: RELATIONS})
    root = maker("Relationships")
    for name, kind, target in entries:
        made = maker("Relationship", Id=name, Type=kind, Target=target)
        if "://" in target:
            made.set("TargetMode", "External")
        root.append(made)
    return written(root)


def content_types() -> bytes:
    """Return the list of the types of all parts."""
    maker = ElementMaker(namespace=TYPES, nsmap={None: TYPES})
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = {
        "/word/document.xml": f"{main}.document.main+xml",
        "/word/styles.xml": f"{main}.styles+xml",
        "/word/numbering.xml": f"{main}.numbering+xml",
        "/word/settings.xml": f"{main}.settings+xml",
        "/word/header1.xml": f"{main}.header+xml",
        "/word/footer1.xml": f"{main}.footer+xml",
        "/word/glossary/document.xml": f"{main}.document.glossary+xml",
        "/word/glossary/styles.xml": f"{main}.styles+xml",
        "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    return written(
        maker(
            "Types",
            maker("Default", Extension="rels", ContentType="application/vnd.openxmlformats-package.relationships+xml"),
            maker("Default", Extension="xml", ContentType="application/xml"),
            maker("Default", Extension="png", ContentType="image/png"),
            *[maker("Override", PartName=name, ContentType=kind) for name, kind in overrides.items()],
        )
    )


def data_part(details: Mapping[str, str]) -> bytes:
    """Return the part that holds what is typed once; the controls show it."""
    maker = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
    return written(maker("angaben", *[maker(name, details.get(name, "")) for name in BOUND]))


def glossary(prompts: Iterable[str]) -> bytes:
    """Return the building blocks that Word shows in a control that has been emptied again."""
    blocks = []
    for prompt in sorted(set(prompts)):
        properties = element(
            "w:docPartPr",
            element("w:name", val=prompt),
            element("w:category", element("w:name", val="Allgemein"), element("w:gallery", val="placeholder")),
            element("w:types", element("w:type", val="bbPlcHdr")),
            element("w:behaviors", element("w:behavior", val="content")),
            element("w:guid", val=f"{{{str(uuid5(NAMESPACE_URL, NAMESPACE + prompt)).upper()}}}"),
        )
        body = element("w:docPartBody", paragraph(run(prompt, PROMPT)))
        blocks.append(element("w:docPart", properties, body))
    return serialise(element("w:glossaryDocument", element("w:docParts", *blocks)))


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
    return written(
        cp(
            "coreProperties",
            dc("title", document.full_title),
            dc("creator", AUTHOR),
            dc("description", f"{document.imprint}, {document.address}"),
            dc("language", "de-DE"),
            cp("keywords", ", ".join(document.keywords)),
            cp("lastModifiedBy", AUTHOR),
            cp("version", document.version),
            *days,
        )
    )


def app() -> bytes:
    """Return what program has written the file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    maker = ElementMaker(namespace=space, nsmap={None: space})
    return written(maker("Properties", maker("Application", AUTHOR)))


def written(root: Any) -> bytes:
    """Return XML with its declaration."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
