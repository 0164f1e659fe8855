"""How the knowledge base looks: macros for the pages, templates, the MkDocs hook. Here only `define_env`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from kompass.catalogue import load
from kompass.report import errors, format_text
from macros.blocks import Blocks
from macros.pages import MACROS, Macro
from macros.site import Site


def define_env(env: Any) -> None:
    """Load and check the data, then register every macro with mkdocs-macros."""
    loaded = load(Path(env.conf["config_file_path"]).parent / "data")
    if errors(loaded):
        raise Abort(format_text(loaded))
    site = Site(loaded.catalogue, date.today())
    env.conf["extra"]["site"] = site
    env.conf["extra"]["blocks"] = Blocks()
    for macro in MACROS:
        env.macro(past_markdown(site.bind(macro, lambda: env.page.url), env.conf["extra"]["blocks"]), macro.__name__)


def past_markdown(draw: Macro, blocks: Blocks) -> Macro:
    """Return `draw` with its blocks of HTML set aside, to be put back by the hook after Markdown has run."""
    return lambda *arguments: blocks.set_aside(draw(*arguments))
