"""Make a copy of the built site that opens from a folder, without a server: every link to a folder names its page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LINK = re.compile(r'(?<=\s)href="([^"#?:]*)([#?][^"]*)?"')
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def make_portable(site: Path, target: Path) -> None:
    """Copy `site` to `target` (which must not exist) with links that need no server."""
    shutil.copytree(site, target)
    for page in sorted(target.rglob("*.html")):
        page.write_text(with_page_names(page.read_text(encoding="utf-8"), page.parent), encoding="utf-8", newline="\n")


def with_page_names(html: str, folder: Path) -> str:
    """Return a page of `folder` in which each link to a folder names its `index.html`."""

    def named(match: re.Match[str]) -> str:
        path, rest = match[1], match[2] or ""
        if not path or path.startswith("/") or not (folder / path / "index.html").is_file():
            return match[0]
        return f'href="{path.rstrip("/")}/index.html{rest}"'

    return LINK.sub(named, html)


def zip_folder(folder: Path, target: Path) -> None:
    """Write a folder as a ZIP file: the same folder gives the same bytes, wherever and whenever."""
    with ZipFile(target, "w") as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = ZipInfo(f"{target.stem}/{path.relative_to(folder).as_posix()}", FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
