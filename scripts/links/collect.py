"""Find the external links of the repository and where they stand; of another revision too, without checking it out."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from kompass.reading.inventory import read_folder
from kompass.reading.positions import locate

PROSE = ("README.md", "CONTRIBUTING.md", "MAINTAINERS.md", "docs", "docs-intern")
SEARCHED = ("data", *PROSE)
URL = re.compile(r"https?://[^\s<>\"'`„“]+")
TRAILING = ".,;:!?…*"
RESERVED = ("example", "invalid", "localhost", "test")  # RFC 2606: names that never lead anywhere
RESERVED_DOMAINS = ("example.com", "example.net", "example.org")

Links = dict[str, tuple[str, ...]]


def external_links(root: Path) -> Links:
    """Return each external link below `root` with its places (`data/faq.yml:42`), in the order of the links."""
    found: dict[str, list[str]] = {}
    for url, place in (*_data_links(root), *_prose_links(root)):
        places = found.setdefault(url, [])
        if place not in places:
            places.append(place)
    return {url: tuple(found[url]) for url in sorted(found)}


def new_links(root: Path, revision: str) -> Links:
    """Return the external links of the working tree that `revision` of its repository does not have."""
    with tempfile.TemporaryDirectory() as folder:
        extract(root, revision, Path(folder))
        known = external_links(Path(folder))
    return {url: places for url, places in external_links(root).items() if url not in known}


def extract(root: Path, revision: str, target: Path) -> None:
    """Write the searched files of a revision to `target`; raise ValueError if the repository does not know it."""
    command = ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    resolved = subprocess.run(command, capture_output=True, text=True, check=False)
    if resolved.returncode:
        raise ValueError(f"Den Stand „{revision}“ kennt das Repository nicht.")
    commit = resolved.stdout.strip()
    listing = ["git", "-C", str(root), "ls-tree", "--name-only", commit]
    present = subprocess.run(listing, capture_output=True, text=True, check=True).stdout.split()
    wanted = [name for name in SEARCHED if name in present]
    archive = ["git", "-C", str(root), "archive", "--format=tar", commit, "--", *wanted]
    content = subprocess.run(archive, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        tar.extractall(target, members=[member for member in tar if not member.issym()], filter="data")


def links_in(text: str) -> Iterator[str]:
    """Yield the external links in a text, without the punctuation that follows them."""
    for match in URL.finditer(text):
        url = _without_tail(match[0])
        if _leads_out(url):
            yield url


def _data_links(root: Path) -> Iterator[tuple[str, str]]:
    inventory, _ = read_folder(root / "data", date.max)
    for entry in inventory.entries:
        for path, text in entry.texts():
            for url in links_in(text):
                line, _ = entry.document.position(locate(entry.data, path, entry.slot))
                yield url, f"{entry.document.path.relative_to(root).as_posix()}:{line}"


def _prose_links(root: Path) -> Iterator[tuple[str, str]]:
    for name in PROSE:
        top = root / name
        for path in sorted(top.rglob("*.md")) if top.is_dir() else [top]:
            if path.is_file():
                lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
                place = path.relative_to(root).as_posix()
                yield from ((url, f"{place}:{number}") for number, line in enumerate(lines, start=1) for url in links_in(line))


def _without_tail(url: str) -> str:
    url = url.rstrip(TRAILING)
    while url.endswith((")", "]", "}")) and url.count(url[-1]) > url.count({")": "(", "]": "[", "}": "{"}[url[-1]]):
        url = url[:-1].rstrip(TRAILING)
    return url


def _leads_out(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return True  # not an address at all: the checker shall say so
    return bool(host) and host.rpartition(".")[2] not in RESERVED and not host.endswith(RESERVED_DOMAINS)
