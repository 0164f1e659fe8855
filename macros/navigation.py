"""The navigation as MkDocs has it: walking through it, and hanging the pages of records into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Section

from kompass.addresses import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

    from macros.site import Site

ALWAYS_LISTED = {"action_field", "phase"}  # few enough to stand in the side navigation of every page of their section


def hang_records(nav: Navigation, files: Files, site: Site) -> None:
    """Hang every record's page below the page that lists its kind."""
    sections = {first_page(section): section for section in all_sections(nav.items)}
    for kind, folder in PAGES.items():
        for record in site.records(kind):
            page = page_of(files, f"{folder}{record.id}.md")
            page.parent = sections[f"{folder}index.md"]
            if kind in ALWAYS_LISTED:
                page.parent.children.append(page)


def page_of(files: Files, path: str) -> MkDocsPage:
    """Return MkDocs' page of a file that is there."""
    file = files.get_file_from_path(path)
    if file is None or file.page is None:
        raise PluginError(f"{path} fehlt")
    return file.page


def walk(items: Iterable[Any]) -> Iterator[Any]:
    """Yield everything in the navigation, at any depth."""
    for item in items:
        yield item
        yield from walk(item.children or ())


def all_sections(items: Iterable[Any]) -> Iterator[Section]:
    """Yield every section of the navigation, at any depth."""
    return (item for item in walk(items) if isinstance(item, Section))


def first_page(section: Section) -> str:
    """Return the path of a section's first page, which lists the others."""
    page: Any = section.children[0]
    path: str = page.file.src_uri
    return path
