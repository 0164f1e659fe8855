"""Every page as plain Markdown, without MkDocs: the way to another site generator stays open.

`python -m macros export FOLDER` writes the prose pages with their macros resolved and one page per record.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined

from kompass.addresses import PAGES
from kompass.load import load
from macros.pages import MACROS
from macros.repository import read_repository
from macros.site import Site


def export(root: Path, folder: Path, *, data: Path | None = None) -> int:
    """Write all pages below `folder`, other files of docs/ beside them; return the number of pages."""
    kept = settings(root / "mkdocs.yml")
    site = Site(
        load(data or root / "data", errors_only=True).catalogue,
        date.today(),
        repository=read_repository(kept["extra"].get("repository")),
        email=kept["extra"]["operator"]["email"],
        address=kept["site_url"],
        cache=root / ".cache" / "downloads",
    )
    pages = dict(prose_pages(root / "docs")) | dict(record_pages(site))
    context = {"config": {"extra": kept["extra"]}}
    for path, text in pages.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(resolve(text, site, page_address(path), context), encoding="utf-8")
    shutil.copytree(root / "docs", folder, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    return len(pages)


def macro_call(kind: str, record_id: str) -> str:
    """Return the Markdown of a record's page: a macro call with the id and nothing else from the data."""
    return f'{{{{ {kind}("{record_id}") }}}}\n'


def prose_pages(docs: Path) -> Iterator[tuple[str, str]]:
    """Yield path and text of the pages written by hand."""
    for path in sorted(docs.rglob("*.md")):
        yield path.relative_to(docs).as_posix(), path.read_text(encoding="utf-8")


def record_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of the page of every record."""
    for kind, folder in PAGES.items():
        for record in site.records(kind):
            yield f"{folder}{record.id}.md", macro_call(kind, record.id)


def resolve(text: str, site: Site, page: str, context: dict[str, Any]) -> str:
    """Return a page with its macro calls carried out."""
    environment = Environment(undefined=StrictUndefined)  # noqa: S701  pages are ours; macros return finished markup
    environment.globals |= {macro.__name__: site.bind(macro, lambda: page) for macro in MACROS}
    return environment.from_string(text).render(context)


def page_address(path: str) -> str:
    """Return the address of a page from its path: a/b.md and a/b/index.md both lead to a/b/."""
    address = path.removesuffix(".md").removesuffix("index").removesuffix("/")
    return f"{address}/" if address else ""


def settings(path: Path) -> dict[str, Any]:
    """Return mkdocs.yml; of a value from the environment (!ENV [NAME, default]) the default."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])  # type: ignore[arg-type]
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  a SafeLoader
    return loaded
