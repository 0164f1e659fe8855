"""Which files of the last build stay as they lie there: comparing, telling MkDocs, noting for the next build, tidying up."""

from __future__ import annotations

import hashlib
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page as MkDocsPage

from macros.assets import FOLDER
from macros.builds import Build, Running
from macros.kept import Left, digest_of, digest_of_files, stamp
from macros.navigation import page_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

FRAME = ("macros", "kompass", "mkdocs.yml")
INPUTS = (*FRAME, "data", "docs", "schemas")


def find_left(build: Build, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Compare what every file is made of with what the last build has left; what is equal is not made again."""
    build.files = list(files)
    frame = frame_of(build, nav, config)
    for file in files:
        page = build.pages.get(file.src_uri)
        made_of = digest_of([frame, build.forms, repr(page)]) if page else content_of(file, build.root / ".cache")
        build.made_of[file.dest_uri] = made_of
        left = build.kept.same(file.dest_uri, made_of, Path(file.abs_dest_path), build.terms)
        # MkDocs itself compares times only
        file.is_modified = _say(left is None)  # type: ignore[method-assign]
        if left is None:
            continue
        build.left[file.dest_uri] = left
        if page:
            remember(left, page_of(files, file.src_uri), files)


def remember(left: Left, page: MkDocsPage, files: Files) -> None:
    """Tell MkDocs of a page that is not made again what others must know: title, settings, anchors, links to anchors."""
    page.title, page.meta = left.title, dict(left.meta)
    page.present_anchor_ids = set(left.anchors)
    found = {files.get_file_from_path(to): anchors for to, anchors in left.links.items()}
    page.links_to_anchors = {file: dict(anchors) for file, anchors in found.items() if file} or None


def frame_of(build: Build, nav: Navigation, config: MkDocsConfig) -> str:
    """Return a digest of what stands on all pages or shapes them: settings, day, theme, navigation, code, versions."""
    code = [path for name in FRAME for path in files_in(build.root / name)]
    code.append(build.root / "macros" / "templates" / "page_terms.html.jinja")  # drawn after pages are compared
    listed = [name_of(build, item) for item in walk(nav.items)]
    settings = [str(config.site_url), repr(sorted(config.extra.items(), key=str)), str(build.site.today), build.assets.key]
    present = [file.src_uri for file in build.files if not file.src_uri.startswith(FOLDER)]  # what a link can lead to
    return digest_of([digest_of_files(code), *listed, *installed(), *settings, *present])


def digest_of_inputs(root: Path, config: MkDocsConfig) -> str:
    """Return a digest of everything that a build reads: files, packages, settings, the day."""
    files = [path for name in INPUTS for path in files_in(root / name, with_templates=True)]
    settings = [config.site_dir, str(config.site_url), repr(sorted(config.extra.items(), key=str)), str(today())]
    return digest_of([digest_of_files(files), *installed(), *settings, os.environ.get("KOMPASS_RELEASE", "")])


def name_of(build: Build, item: Any) -> str:
    """Return how something is called in the navigation and where it leads, as far as that is known before pages are converted."""
    if not isinstance(item, MkDocsPage):
        return str(item.title)
    drawn = build.pages[item.file.src_uri]
    return f"{vars(item).get('title')} {drawn.title} {drawn.headings[:1]} {item.url}"


def content_of(file: File, cache: Path) -> str:
    """Return what a file that is no page is made of: its content, or the stamp of the file it is copied from."""
    if file.abs_src_path is None:
        return hashlib.blake2b(file.content_bytes, digest_size=16).hexdigest()
    source = Path(file.abs_src_path)
    return str(source) if source.is_relative_to(cache) else f"{source} {stamp(source)}"  # the cache names files by content


def left_of(build: Build, file: File) -> Left:
    """Return what the next build must know of a file that has just been written."""
    left = Left(build.made_of[file.dest_uri], stamp(Path(file.abs_dest_path)))
    page = file.page
    if page and file.src_uri in build.pages:
        left.title, left.meta = str(page.title), dict(page.meta)
        left.anchors = sorted(page.present_anchor_ids or ())
        left.links = {to.src_uri: dict(anchors) for to, anchors in (page.links_to_anchors or {}).items()}
        left.terms = {term: build.terms[term] for term in build.explained.get(file.src_uri, ()) if term in build.terms}
    return left


def remove_others(config: MkDocsConfig, written: set[str]) -> None:
    """Remove files of former builds; a build without `--dirty` has begun with an empty folder."""
    site = Path(config.site_dir)
    kept = written | set(config.theme.static_templates) | {"sitemap.xml.gz"}
    for path in sorted(site.rglob("*"), reverse=True) if Running.is_dirty else ():
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in kept:
            path.unlink()


def kept_path(root: Path) -> Path:
    """Return where it is kept what a build has left."""
    return root / ".cache" / "left.json"


def installed() -> list[str]:
    """Return name and version of all packages that can be imported, and of Python: descriptions of packages bear both."""
    folders = [Path(place) for place in sys.path if Path(place).is_dir()]
    return [sys.version, *sorted(path.name for folder in folders for path in folder.glob("*.dist-info"))]


def today() -> date:
    """Return the day that pages are said to be of: SOURCE_DATE_EPOCH (seconds), where it is set, or the present one."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else date.today()


def files_in(place: Path, *, with_templates: bool = False) -> list[Path]:
    """Return the files of a folder, or the file itself; those of templates on demand, for what they draw is compared anyway."""
    found = place.rglob("*") if place.is_dir() else [place]
    shaping = [path for path in found if path.is_file() and path.suffix != ".pyc"]
    return [path for path in shaping if with_templates or path.parent.name != "templates"]


def _say(answer: bool) -> Callable[[], bool]:
    """Return a function that gives this answer."""
    return lambda: answer
