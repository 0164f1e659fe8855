"""What is peculiar to `mkdocs serve`: the address that files bear, what is left out, code that has changed meanwhile."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kompass.downloads.library import HANDBOOK

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

STARTED = time.time()
"""When this process read the code, in seconds since 1970."""


def configured_address(config: MkDocsConfig) -> str:
    """Return the address of the published site, as mkdocs.yml has it: the preview puts its own in that place.

    Downloads name the published address, so those of the last build are there in the preview too.
    """
    given = [settings["site_url"] for settings in config.user_configs if settings.get("site_url")]
    return str(given[0]) if given else config.site_url or ""


def is_older_than_code(root: Path) -> bool:
    """Tell whether code of the project was changed after this process had read it."""
    code = (path for folder in ("kompass", "macros") for path in (root / folder).rglob("*.py"))
    return any(path.stat().st_mtime > STARTED for path in code)


def said_of_left_out(paths: Sequence[str]) -> str:
    """Return the sentence that says which downloads the preview leaves out."""
    if list(paths) == [HANDBOOK]:
        return "Die Vorschau lässt das Handbuch weg; „make build“ macht es."
    files = "eine Datei" if len(paths) == 1 else f"{len(paths)} Dateien"
    named = ", auch das Handbuch" if HANDBOOK in paths else ""
    return f"Die Vorschau lässt {files} zum Herunterladen weg{named}; „make build“ macht sie."
