"""What an earlier build has drawn, kept under `.cache/` for as long as nothing that it depends on has changed.

One fingerprint covers data, code, templates and settings: if a single byte differs, everything is drawn anew. So a change
can never leave an old page behind, and a build after a change of prose or style sheets is quick.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from kompass.catalogue import Catalogue

COVERED = ("data", "kompass", "macros", "mkdocs.yml")
TEXTS = {".jinja", ".md", ".mjs", ".py", ".svg", ".ttf", ".typ", ".xml", ".yml"}


class LaterCatalogue:
    """A catalogue that is loaded when the first question is put to it."""

    def __init__(self, load: Callable[[], Catalogue]) -> None:
        self._load = load

    @cached_property
    def _catalogue(self) -> Catalogue:
        return self._load()

    def __getattr__(self, name: str) -> Any:
        """Load the catalogue and ask it."""
        return getattr(self._catalogue, name)


class Memory:
    """Texts by name; `save` writes them for the next build."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self._path, self._fingerprint = path, fingerprint
        self._kept = self._read()
        self._used: dict[str, str] = {}

    def recall(self, name: str, draw: Callable[[], str]) -> str:
        """Return the text kept under `name`; draw it if there is none."""
        if name not in self._used:
            self._used[name] = self._kept[name] if name in self._kept else draw()
        return self._used[name]

    def save(self) -> None:
        """Write the texts of this build, in one step, so that no half-written file is ever read."""
        if self._used == self._kept:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self._path.with_suffix(".new")
        unfinished.write_text(json.dumps({"fingerprint": self._fingerprint, "texts": self._used}), encoding="utf-8")
        unfinished.replace(self._path)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            texts: dict[str, str] = kept["texts"] if kept["fingerprint"] == self._fingerprint else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return texts


def fingerprint(root: Path, *settings: object) -> str:
    """Return a digest of everything that pages are drawn from; `settings` are what files do not say, as the day and addresses."""
    digest = hashlib.sha256(repr(settings).encode())
    for path in sorted(covered(root)):
        digest.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def digest_of(texts: Iterable[str]) -> str:
    """Return a digest of some texts in their order."""
    digest = hashlib.sha256()
    for text in texts:
        digest.update(f"{len(text)}\0{text}".encode())
    return digest.hexdigest()


def covered(root: Path) -> Iterator[Path]:
    """Yield the files that pages are drawn from."""
    for name in COVERED:
        place = root / name
        found = place.rglob("*") if place.is_dir() else [place]
        yield from (path for path in found if path.suffix in TEXTS and path.is_file())
