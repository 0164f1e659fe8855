"""How the knowledge base looks: macros for the pages, templates, the MkDocs hook. Here only `define_env`."""

from __future__ import annotations

from typing import Any

from macros.draw import callable_in_pages
from macros.pages import macros


def define_env(env: Any) -> None:
    """Register every macro with mkdocs-macros; `draw` has its environment carry out what the pages call."""
    for name, macro in macros().items():
        env.macro(callable_in_pages(macro), name)
