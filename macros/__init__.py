"""How the knowledge base looks: macros for the pages, templates, the MkDocs hook. Here only `define_env`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from kompass.catalogue import load
from kompass.report import format_text
from macros.pages import MACROS, Macro
from macros.site import Site


def define_env(env: Any) -> None:
    """Load and check the data, then register every macro with mkdocs-macros."""
    loaded = load(Path(env.conf["config_file_path"]).parent / "data", today=date.today())
    if loaded.problems:
        raise Abort(format_text(loaded))
    site = Site(loaded.catalogue, date.today())
    env.conf["extra"]["site"] = site
    for macro in MACROS:
        env.macro(bind(macro, site, env), macro.__name__)


def bind(macro: Macro, site: Site, env: Any) -> Macro:
    """Return `macro` with the site as its first argument, drawing for the page in hand."""

    def draw(*arguments: str) -> str:
        site.render.page = env.page.url
        return macro(site, *arguments)

    return draw
