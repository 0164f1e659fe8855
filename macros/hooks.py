"""The thin MkDocs hook: one page per record, its place in the navigation, data files, redirects of former ids.

The generated Markdown holds a macro call with the id and nothing else from the data: text from YAML that reaches a
page's Markdown would be run as a template.
"""

from __future__ import annotations

import json
import os
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import escape
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Section
from mkdocs.structure.toc import AnchorLink

from kompass.addresses import PAGES
from kompass.export import export_file
from kompass.model import FILES
from macros.assets import FOLDER, SOURCES, fingerprinted, make_assets
from macros.entry_form import facts_file
from macros.export import macro_call
from macros.markup import let_scroll, slim
from macros.memory import digest_of
from macros.search import search_index, written_pages
from macros.terms import Explainer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from macros.memory import Memory
    from macros.site import Site


class Card(NamedTuple):
    """What the navigation must know of a record."""

    id: str
    title: str
    summary: str
    aliases: list[str]


TERMS_HEADING = re.compile(r'<h2 id="(?P<id>begriffe)">(?P<title>[^<]+)</h2>')
ANCHOR = re.compile(r'\sid="([^"]+)"')
SCHEMAS = Path(__file__).parent.parent / "schemas"
ALWAYS_LISTED = {"action_field", "phase"}  # few enough to stand in the side navigation of every page of their section

