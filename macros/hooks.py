"""The one seam to MkDocs: our pages as its files, their place in the navigation, and what of them need not be made again.

With `--dirty` only pages and files are written that would come out differently from what lies there (`kept`); without it all are.
`mkdocs serve` leaves out the downloads that no earlier build has made.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink

from kompass.addresses import PAGES
from macros.assets import FOLDER, SOURCES, Assets, make_assets
from macros.attachments import attachments
from macros.draw import Page, SharedAddressError, draw
from macros.kept import Kept, Left, digest_of, digest_of_files, read_kept, stamp, stamps
from macros.markup import let_scroll, slim
from macros.render import bytecode_cache
from macros.site import BadDataError, Site, open_site
from macros.terms import Explainer, forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

log = get_plugin_logger("kompass")
ALWAYS_LISTED = {"action_field", "phase"}  # few enough to stand in the side navigation of every page of their section
NOT_EXPLAINED = {"glossar.md", "suche.md", "index.md"}  # the glossary itself, lists of links, the start page
TERMS_HEADING = re.compile(r'<h2 id="(?P<id>begriffe)">(?P<title>[^<]+)</h2>')
ANCHOR = re.compile(r'\sid="([^"]+)"')
EXPLAINED = re.compile(r'href="#begriff-([^"]+)"')
FRAME = ("macros", "kompass", "mkdocs.yml")
INPUTS = (*FRAME, "data", "docs", "schemas")
RESOLVED = "---\nrender_macros: false\n---\n\n"
"""Before a page whose macros have been carried out: mkdocs-macros must not look for more."""


@dataclass
class Build:
    """What one build knows: the site, its pages by path, what they are made of, what the last build has left."""

    site: Site
    root: Path
    kept: Kept
    assets: Assets
    whole: str = ""
    warned: bool = False
    pages: dict[str, Page] = field(default_factory=dict)
    made_of: dict[str, str] = field(default_factory=dict)
    left: dict[str, Left] = field(default_factory=dict)
    explained: dict[str, set[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    files: list[File] = field(default_factory=list)

    @cached_property
    def explainer(self) -> Explainer:
        """Explains the terms of the glossary."""
        return Explainer(self.site)

    @cached_property
    def terms(self) -> dict[str, str]:
        """A digest of each term by id."""
        return {term.id: digest_of([term.model_dump_json()]) for term in self.site.records("term")}

    @cached_property
    def forms(self) -> str:
        """A digest of the words that are explained."""
        return digest_of(form for term in self.site.records("term") for form in (term.id, *forms(term)))


class Doubts(logging.Handler):
    """Notes the pages about which MkDocs warns: they are made again, so that the warning comes again."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        super().__init__(logging.WARNING)
        self._build, self._config = build, config

    def emit(self, record: logging.LogRecord) -> None:
        """Note the page being made; what is said without one is said at every build that has anything to do."""
        self._build.warned = True
        if page := self._config._current_page:
            self._build.doubtful.add(page.file.src_uri)


class _Running:
    """What lasts from one build of `mkdocs serve` to the next."""

    is_preview = False
    is_dirty = False
    build: Build | None = None
    doubts: logging.Handler = logging.NullHandler()


