"""Pages as values: every page of the site drawn, whichever program makes HTML of it.

A macro returns blocks of HTML with headings as Markdown lines between them. Only the headings are Markdown's business;
each block is set aside under a number and put back when the page is converted. That spares the parser most of its work,
and text from data never meets Markdown at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from kompass.addresses import PAGES
from kompass.search.entries import front_matter
from macros.pages import Macro, macros
from macros.site import Site

HEADING = re.compile(r"(?m)^(#{1,2} .*)$")
PLACE = re.compile(r'<div data-block="(\d+)"></div>')
SHEET = "sheet"
"""The variable under which a page that is being drawn hands its sheet to the macros."""


class SharedAddressError(ValueError):
    """Two pages claim one address; the message names both."""


@dataclass(frozen=True)
class Page:
    """One page: where it goes (below docs/), what it says of itself, and its content.

    `text` is Markdown with an empty place for each of `blocks`, which are finished HTML; `source` is the text as written by
    hand, "" for the page of a record. `title` and `description` are "" where the text itself gives them.
    """

    path: str
    title: str
    description: str
    meta: Mapping[str, Any]
    source: str
    text: str
    blocks: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the page below that of the site."""
        return address_of(self.path)

    @property
    def headings(self) -> list[str]:
        """The headings of the first two levels, as Markdown."""
        return HEADING.findall(self.text)

    @property
    def markdown(self) -> str:
        """The whole page as Markdown with HTML in it."""
        return self.put_back(self.text)

    def put_back(self, html: str) -> str:
        """Return converted `html` with the blocks in their places."""
        return PLACE.sub(lambda match: self.blocks[int(match[1])], html)


class Sheet:
    """What the macros of one page write on: they see the site from there, and their blocks are set aside."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.blocks: list[str] = []

    def place(self, macro: Macro, *arguments: str) -> str:
        """Return what `macro` draws, with an empty element in place of everything between headings."""
        parts = HEADING.split(macro(self._site, *arguments))
        return "\n\n".join(part if HEADING.fullmatch(part) else self._keep(part) for part in parts if part.strip())

    def _keep(self, block: str) -> str:
        self.blocks.append(block.strip())
        return f'<div data-block="{len(self.blocks) - 1}"></div>'


def draw(site: Site, docs: Path, environment: Environment, variables: Mapping[str, Any]) -> Iterator[Page]:
    """Yield the page of every record, then the pages written by hand, their macros carried out by `environment`.

    Its globals hold the macros as `callable_in_pages` returns them; `variables` are what else pages may name.
    Raises SharedAddressError where one page would take the place of another.
    """
    taken: dict[str, str] = {}
    for page in _all_pages(site, docs, environment, variables):
        key = page.address.lower()  # Windows and macOS store files without regard to case
        if key in taken:
            message = f"Zwei Seiten haben dieselbe Adresse „/{page.address}“: „{taken[key]}“ und „{page.path}“."
            raise SharedAddressError(f"{message} Ändern Sie eine der beiden Kennungen oder benennen Sie die Seite um.")
        taken[key] = page.path
        yield page


def _all_pages(site: Site, docs: Path, environment: Environment, variables: Mapping[str, Any]) -> Iterator[Page]:
    for kind, folder in PAGES.items():
        for record in site.records(kind):
            path = f"{folder}{record.id}.md"
            sheet = Sheet(site.at(address_of(path)))
            text = sheet.place(macros()[kind], record.id)
            yield Page(path, record.title, record.summary, {}, "", text, tuple(sheet.blocks))
    for place in sorted(docs.rglob("*.md"), key=_order):
        path, source = place.relative_to(docs).as_posix(), place.read_text(encoding="utf-8")
        meta, body = front_matter(source)
        sheet = Sheet(site.at(address_of(path)))
        text = environment.from_string(body).render({**variables, SHEET: sheet})
        yield Page(path, meta.pop("title", ""), meta.pop("description", ""), meta, source, text, tuple(sheet.blocks))


def _order(path: Path) -> tuple[tuple[bool, bool, str], ...]:
    """Sort a folder's own pages before those of its folders, its index first: the order in which MkDocs has them."""
    return (*((True, True, name) for name in path.parent.parts), (False, path.name != "index.md", path.name))


def callable_in_pages(macro: Macro) -> Callable[..., str]:
    """Return `macro` as a page calls it: it draws on the sheet of that page."""

    @pass_context
    def call(context: Context, *arguments: str) -> str:
        sheet: Sheet = context[SHEET]
        return sheet.place(macro, *arguments)

    return call


def address_of(path: str) -> str:
    """Return the address of a page from its path: a/b.md and a/b/index.md both lead to a/b/."""
    address = path.removesuffix(".md").removesuffix("index").removesuffix("/")
    return f"{address}/" if address else ""
