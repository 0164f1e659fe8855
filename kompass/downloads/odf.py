"""What text documents and spreadsheets of the OpenDocument format share: elements, metadata, the package."""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from kompass.downloads.outline import AUTHOR, Document
from kompass.downloads.reproducible import pack
from kompass.downloads.xml import add

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": f"{OASIS}office:1.0",
    "style": f"{OASIS}style:1.0",
    "text": f"{OASIS}text:1.0",
    "table": f"{OASIS}table:1.0",
    "number": f"{OASIS}datastyle:1.0",
    "draw": f"{OASIS}drawing:1.0",
    "form": f"{OASIS}form:1.0",
    "ooo": "http://openoffice.org/2004/office",
    "ooow": "http://openoffice.org/2004/writer",
    "svg": f"{OASIS}svg-compatible:1.0",
    "fo": f"{OASIS}xsl-fo-compatible:1.0",
    "meta": f"{OASIS}meta:1.0",
    "manifest": f"{OASIS}manifest:1.0",
    "config": f"{OASIS}config:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "of": f"{OASIS}of:1.2",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
OWN_SPACE = {prefix: {prefix: space} for prefix, space in SPACES.items()}
"""Declaring only what an element itself needs is several times quicker; `serialise` declares all at the top."""


def element(name: str, *children: Any, **attributes: Any) -> Any:
    """Return an element like `text:p`; attributes are written like `table__name`."""
    prefix, _, local = name.partition(":")
    written = {attribute_name(key): str(value) for key, value in attributes.items()}
    made = etree.Element(f"{{{SPACES[prefix]}}}{local}", written, nsmap=OWN_SPACE[prefix])
    add(made, children)
    return made


@cache
def attribute_name(key: str) -> str:
    """Return `table__style_name` as the name that the XML library wants."""
    prefix, _, local = key.partition("__")
    return f"{{{SPACES[prefix]}}}{local.replace('_', '-')}"


def serialise(root: Any) -> bytes:
    """Return XML with its declaration; `of`, `ooo` and `ooow` are kept, formulas and controls refer to them."""
    etree.cleanup_namespaces(root, top_nsmap=SPACES, keep_ns_prefixes=["of", "office", "ooo", "ooow"])
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data


def package(kind: str, document: Document, parts: dict[str, bytes]) -> bytes:
    """Return an OpenDocument file of `kind` (text or spreadsheet) with its content, styles, metadata and manifest."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    all_parts = parts | {"mimetype": media.encode(), "meta.xml": metadata(document)}
    entries = [
        ("/", media),
        *((name, "image/png" if name.endswith(".png") else "text/xml") for name in parts),
        ("meta.xml", "text/xml"),
    ]
    manifest = element("manifest:manifest", manifest__version="1.3")
    for name, media_type in entries:
        manifest.append(element("manifest:file-entry", manifest__full_path=name, manifest__media_type=media_type))
    all_parts["META-INF/manifest.xml"] = serialise(manifest)
    return pack(all_parts, first="mimetype")


def metadata(document: Document) -> bytes:
    """Return title, author, language and date; nothing personal."""
    day = f"{document.as_of.isoformat()}T00:00:00"
    root = element(
        "office:document-meta",
        element(
            "office:meta",
            element("meta:generator", AUTHOR),
            element("dc:title", document.full_title),
            element("dc:description", f"{document.imprint}, {document.address}"),
            element("dc:creator", AUTHOR),
            element("meta:initial-creator", AUTHOR),
            element("meta:creation-date", day),
            element("dc:date", day),
            element("dc:language", "de-DE"),
            *[element("meta:keyword", keyword) for keyword in document.keywords],
        ),
        office__version="1.3",
    )
    return serialise(root)
