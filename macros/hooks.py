"""The one seam to MkDocs: our pages as its files, their place in the navigation, and what of them need not be made again.

With `--dirty` only pages and files are written that would come out differently from what lies there (`kept`); without it all are.
`mkdocs serve` leaves out the downloads that no earlier build has made.
"""

from __future__ import annotations

import gc
import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.toc import AnchorLink

from macros.assets import FOLDER, SOURCES, make_assets
from macros.attachments import attachments
from macros.builds import Build, Running, running, watch_for_doubts
from macros.draw import SharedAddressError, draw
from macros.kept import Kept, read_kept, stamps
from macros.leaving import digest_of_inputs, find_left, kept_path, left_of, remove_others, today
from macros.markup import let_scroll, slim
from macros.navigation import hang_records
from macros.preview import configured_address, is_older_than_code, said_of_left_out
from macros.publication import refuse_placeholders
from macros.render import bytecode_cache
from macros.site import BadDataError, open_site
from macros.theming import list_quickly

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage

log = get_plugin_logger("kompass")
NOT_EXPLAINED = {"glossar.md", "suche.md", "index.md"}  # the glossary itself, lists of links, the start page
TERMS_HEADING = re.compile(r'<h2 id="(?P<id>begriffe)">(?P<title>[^<]+)</h2>')
ANCHOR = re.compile(r'\sid="([^"]+)"')
EXPLAINED = re.compile(r'href="#begriff-([^"]+)"')
NOT_TRUE_HERE = ("'dirty' build", "contains stale files")
RESOLVED = "---\nrender_macros: false\n---\n\n"
"""Before a page whose macros have been carried out: mkdocs-macros must not look for more."""


def on_startup(command: str, dirty: bool) -> None:
    """Note how MkDocs was called; its warnings that `--dirty` may leave old pages do not hold here."""
    Running.is_preview, Running.is_dirty = command == "serve", dirty
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not any(part in record.getMessage() for part in NOT_TRUE_HERE)
    )


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data; refuse to publish placeholders. Until the build ends, no garbage is collected: there is little."""
    root = Path(config.config_file_path).parent
    if Running.is_preview and is_older_than_code(root):
        log.info("Der Code in kompass/ oder macros/ hat sich geändert. Er gilt erst nach einem Neustart von „make serve“.")
    before = Running.build
    kept = Kept(before.left) if before and Running.is_preview else read_kept(kept_path(root)) if Running.is_dirty else Kept()
    whole = digest_of_inputs(root, config)
    if kept.whole == whole and kept.site == stamps(Path(config.site_dir)):
        log.info("Seit dem letzten Bau hat sich nichts geändert: %s ist auf dem Stand.", config.site_dir)
        raise SystemExit(0)
    try:
        settings = {"extra": config.extra, "site_url": configured_address(config)}
        site = open_site(root, settings, today=today(), makes=not Running.is_preview)
    except BadDataError as error:
        raise Abort(str(error)) from None
    refuse_placeholders(config, site)
    assets = make_assets(Path(config.docs_dir), config.extra["stylesheets"])
    Running.build = Build(site, root, kept, assets, whole)
    watch_for_doubts(Running.build, config)
    list_quickly(config.theme)
    gc.disable()
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
    hang_records(nav, files, build.site)
    find_left(build, nav, config, files)
    return nav


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
        log.info(said_of_left_out(left_out))
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
    gc.enable()
    build = running()
    for file in build.files:
        if file.dest_uri not in build.left and file.src_uri not in build.doubtful:
            build.left[file.dest_uri] = left_of(build, file)
    remove_others(config, {file.dest_uri for file in build.files})
    if Running.is_dirty and not Running.is_preview:
        whole, site = ("", "") if build.warned else (build.whole, stamps(Path(config.site_dir)))
        Kept(build.left, whole, site).save(kept_path(build.root))


def on_build_error(error: Exception) -> None:
    """Collect garbage again."""
    gc.enable()


def plain(text: str) -> str:
    """Return `text` safe for the theme's templates, which do not escape."""
    return str(escape(text)).replace("{", "&#123;")
