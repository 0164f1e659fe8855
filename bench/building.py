"""Build a project in a process of its own: `python -m bench.building FOLDER SITE once|dirty|served`.

Downloads come from the cache, and what is not there is left out, as the preview does. `served` builds several times in the same
process, as `mkdocs serve` does, changes a word before each, and prints the processor seconds of the cheapest but the first.
"""

from __future__ import annotations

import logging
import re
import sys
import time
from pathlib import Path
from typing import Any

TIMES = 5


def main(folder: Path, site: str, way: str) -> None:
    """Build the project in `folder` into `site`."""
    if (folder / "macros").exists():
        leave_out_downloads()
    from mkdocs.commands.build import build  # noqa: PLC0415  after what it needs has been changed
    from mkdocs.config import load_config  # noqa: PLC0415

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    is_served, seconds = way == "served", []
    for turn in range(TIMES if is_served else 1):
        if is_served:
            change_word(folder, turn)
        started = time.process_time()
        config = load_config(str(folder / "mkdocs.yml"), site_dir=site)
        if not turn:
            config.plugins.on_startup(command="serve" if is_served else "build", dirty=way != "once")
        build(config, serve_url="http://127.0.0.1:8000/" if is_served else None, dirty=way != "once" and bool(config.hooks))
        seconds.append(time.process_time() - started)
    if is_served:
        print(min(seconds[1:]))


def leave_out_downloads() -> None:
    """Let builds find only those downloads that the cache holds."""
    from macros import site  # noqa: PLC0415  plain projects have none

    opened = site.open_site

    def open_site(*arguments: Any, **options: Any) -> site.Site:
        return opened(*arguments, **options | {"makes": False})

    site.open_site = open_site


def change_word(folder: Path, turn: int) -> None:
    """Put another word into a story: in the data, or in the page of a project that has no data."""
    pages = sorted((folder / "docs/kompass/beispiele").glob("*.md"))
    path = folder / "data/examples.yml" if (folder / "data").exists() else next(page for page in pages if page.stem != "index")
    text = path.read_text(encoding="utf-8")
    mark = "  summary: " if path.suffix == ".yml" else "<p>"
    path.write_text(re.sub(rf"{mark}(?:Neu\d+ )?", f"{mark}Neu{turn} ", text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
