"""What a page costs its reader before the first click: requests and bytes, as sent with Brotli. No browser needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli

HEADERS = 300  # bytes of a response's headers, about
NAMED = re.compile(r'<(?:link|script)\b[^>]*?\s(?:href|src)="([^":]+)"[^>]*>')
SHEET = re.compile(r'<link\b[^>]*rel="stylesheet"[^>]*>')
FONT = re.compile(r"@font-face\{[^}]*?url\(([^)]+)\)[^}]*\}")
EASTERN = re.compile("[\u0100-\u017f\u1e9e]")
"""Letters that only the second font file has."""


@dataclass(frozen=True)
class Weight:
    """Requests, and bytes in all and of each sort."""

    requests: int
    total: int
    html: int
    style: int
    script: int


def weigh(site: Path, address: str) -> Weight:
    """Return the weight of a page of a built site; `address` as in the browser, without the first slash."""
    page = site / (address if address.endswith(".html") else f"{address}index.html")
    files = [page, *files_of(page, site)]
    sizes = {path: size(path) + HEADERS for path in files}
    kinds = {kind: sum(sizes[path] for path in files if path.suffix == kind) for kind in (".html", ".css", ".js")}
    return Weight(len(files), sum(sizes.values()), *kinds.values())


def files_of(page: Path, site: Path) -> Iterator[Path]:
    """Yield what a page asks for by itself: what its head names, and the fonts that its letters need."""
    html = page.read_text(encoding="utf-8")
    for element in NAMED.finditer(html):
        if 'rel="canonical"' not in element[0]:
            yield place_of(element[1], page, site)
    for sheet in blocking_sheets(page, site):
        for font in FONT.finditer(sheet.read_text(encoding="utf-8")):
            if "unicode-range" not in font[0] or EASTERN.search(re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)):
                yield sheet.parent / font[1]


def blocking_sheets(page: Path, site: Path) -> list[Path]:
    """Return the style sheets without which a browser draws nothing."""
    links = SHEET.findall(page.read_text(encoding="utf-8"))
    return [place_of(NAMED.findall(link)[0], page, site) for link in links if 'media="print"' not in link]


def place_of(address: str, page: Path, site: Path) -> Path:
    """Return the file that a page names, from itself or from the root."""
    return site / address[1:] if address.startswith("/") else (page.parent / address).resolve()


@cache
def size(path: Path) -> int:
    """Return the bytes of a file as they are sent: fonts are packed already."""
    content = path.read_bytes()
    return len(content) if path.suffix == ".woff2" else len(brotli.compress(content))
