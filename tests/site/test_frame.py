"""What all pages have in common: one style sheet, one inline script, nothing of the theme's scripts, names with fingerprints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pytest

from bench.weight import blocking_sheets
from scripts.theme_base import ROOT, TARGET, cut, theme_css

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
NAMED = re.compile(r'(?:href|src)="([^"]*assets/[^"]+)"')
ID = re.compile(r'<[^>]*?\sid="([^"]+)"')
FINGERPRINT = re.compile(r"\.([0-9a-f]{8})\.(?:css|js|woff2)$")


@cache
def pages_of(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


@pytest.fixture
def pages(built_site: Path) -> dict[str, str]:
    found = {name: html for name, html in pages_of(built_site).items() if 'http-equiv="refresh"' not in html}
    assert len(found) > 150, "the sweep proves nothing"
    return found


def test_every_page_waits_for_one_style_sheet(built_site: Path, pages: dict[str, str]):
    assert {name for name in pages if len(blocking_sheets(built_site / name, built_site)) != 1} == set()


def test_inline_script_is_the_same_everywhere(pages: dict[str, str]):
    assert len({script for html in pages.values() for script in INLINE.findall(html)}) == 1


def test_inline_script_and_module_know_the_choice_by_the_same_names(pages: dict[str, str]):
    script = INLINE.findall(pages["index.html"])[0]
    module = (ROOT / "docs/javascripts/frame/choice.mjs").read_text(encoding="utf-8")
    stored = (ROOT / "docs/javascripts/storage.mjs").read_text(encoding="utf-8")
    key = re.search(r'scheme: "([\w-]+)"', stored)[1]
    assert f'"{key}"' in script
    assert [word for word in ("hell", "dunkel") if f'"{word}"' not in script or f'"{word}"' not in module] == []


@pytest.mark.parametrize("trace", ["bundle.", "__config", "__md_", 'rel="next"', 'rel="prev"', "<style", ' style="', "generator"])
def test_nothing_of_the_theme_that_moves_or_tells_on_readers(pages: dict[str, str], trace: str):
    assert [name for name, html in pages.items() if trace in html] == []


def test_no_page_gives_one_id_to_two_elements(pages: dict[str, str]):
    twice = {name: [one for one, count in Counter(ids(html)).items() if count > 1] for name, html in pages.items()}
    assert {name: found for name, found in twice.items() if found} == {}
    assert sum(len(ids(html)) for html in pages.values()) > 1000, "the sweep proves nothing"


def ids(html: str) -> list[str]:
    return ID.findall(re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL))


def test_first_link_of_every_page_leads_to_its_heading(pages: dict[str, str]):
    """The article begins with it, or with what only paper shows and the heading's own box."""
    assert [name for name, html in pages.items() if html.count('href="#zum-inhalt"') != 1] == []
    assert [name for name, html in pages.items() if "<h1" not in html.partition(' id="zum-inhalt">')[2][:4000]] == []


def test_files_that_pages_name_bear_the_fingerprint_of_their_content(built_site: Path, pages: dict[str, str]):
    named = {address.rpartition("assets/")[2] for html in pages.values() for address in NAMED.findall(html)}
    assert len(named) > 10, "the sweep proves nothing"
    wrong = {
        name for name in named if not (found := FINGERPRINT.search(name)) or found[1] != digest(built_site / "assets" / name)
    }
    assert wrong == set()


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:8]


def test_sources_and_files_of_the_theme_stay_at_home(built_site: Path):
    strange = [*(built_site / "assets").glob("*/*"), *built_site.rglob("*.map"), *built_site.rglob("*.mjs")]
    assert [path.name for path in strange] == []
    assert not (built_site / "stylesheets").exists()


def test_base_sheet_is_of_the_installed_version_of_the_theme():
    head = TARGET.read_text(encoding="utf-8").partition("\n")[0]
    assert f"mkdocs-material {version('mkdocs-material')} " in head, "run `make vendor` and look at the pages"


def test_base_sheet_holds_every_rule_that_a_page_could_use(pages: dict[str, str]):
    own = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs/stylesheets").glob("*.css")))
    needed = list(rules(cut(theme_css(), pages.values(), own)))
    assert len(needed) > 200, "the sweep proves nothing"
    kept = set(rules(TARGET.read_text(encoding="utf-8")))
    assert [rule for rule in needed if rule not in kept] == [], "run `make vendor`"


def rules(css: str) -> Iterator[str]:
    """Yield the lines of a base sheet, each with the media query around it."""
    around = ""
    for line in css.splitlines():
        if line.endswith("{"):
            around = line
        elif line == "}":
            around = ""
        else:
            yield around + line


def test_page_without_the_rules_of_a_class_would_be_noticed():
    page = '<body class="md-dialog"><p class="md-dialog__inner">'
    assert ".md-dialog__inner" in cut(theme_css(), [page], "")
    assert ".md-dialog__inner" not in TARGET.read_text(encoding="utf-8")
