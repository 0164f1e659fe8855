"""The preview of a proposal: a copy of the site that opens from a folder, and which pages the proposal changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.site_copy import make_portable

START_PAGE = "VORSCHAU.html"
TEMPLATES = Path(__file__).parent / "templates"
NEW, CHANGED, GONE = "Neue Seiten", "Geänderte Seiten", "Entfallene Seiten"
NOTHING = "Keine Seite liest sich anders als bisher."
MOST = 100


@dataclass(frozen=True)
class Changes:
    """Addresses of pages that are new, read differently, or are gone."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def sections(self) -> dict[str, tuple[str, ...]]:
        """The addresses under their German headings, without the empty ones."""
        named = {NEW: self.new, CHANGED: self.changed, GONE: self.gone}
        return {title: pages for title, pages in named.items() if pages}


def compare(before: Path, after: Path) -> Changes:
    """Return the pages whose text, headings, links or downloads differ between two builds."""
    old, new = _pages(before), _pages(after)
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(page for page in new.keys() & old.keys() if content(new[page]) != content(old[page]))),
        tuple(sorted(old.keys() - new.keys())),
    )


def markdown(changes: Changes) -> str:
    """Return the list for the summary of a run."""
    lines: list[str] = []
    for title, pages in changes.sections.items():
        lines += [f"### {title} ({len(pages)})", "", *(f"- `/{_address(page)}`" for page in pages[:MOST])]
        lines += [f"- … und {len(pages) - MOST} weitere"] if len(pages) > MOST else []
        lines.append("")
    return "\n".join(lines or [NOTHING, ""])


def start_page(changes: Changes) -> str:
    """Return the page that leads to every changed page of the preview."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=StrictUndefined)
    environment.filters["address"] = _address
    return environment.get_template("preview.html.jinja").render(sections=changes.sections, gone=GONE, nothing=NOTHING)


def content(page: str) -> tuple[str, ...]:
    """Return what a reader gets from a page's article: its texts, link targets and pictures."""
    parser = _Article()
    parser.feed(page)
    return tuple(parser.found)


def _address(page: str) -> str:
    return page.removesuffix("index.html")


def _pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


class _Article(HTMLParser):
    """Collects what stands inside the article."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter the article; inside it note where links and pictures lead."""
        self.depth += tag == "article"
        if self.depth:
            self.found += [value for name, value in attrs if name in ("href", "src", "alt") and value]

    def handle_endtag(self, tag: str) -> None:
        """Leave the article."""
        self.depth -= tag == "article" and self.depth > 0

    def handle_data(self, data: str) -> None:
        """Note a text of the article."""
        if self.depth and data.strip():
            self.found.append(" ".join(data.split()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the preview to --out and print the list of changed pages."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.preview", description="Stellt die Vorschau eines Vorschlags zusammen."
    )
    parser.add_argument("--before", type=Path, required=True, metavar="ORDNER", help="Seite ohne den Vorschlag")
    parser.add_argument("--after", type=Path, required=True, metavar="ORDNER", help="Seite mit dem Vorschlag")
    parser.add_argument("--out", type=Path, required=True, metavar="ORDNER", help="Vorschau; darf es noch nicht geben")
    options = parser.parse_args(arguments)
    changes = compare(options.before, options.after)
    make_portable(options.after, options.out)
    (options.out / START_PAGE).write_text(start_page(changes), encoding="utf-8")
    print(markdown(changes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
