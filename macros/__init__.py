"""How the knowledge base looks: macros for the pages, templates, the MkDocs hook. Here only `define_env`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

from mkdocs.exceptions import Abort

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.telling.report import errors, format_text
from macros.blocks import Blocks
from macros.memory import LaterCatalogue, Memory, fingerprint
from macros.pages import MACROS, Macro
from macros.repository import read_repository
from macros.site import Site


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros; data is loaded, checked and drawn unless an earlier build has done it."""
    root, extra, today = Path(env.conf["config_file_path"]).parent, env.conf["extra"], date.today()
    address, repository = env.conf["site_url"] or "", read_repository(extra.get("repository"))
    memory = Memory(root / ".cache" / "pages.json", fingerprint(root, today, address, repository))
    catalogue = cast(Catalogue, LaterCatalogue(lambda: checked(root / "data")))
    memory.recall("number of kinds", lambda: str(len(catalogue.kinds)))  # a first look, so that errors come before all else
    site = Site(
        catalogue,
        today,
        repository=repository,
        email=extra["operator"]["email"],
        address=address,
        cache=root / ".cache" / "downloads",
    )
    extra |= {"site": site, "blocks": Blocks(), "memory": memory}
    for macro in MACROS:
        env.macro(recalled(macro, site, env), macro.__name__)


def recalled(macro: Macro, site: Site, env: Any) -> Macro:
    """Return `macro` bound to the site; its HTML is drawn once per page and set aside until Markdown has run."""
    draw = site.bind(macro, lambda: env.page.url)
    memory, blocks = env.conf["extra"]["memory"], env.conf["extra"]["blocks"]

    def place(*arguments: str) -> str:
        name = "|".join((env.page.url, macro.__name__, *arguments))
        return str(blocks.set_aside(memory.recall(name, lambda: draw(*arguments))))

    return place


def checked(folder: Path) -> Catalogue:
    """Load the data; stop the build with the German report if it has errors."""
    loaded = load(folder, errors_only=True)
    if errors(loaded):
        raise Abort(format_text(loaded))
    return loaded.catalogue
