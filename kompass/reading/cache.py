"""Keep clean files as read, so that a check of one change need not read all others again.

What is kept is plain JSON: loading it can run nothing. A file is recognised by its content alone, and everything is
read anew after a change of the code that reads.
"""

from __future__ import annotations

import base64
import hashlib
import json
from array import array
from contextlib import suppress
from pathlib import Path

from kompass.reading import longtext, positions, signs, source, syntax
from kompass.reading.source import Document

CODE = (longtext, positions, signs, source, syntax)


class Cache:
    """The kept files in a folder, which need not exist or be writable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._code = _fingerprint()

    def read(self, path: Path, content: bytes) -> Document:
        """Return the file with this content, as kept or else as read now."""
        kept = self._folder / f"{path.stem}.json"
        name = f"{self._code}-{hashlib.sha256(content).hexdigest()}"
        return _load(kept, name, path) or self._keep(kept, name, source.read(path))

    def _keep(self, kept: Path, name: str, document: Document) -> Document:
        if document.problems or not document.is_complete:
            return document
        places = base64.b64encode(document.places.tobytes()).decode("ascii")
        content = {"name": name, "first_line": document.first_line, "places": places, "data": document.data}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        except (OSError, UnicodeEncodeError):
            with suppress(OSError):
                kept.unlink()
        return document


class Memory:
    """Files as read before in the same process, each for as long as its content stays; whoever gets one must not change it."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[bytes, Document]] = {}

    def read(self, path: Path) -> Document:
        """Read a file, or return it as it was read."""
        try:
            digest = hashlib.sha256(path.read_bytes()).digest()
        except OSError:
            return source.read(path)
        kept = self._kept.get(path)
        if kept is None or kept[0] != digest:
            kept = self._kept[path] = (digest, source.read(path))
        return kept[1]


def _load(kept: Path, name: str, path: Path) -> Document | None:
    try:
        content = json.loads(kept.read_bytes())
        if content["name"] != name:
            return None
        places = array("Q")
        places.frombytes(base64.b64decode(content["places"]))
        return Document(path, content["data"], places, is_complete=True, first_line=content["first_line"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _fingerprint() -> str:
    """Return what changes whenever the code that reads files does."""
    states = [Path(module.__file__ or "").stat() for module in CODE]
    return "-".join(f"{state.st_mtime_ns:x}.{state.st_size:x}" for state in states)