NOT_EXPLAINED = {"glossar.md", "suche.md", "index.md"}  # the glossary itself, lists of links, the start page


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page of every record, the data files and the redirects; refuse to publish placeholders."""
    refuse_placeholders(config)
    site, memory = site_of(config), memory_of(config)
    for kind, folder in PAGES.items():
        for card in cards_of(config, kind):
            files.append(File.generated(config, f"{folder}{card.id}.md", content=macro_call(kind, card.id)))
            for alias in card.aliases:
                page = site.render("redirect", title=card.title, target=f"../{card.id}/")
                files.append(File.generated(config, f"{folder}{alias}/index.html", content=page))
    for file in FILES:
        data = memory.recall(f"data {file.name}", partial(export_file, site.catalogue, file))
        files.append(File.generated(config, f"daten/{file.name}.json", content=data))
        files.append(
            File.generated(config, f"daten/{file.name}.schema.json", abs_src_path=str(SCHEMAS / f"{file.name}.schema.json"))
        )
    for path, kept in downloads_of(config).items():
        files.append(File.generated(config, path, abs_src_path=str(kept)))
    pages = written_pages(files)
    index = memory.recall(f"search {digest_of([*pages, *pages.values()])}", lambda: search_index(site, pages))
    add_assets(files, config, index)
    address, facts = json.loads(memory.recall("entry facts", lambda: json.dumps(facts_file(site))))
    files.append(File.generated(config, address, content=facts))
    return files


def add_assets(files: Files, config: MkDocsConfig, index: str) -> None:
    """Add style sheets, scripts, fonts and the index of the search; leave out their sources and the theme's own files."""
    assets = config.extra["assets"] = make_assets(Path(config.docs_dir), config.extra["stylesheets"])
    for file in list(files):
        if file.src_uri.startswith((*SOURCES, FOLDER)) and not file.src_uri.endswith(".txt"):
            files.remove(file)
    named = fingerprinted("search-index.js", index.encode())
    search = {f"{FOLDER}{named}": index, f"{FOLDER}search-index.js": f"globalThis.kompassSearchIndexFile={json.dumps(named)};\n"}
    made: dict[str, str | bytes] = {**assets.files, **search}
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Hang every record's page below the page that lists its kind."""
    sections = {first_page(section): section for section in all_sections(nav.items)}
    for kind, folder in PAGES.items():
        section = sections[f"{folder}index.md"]
        for card in cards_of(config, kind):
            file = files.get_file_from_path(f"{folder}{card.id}.md")
            assert file  # noqa: S101  on_files has made it
            assert file.page  # noqa: S101
            file.page.parent = section
            if kind in ALWAYS_LISTED:
                section.children.append(file.page)
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a record's page its title and description as escaped text."""
    folder, _, name = page.file.src_uri.rpartition("/")
    kind = next((kind for kind, place in PAGES.items() if place == f"{folder}/"), None)
    if kind and name != "index.md":
        card = next(card for card in cards_of(config, kind) if card.id == name.removesuffix(".md"))
        page.meta["title"] = plain(card.title)
        page.meta["description"] = plain(card.summary)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put back the blocks of HTML that the macros drew, and explain the terms of the page."""
    html = config.extra["blocks"].put_back(let_scroll(html))
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(ANCHOR.findall(html))
    if page.file.src_uri in NOT_EXPLAINED:
        return html
    explained = memory_of(config).recall(
        f"terms {page.url} {digest_of([html])}", lambda: explainer_of(config).explain(html, page.url)
    )
    if page.toc.items and (heading := TERMS_HEADING.search(explained)):
        page.toc.items[0].children.append(AnchorLink(heading["title"], heading["id"], 2))
    return explained


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """List the page itself in the side navigation where its many siblings are not."""
    if isinstance(page.parent, Section) and page not in page.parent.children:
        page.parent.children.append(page)
        page.meta["listed_for_itself"] = True
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the page out of the side navigation again."""
    if page.meta.get("listed_for_itself") and isinstance(page.parent, Section):
        page.parent.children.remove(page)
    return slim(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Keep what has been drawn for the next build."""
    memory_of(config).save()


def downloads_of(config: MkDocsConfig) -> dict[str, Path]:
    """Return where each download is kept; they are made unless an earlier build has made them."""
    site = site_of(config)
    keys: dict[str, str] = json.loads(memory_of(config).recall("downloads", lambda: json.dumps(site.library.keys)))
    found = {path: Path(site.cache or "") / key for path, key in keys.items()}
    if not all(path.is_file() for path in found.values()):
        assert site.library  # noqa: S101  making it fills the folder
    return found


def site_of(config: MkDocsConfig) -> Site:
    """Return the site that `macros.define_env` has loaded."""
    site: Site = config.extra["site"]
    return site


def memory_of(config: MkDocsConfig) -> Memory:
    """Return what earlier builds have drawn."""
    memory: Memory = config.extra["memory"]
    return memory


def explainer_of(config: MkDocsConfig) -> Explainer:
    """Return the explainer of the glossary's terms, made when the first page needs it."""
    if "explainer" not in config.extra:
        config.extra["explainer"] = Explainer(site_of(config))
    explainer: Explainer = config.extra["explainer"]
    return explainer


def cards_of(config: MkDocsConfig, kind: str) -> list[Card]:
    """Return what the navigation must know of the records of a kind."""

    def draw() -> str:
        records = site_of(config).records(kind)
        return json.dumps([[record.id, record.title, record.summary, *record.aliases] for record in records])

    known = json.loads(memory_of(config).recall(f"cards {kind}", draw))
    return [Card(record_id, title, summary, aliases) for record_id, title, summary, *aliases in known]


def all_sections(items: Iterable[Any]) -> Iterable[Section]:
    """Yield every section of the navigation, at any depth."""
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from all_sections(item.children)


def first_page(section: Section) -> str:
    """Return the path of a section's first page, which lists the others."""
    page: Any = section.children[0]
    path: str = page.file.src_uri
    return path


def plain(text: str) -> str:
    """Return `text` safe for the theme's templates, which do not escape, and for the macros plugin."""
    return str(escape(text)).replace("{", "&#123;")


def refuse_placeholders(config: MkDocsConfig) -> None:
    """Stop a build for publication while the operator's details are placeholders."""
    open_details = [name for name, value in config.extra["operator"].items() if str(value).startswith("[")]
    repository = site_of(config).repository
    if repository is not None and repository.is_placeholder:
        open_details.append("repository")
    if os.environ.get("KOMPASS_RELEASE") and open_details:
        raise PluginError(
            "Diese Angaben in mkdocs.yml (extra: operator, extra: repository) sind noch Platzhalter: "
            f"{', '.join(open_details)}. Bitte tragen Sie die echten Angaben ein, bevor Sie veröffentlichen."
        )
