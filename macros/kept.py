"""What the last build has left: which page was made of what, so that what is equal is neither converted nor written again.

A file counts as left only while it lies there as it was written: same size, same times. What a page is made of is a digest of
everything that can reach it. So a change can never leave an old page behind.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Left:
    """A written file: a digest of what it was made of, and its stamp.

    Of a page also what MkDocs and the next build must know without converting it: its title and settings, its anchors, the
    anchors it links to by page, and the terms that it explains.
    """

    made_of: str
    stamp: str
    title: str = ""
    meta: dict[str, Any] = field(default_factory=dict)
    anchors: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)


@dataclass
class Kept:
    """Written files by their path below the site.

    `whole` is a digest of everything that a build reads, `site` one of all files as they lay there after it; both are "" if it
    had anything to warn of.
    """

    files: dict[str, Left] = field(default_factory=dict)
    whole: str = ""
    site: str = ""

    def same(self, path: str, made_of: str, target: Path, terms: Mapping[str, str] | None = None) -> Left | None:
        """Return what was left of a file if it would come out as it lies there; `terms` are today's digests of all terms."""
        left = self.files.get(path)
        if left is None or left.made_of != made_of or left.stamp != stamp(target):
            return None
        changed = (term for term, digest in left.terms.items() if (terms or {}).get(term) != digest)
        return left if next(changed, None) is None else None

    def save(self, path: Path) -> None:
        """Write it for the next build, in one step, so that no half-written file is ever read."""
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.write_text(json.dumps(asdict(self)), encoding="utf-8")
        unfinished.replace(path)


def read_kept(path: Path) -> Kept:
    """Return what the last build has left; nothing if that cannot be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return Kept({name: Left(**left) for name, left in found["files"].items()}, str(found["whole"]), str(found["site"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Kept()


def stamp(path: Path) -> str:
    """Return size and times of a file, "" if there is none: any writing changes it, even with size and date restored."""
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def stamps(folder: Path) -> str:
    """Return a digest of the paths and stamps of all files in a folder."""
    return digest_of(f"{path} {stamp(path)}" for path in sorted(folder.rglob("*")) if path.is_file())


def digest_of(texts: Iterable[str]) -> str:
    """Return a digest of some texts in their order."""
    digest = hashlib.blake2b(digest_size=16)
    for text in texts:
        encoded = text.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.hexdigest()


def digest_of_files(paths: Iterable[Path]) -> str:
    """Return a digest of the names and contents of some files."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(paths):
        digest.update(f"{path.as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