def on_startup(command: str, dirty: bool) -> None:
    """Note how MkDocs was called; its warning that `--dirty` may leave old pages does not hold here."""
    _Running.is_preview, _Running.is_dirty = command == "serve", dirty
    logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data; refuse to publish placeholders."""
    root = Path(config.config_file_path).parent
    before = _Running.build
    kept = Kept(before.left) if before and _Running.is_preview else read_kept(kept_path(root)) if _Running.is_dirty else Kept()
    whole = digest_of_inputs(root, config)
    if kept.whole == whole and kept.site == stamps(Path(config.site_dir)):
        log.info("Seit dem letzten Bau hat sich nichts geändert: %s ist auf dem Stand.", config.site_dir)
        raise SystemExit(0)
    try:
        site = open_site(root, config, today=today(), makes=not _Running.is_preview)
    except BadDataError as error:
        raise Abort(str(error)) from None
    refuse_placeholders(config, site)
    assets = make_assets(Path(config.docs_dir), config.extra["stylesheets"])
    _Running.build = Build(site, root, kept, assets, whole)
    watch_for_doubts(_Running.build, config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Draw all pages; add what the site holds besides, and leave out the sources that assets are made of."""
    build = running()
    macros: Any = config.plugins["macros"]
    try:
        build.pages = {page.path: page for page in draw(build.site, Path(config.docs_dir), macros.env, macros.variables)}
    except SharedAddressError as error:
        raise Abort(str(error)) from None
    for file in list(files):
        if file.src_uri.startswith((*SOURCES, FOLDER)) and not file.src_uri.endswith(".txt"):
            files.remove(file)
    for page in build.pages.values():
        if not page.source:
            files.append(File.generated(config, page.path, content=""))
    taken = {file.dest_uri.lower() for file in files}  # Windows and macOS store files without regard to case
    for path, content in attachments(build.site, build.pages.values(), build.assets):
        file = (
            File.generated(config, path, abs_src_path=str(content))
            if isinstance(content, Path)
            else File.generated(config, path, content=content)
        )
        if file.dest_uri.lower() in taken:
            raise Abort(f"Zwei Dateien haben dieselbe Adresse „/{file.dest_uri}“. Benennen Sie eine der beiden um.")
        taken.add(file.dest_uri.lower())
        files.append(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Hang every record's page below the page that lists its kind; tell MkDocs which files lie there as they should."""
    build = running()
    sections = {first_page(section): section for section in all_sections(nav.items)}
    for kind, folder in PAGES.items():
        for record in build.site.records(kind):
            page = page_of(files, f"{folder}{record.id}.md")
            page.parent = sections[f"{folder}index.md"]
            if kind in ALWAYS_LISTED:
                page.parent.children.append(page)
    find_left(build, nav, config, files)
    return nav


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


def on_page_read_source(page: MkDocsPage, config: MkDocsConfig) -> str:
    """Give MkDocs the text of a page with its macros carried out."""
    return RESOLVED + running().pages[page.file.src_uri].text


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Give a page what it says of itself; of a record's page as escaped text."""
    drawn = running().pages[page.file.src_uri]
    named = {"title": drawn.title, "description": drawn.description}
    page.meta = dict(drawn.meta) | {name: text if drawn.source else plain(text) for name, text in named.items() if text}
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Put back the blocks of HTML that the macros drew, and explain the terms of the page."""
    build, path = running(), page.file.src_uri
    html = build.pages[path].put_back(let_scroll(html))
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(ANCHOR.findall(html))
    if path in NOT_EXPLAINED:
        return html
    explained = build.explainer.explain(html, page.url)
    build.explained[path] = set(EXPLAINED.findall(explained))
    if page.toc.items and (heading := TERMS_HEADING.search(explained)):
        page.toc.items[0].children.append(AnchorLink(heading["title"], heading["id"], 2))
    return explained


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Wait for the downloads; keep the theme's templates compiled."""
    build = running()
    build.site.library.finish()
    if left_out := build.site.library.left_out:
        log.info("Die Vorschau lässt %s Dateien zum Herunterladen weg, auch das Handbuch. „make build“ macht sie.", len(left_out))
    env.bytecode_cache = bytecode_cache(build.root / ".cache" / "theme")
    env.globals |= {"assets": build.assets, "today": build.site.today}
    return env


def on_page_context(context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """List the page itself in the side navigation where its many siblings are not."""
    if isinstance(page.parent, Section) and page not in page.parent.children:
        page.parent.children.append(page)
        page.meta["listed_for_itself"] = True
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Take the page out of the side navigation again."""
    if page.meta.pop("listed_for_itself", False) and isinstance(page.parent, Section):
        page.parent.children.remove(page)
    return slim(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Note what was made, for the next build, and remove what no longer belongs to the site."""
    build = running()
    for file in build.files:
        if file.dest_uri not in build.left and file.src_uri not in build.doubtful:
            build.left[file.dest_uri] = left_of(build, file)
    remove_others(config, {file.dest_uri for file in build.files})
    if _Running.is_dirty and not _Running.is_preview:
        whole, site = ("", "") if build.warned else (build.whole, stamps(Path(config.site_dir)))
        Kept(build.left, whole, site).save(kept_path(build.root))


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
    for path in sorted(site.rglob("*"), reverse=True) if _Running.is_dirty else ():
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(site).as_posix() not in kept:
            path.unlink()


def watch_for_doubts(build: Build, config: MkDocsConfig) -> None:
    """Listen to the warnings of this build, and no longer to those of the one before."""
    logger = logging.getLogger("mkdocs")
    logger.removeHandler(_Running.doubts)
    _Running.doubts = Doubts(build, config)
    logger.addHandler(_Running.doubts)


def running() -> Build:
    """Return the build that is running."""
    if _Running.build is None:
        raise PluginError("on_config has not run")
    return _Running.build


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


def page_of(files: Files, path: str) -> MkDocsPage:
    """Return MkDocs' page of a file that is there."""
    file = files.get_file_from_path(path)
    if file is None or file.page is None:
        raise PluginError(f"{path} fehlt")
    return file.page


def files_in(place: Path, *, with_templates: bool = False) -> list[Path]:
    """Return the files of a folder, or the file itself; those of templates on demand, for what they draw is compared anyway."""
    found = place.rglob("*") if place.is_dir() else [place]
    shaping = [path for path in found if path.is_file() and path.suffix != ".pyc"]
    return [path for path in shaping if with_templates or path.parent.name != "templates"]


def walk(items: Iterable[Any]) -> Iterator[Any]:
    """Yield everything in the navigation, at any depth."""
    for item in items:
        yield item
        yield from walk(item.children or ())


def all_sections(items: Iterable[Any]) -> Iterator[Section]:
    """Yield every section of the navigation, at any depth."""
    return (item for item in walk(items) if isinstance(item, Section))


def first_page(section: Section) -> str:
    """Return the path of a section's first page, which lists the others."""
    page: Any = section.children[0]
    path: str = page.file.src_uri
    return path


def plain(text: str) -> str:
    """Return `text` safe for the theme's templates, which do not escape."""
    return str(escape(text)).replace("{", "&#123;")


def _say(answer: bool) -> Callable[[], bool]:
    """Return a function that gives this answer."""
    return lambda: answer


def refuse_placeholders(config: MkDocsConfig, site: Site) -> None:
    """Stop a build for publication while the operator's details are placeholders."""
    open_details = [name for name, value in config.extra["operator"].items() if str(value).startswith("[")]
    if site.repository is not None and site.repository.is_placeholder:
        open_details.append("repository")
    if os.environ.get("KOMPASS_RELEASE") and open_details:
        raise PluginError(
            "Diese Angaben in mkdocs.yml (extra: operator, extra: repository) sind noch Platzhalter: "
            f"{', '.join(open_details)}. Bitte tragen Sie die echten Angaben ein, bevor Sie veröffentlichen."
        )
