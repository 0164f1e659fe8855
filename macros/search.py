"""The search index as a file of the site: the records, and the prose pages as MkDocs reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass.search import PAGE, build_index, page_entries, page_titles, record_entries
from macros.site import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import Files

    from macros.site import Site

LABELS = {PAGE: "Seiten"} | {kind.name: kind.plural for kind in KINDS.values()} | {"indicator": "Indikatoren"}
LEFT_OUT = {"suche/"}  # it lists everything and answers nothing


def search_index(site: Site, pages: Mapping[str, str]) -> str:
    """Return the script that holds the index of the records and of `pages` (address: Markdown)."""
    entries = [*page_entries(pages), *record_entries(site.catalogue, page_titles(pages))]
    return build_index(entries, LABELS)


def written_pages(files: Files) -> dict[str, str]:
    """Return address and Markdown of the pages written by hand, as MkDocs reads them."""
    written = [file for file in files.documentation_pages() if file.generated_by is None]
    return {"" if file.url == "./" else file.url: file.content_string for file in written if file.url not in LEFT_OUT}
