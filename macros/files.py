"""Links to the downloads: what readers see of a file, its type and its size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kompass.downloads.library import FORMATS, template_path
from kompass.downloads.packages import FAMILIES, members, package_path
from kompass.downloads.store import Library
from kompass.model.templates import Template
from kompass.model.vocabulary import Package

PROGRAMS = {
    "docx": "Word",
    "odt": "OpenDocument-Text",
    "xlsx": "Excel",
    "ods": "OpenDocument-Tabelle",
    "pdf": "PDF",
    "zip": "ZIP-Archiv",
    "ics": "Kalenderdatei",
}


@dataclass(frozen=True)
class FileLink:
    """A file to download; `address` is relative to the root of the site.

    `size` is "" if the file is left out of a preview; `office` is the family of programs it is made for, "" if any opens it.
    """

    address: str
    type: str
    program: str
    size: str
    office: str = ""


def file_link(library: Library, path: str) -> FileLink:
    """Return the link to one file; raise KeyError if there is no such download."""
    kind = path.rsplit(".", 1)[1]
    size = library.size(path)
    return FileLink(path, kind.upper(), PROGRAMS[kind], "" if size is None else size_label(size), office_of(kind))


def office_of(kind: str) -> str:
    """Return the family of office programs that a file type belongs to, "" if any opens it."""
    return next((family for family, kinds in FAMILIES.items() if kind in kinds.values()), "")


def file_links(library: Library, paths: Iterable[str]) -> list[FileLink]:
    """Return the links to several files."""
    return [file_link(library, path) for path in paths]


def template_row(library: Library, template: Template, links: list[Any]) -> dict[str, Any]:
    """Return what the list of templates shows of one of them."""
    kinds = FORMATS[template.form]
    return {
        "template": template,
        "empty": file_links(library, (template_path(template, kind, is_example=False) for kind in kinds)),
        "example": file_links(library, (template_path(template, kind, is_example=True) for kind in kinds)),
        "links": links,
    }


def package_row(library: Library, templates: Sequence[Template], package: Package) -> dict[str, Any]:
    """Return what the list of packages shows of one of them."""
    files = [replace(file_link(library, package_path(package, family)), office=family) for family in FAMILIES]
    return {"package": package, "templates": members(templates, package), "files": files}


def size_label(size: int) -> str:
    """Return a size like „38 kB“ or „4,4 MB“."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB".replace(".", ",")
    return f"{max(1, round(size / 1000))} kB"
