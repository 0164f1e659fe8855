"""The theme's Jinja environment, without the work that MkDocs would do in vain."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader

if TYPE_CHECKING:
    from mkdocs.theme import Theme


class ThemeLoader(FileSystemLoader):
    """Lists no hidden folder: MkDocs passes over them afterwards, and Material keeps its 14,000 icons in one."""

    def list_templates(self) -> list[str]:
        """Return the names of all files of the theme that can become part of a site."""
        return sorted({name for place in self.searchpath for name in visible_files(Path(place))})


def visible_files(root: Path) -> list[str]:
    """Return the files below a folder that lie in no hidden one."""
    found: list[str] = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [(Path(folder) / name).relative_to(root).as_posix() for name in names]
    return found


def list_quickly(theme: Theme) -> None:
    """Let the theme make its environment with such a loader."""
    make = theme.get_env

    def get_env() -> Environment:
        environment = make()
        environment.loader = ThemeLoader(theme.dirs)
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]
