"""Lay the data files of a proposal over our own, so that our own check can look at them: data, never code.

Reads the proposal's files out of Git's object store. Nothing of the proposal is checked out, so that neither its programs nor
its settings, links, filters or submodules ever take effect. Whatever is not one of our data files is left where it is.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from kompass.model import FILES
from kompass.reading.source import MAX_BYTES

NAMES = {f"data/{file.name}.yml" for file in FILES}
COMMIT = re.compile(r"[0-9a-f]{40}")
PLAIN_FILE = "100644"


def take_over(commit: str, target: Path) -> list[str]:
    """Replace the data files below `target` by those of a commit; return the other files that the commit changes.

    Raises ValueError where `commit` is no full commit id or a data file is no plain file of reasonable size.
    """
    if not COMMIT.fullmatch(commit):
        raise ValueError("Gebraucht wird die vollständige Kennung eines Commits.")
    files = {name: _content(name, *entry) for name, entry in _tree(commit, target).items()}
    for name in NAMES:
        (target / name).unlink(missing_ok=True)
    for name, content in files.items():
        (target / name).write_bytes(content)
    return [name for name in _changed(commit, target) if name not in NAMES]


def _tree(commit: str, target: Path) -> dict[str, tuple[str, str, int, Path]]:
    """Return mode, object and size of each of our data files that the commit holds."""
    found = {}
    for line in _git(target, "ls-tree", "-z", "--long", commit, "data/").decode("utf-8", "replace").split("\0"):
        description, _, name = line.partition("\t")
        if name in NAMES:
            mode, _, blob, size = description.split()
            found[name] = (mode, blob, int(size) if size.isdigit() else 0, target)
    return found


def _content(name: str, mode: str, blob: str, size: int, target: Path) -> bytes:
    if mode != PLAIN_FILE:
        raise ValueError(f"{name} ist im Vorschlag keine gewöhnliche Datei.")
    if size > MAX_BYTES:
        raise ValueError(f"{name} ist im Vorschlag zu groß.")
    return _git(target, "cat-file", "blob", blob)


def _changed(commit: str, target: Path) -> list[str]:
    listing = _git(target, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", f"HEAD...{commit}")
    return [name for name in listing.decode("utf-8", "replace").split("\0") if name]


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True).stdout


def main(arguments: list[str]) -> int:
    """Take over the data of the commit named; print the other files that it changes."""
    if len(arguments) != 1:
        print("Aufruf: python -m scripts.foreign_data COMMIT", file=sys.stderr)
        return 2
    try:
        others = take_over(arguments[0], Path())
    except (ValueError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(others))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
