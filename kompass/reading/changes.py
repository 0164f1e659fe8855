"""What differs from an earlier revision: asks Git for the former files and compares entry by entry."""

from __future__ import annotations

import hashlib
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kompass.reading.inventory import Entry
from kompass.reading.source import BOM, Document

ID = re.compile(r"""^[ ]*(?:-[ ]+)?id:[ ]*["']?([a-z0-9-]+)""", re.MULTILINE)
BLANK = re.compile(r"\s*(?:#|$)")
TIMEOUT = 30


class RevisionError(Exception):
    """Git cannot tell what was at the revision; the message is for editors."""


@dataclass(frozen=True)
class Revision:
    """The data folder at an earlier revision: the name of Git for the content of each file."""

    folder: Path
    blobs: dict[str, str]

    def has(self, name: str, content: bytes) -> bool:
        """Tell whether the file had this very content."""
        return self.blobs.get(name) == blob_name(content)

    def text(self, name: str) -> str:
        """Return the former text of a file, empty if there was none."""
        if name not in self.blobs:
            return ""
        content = _git(self.folder, "cat-file", "blob", self.blobs[name])
        return _plain(content)


def look_up(folder: Path, revision: str) -> Revision:
    """Return the data folder at `revision`; raise RevisionError if Git does not know it."""
    if revision.startswith("-") or not revision.strip():
        raise RevisionError(f"„{revision}“ ist keine Fassung. Nennen Sie einen Zweig oder Commit, zum Beispiel origin/main.")
    lines = _git(folder, "ls-tree", "-z", revision).split(b"\0")
    entries = (line.decode("utf-8", "replace").partition("\t") for line in lines if line)
    return Revision(folder, {name: about.split()[2] for about, _, name in entries if about.split()[1] == "blob"})


def blob_name(content: bytes) -> str:
    """Return the name that Git gives to this content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def changed_entries(document: Document, content: bytes, entries: list[Entry], former: str) -> Iterator[Entry]:
    """Yield the entries whose lines, comments above them aside, did not stand in the `former` text."""
    lines = _plain(content).split("\n")
    known: dict[int, set[str]] = {}
    for entry in entries:
        line, column = document.position(entry.slot)
        indent = len(lines[line - 1]) - len(lines[line - 1].lstrip(" ")) if line <= len(lines) else column
        if indent not in known:
            known[indent] = set(_chunks(former.split("\n"), indent))
        if _chunk(lines, line - 1, indent) not in known[indent]:
            yield entry


def ids_in(text: str) -> frozenset[str]:
    """Return everything in the text that looks like an id."""
    return frozenset(ID.findall(text))


def _chunks(lines: list[str], indent: int) -> Iterator[str]:
    begin = " " * indent + "- "
    for number, line in enumerate(lines):
        if line.startswith(begin):
            yield _chunk(lines, number, indent)


def _chunk(lines: list[str], start: int, indent: int) -> str:
    """Return the lines of the entry that begins at `start`, without blank lines and comments after it."""
    end = start + 1
    while end < len(lines) and (BLANK.match(lines[end]) or lines[end].startswith(" " * (indent + 1))):
        end += 1
    while end > start + 1 and BLANK.match(lines[end - 1]):
        end -= 1
    return "\n".join(line.rstrip() for line in lines[start:end])


def _plain(content: bytes) -> str:
    return content.removeprefix(BOM).replace(b"\r\n", b"\n").decode("utf-8", "replace")


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT)  # noqa: S603  fixed program, no shell
    except FileNotFoundError:
        raise RevisionError("Das Programm git fehlt auf diesem Rechner. Prüfen Sie ohne --changed-since.") from None
    except (OSError, subprocess.TimeoutExpired):
        raise RevisionError("Das Programm git antwortet nicht. Prüfen Sie ohne --changed-since.") from None
    if done.returncode:
        raise RevisionError(
            "Git kennt diese Fassung nicht, oder der Ordner gehört zu keinem Git-Verzeichnis. "
            "Holen Sie die Fassung zuerst (git fetch), oder prüfen Sie ohne --changed-since."
        )
    return done.stdout
