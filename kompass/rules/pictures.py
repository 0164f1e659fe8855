"""Find the pictures of the prose pages beside the data; what is wrong with them is for the rules to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kompass.reading.inventory import Inventory

MARKDOWN = re.compile(r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)")
HTML = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
SRC = re.compile(r"""\bsrc\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
DECORATIVE = re.compile(r"""\brole\s*=\s*["']?(?:presentation|none)\b|\baria-hidden\s*=\s*["']?true\b""", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """A picture in a page: the page, the place in it, the address as written, and the alternative text."""

    page: Path
    line: int
    column: int
    address: str
    text: str
    is_decorative: bool = False

    @property
    def file(self) -> Path | None:
        """The file that the address leads to, unless it leads elsewhere."""
        if re.match(r"[a-z]+:|//", self.address):
            return None
        return Path(self.page.parent, self.address.partition("#")[0].partition("?")[0])


def pictures(inventory: Inventory) -> Iterator[Picture]:
    """Yield the pictures of all pages in `docs` beside the data folder."""
    folder = inventory.folder.parent / "docs"
    for page in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
        text = page.read_text(encoding="utf-8", errors="replace")
        if "![" in text or "<img" in text.lower():
            yield from _in_page(page, text)


def _in_page(page: Path, text: str) -> Iterator[Picture]:
    for number, line in enumerate(text.splitlines(), start=1):
        for match in MARKDOWN.finditer(line):
            yield Picture(page, number, match.start() + 1, match[2], match[1].strip())
        for match in HTML.finditer(line):
            alt, src = ALT.search(match[0]), SRC.search(match[0])
            words = (alt[1] or alt[2] or "").strip() if alt else ""
            is_decorative = bool(alt and DECORATIVE.search(match[0]))
            yield Picture(page, number, match.start() + 1, src[1] if src else "", words, is_decorative)
