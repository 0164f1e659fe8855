"""How the knowledge base looks: macros for the pages, templates, the MkDocs hook. Here only `define_env`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from kompass.catalogue import load
from kompass.report import errors, format_text
from macros.pages import MACROS
from macros.site import Site


def define_env(env: Any) -> None:
    """Load and check the data, then register every macro with mkdocs-macros."""
    loaded = load(Path(env.conf["config_file_path"]).parent / "data")
    if errors(loaded):
        raise Abort(format_text(loaded))
    site = Site(loaded.catalogue, date.today())
    env.conf["extra"]["site"] = site
    for macro in MACROS:
        env.macro(site.bind(macro, lambda: env.page.url), macro.__name__)
