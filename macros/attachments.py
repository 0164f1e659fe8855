"""What the site holds besides its pages: data and schemas as JSON, redirects of former ids, downloads, assets, the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kompass.addresses import PAGES
from kompass.export import export_file
from kompass.model import FILES
from kompass.schema import workspace_schema
from macros.assets import FOLDER, Assets, fingerprinted
from macros.draw import Page
from macros.entry_form import SCHEMAS, facts_file
from macros.search import search_index, written_pages
from macros.site import Site
from macros.workspace_files import profiles_file, sample_file, skeleton_file


def attachments(site: Site, pages: Iterable[Page], assets: Assets) -> Iterator[tuple[str, str | bytes | Path]]:
    """Yield path and content of every file but the pages, or where the content lies."""
    yield from redirects(site)
    for file in FILES:
        yield f"daten/{file.name}.json", export_file(site.catalogue, file)
        yield f"daten/{file.name}.schema.json", SCHEMAS / f"{file.name}.schema.json"
    yield "daten/meine-strategie.schema.json", json.dumps(workspace_schema(), ensure_ascii=False, indent=2) + "\n"
    for path in site.library:
        yield path, site.library.path(path)
    yield from assets.files.items()
    yield facts_file(site)
    yield sample_file(site)
    yield profiles_file(site)
    yield skeleton_file(site)
    index = search_index(site, written_pages(pages))
    name = fingerprinted("search-index.js", index.encode())
    yield f"{FOLDER}{name}", index
    yield f"{FOLDER}search-index.js", f"globalThis.kompassSearchIndexFile={json.dumps(name)};\n"


def redirects(site: Site) -> Iterator[tuple[str, str]]:
    """Yield a page at each former address of a record that leads to the present one."""
    for kind, folder in PAGES.items():
        for record in site.records(kind):
            for alias in record.aliases:
                yield f"{folder}{alias}/index.html", site.render("redirect", title=record.title, target=f"../{record.id}/")
