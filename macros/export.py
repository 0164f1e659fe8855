"""Every page as plain Markdown, without MkDocs: the way to another site generator stays open.

`python -m macros export FOLDER` writes the prose pages with their macros resolved and one page per record.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined

from macros.draw import callable_in_pages, draw
from macros.pages import macros
from macros.site import open_site


def export(root: Path, folder: Path, *, data: Path | None = None) -> int:
    """Write all pages below `folder`, other files of docs/ beside them; return the number of pages.

    Raises BadDataError, and writes nothing, if the data has errors.
    """
    kept = settings(root / "mkdocs.yml")
    site = open_site(root, kept, data=data)
    environment = Environment(undefined=StrictUndefined)  # noqa: S701  pages are ours; macros return finished markup
    environment.globals |= {name: callable_in_pages(macro) for name, macro in macros().items()}
    pages = list(draw(site, root / "docs", environment, {"config": {"extra": kept["extra"]}}))
    for page in pages:
        target = folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        head = dict(page.meta) | {key: text for key, text in (("title", page.title), ("description", page.description)) if text}
        front = f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False)}---\n\n" if head else ""
        target.write_text(front + page.markdown, encoding="utf-8")
    shutil.copytree(root / "docs", folder, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    return len(pages)


def settings(path: Path) -> dict[str, Any]:
    """Return mkdocs.yml; of a value from the environment (!ENV [NAME, default]) the default."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])  # type: ignore[arg-type]
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  a SafeLoader
    return loaded
