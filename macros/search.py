"""The search index as a file of the site: the records, and the prose pages as MkDocs reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kompass.model import SHOWN_KINDS
from kompass.search import PAGE, build_index, page_entries, page_titles, record_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.draw import Page
    from macros.site import Site

LABELS = {PAGE: "Seiten"} | {kind.name: kind.plural for kind in SHOWN_KINDS.values()} | {"indicator": "Indikatoren"}
LEFT_OUT = {"suche/"}  # it lists everything and answers nothing


def search_index(site: Site, pages: Mapping[str, str]) -> str:
    """Return the script that holds the index of the records and of `pages` (address: Markdown)."""
    entries = [*page_entries(pages), *record_entries(site.catalogue, page_titles(pages))]
    return build_index(entries, LABELS)


def written_pages(pages: Iterable[Page]) -> dict[str, str]:
    """Return address and Markdown of the pages written by hand."""
    return {page.address: page.source for page in pages if page.source and page.address not in LEFT_OUT}
