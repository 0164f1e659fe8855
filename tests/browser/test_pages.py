"""Every kind of page in a real Chromium: no console error, no foreign request, accessible, never wider than the screen."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

KINDS_OF_PAGE = {
    "start": "",
    "faq": "faq/",
    "prose": "kompass/smart-city/",
    "overview": "kompass/",
    "charta": "kompass/charta/",
    "action-fields": "kompass/handlungsfelder/",
    "action-field": "kompass/handlungsfelder/energie/",
    "examples": "kompass/beispiele/",
    "example": "kompass/beispiele/barnim-barshare/",
    "formats": "kompass/beteiligung/",
    "format": "kompass/beteiligung/zukunftswerkstatt/",
    "strategies": "kompass/strategien/",
    "law": "kompass/recht/",
    "phases": "baukasten/phasen/",
    "phase": "baukasten/phasen/auswerten-und-fortschreiben/",
    "methods": "baukasten/methoden/",
    "method": "baukasten/methoden/swot-analyse/",
    "measures": "baukasten/massnahmen/",
    "measure": "baukasten/massnahmen/rufbus-mit-digitaler-buchung/",
    "indicators": "baukasten/indikatoren/",
    "templates": "baukasten/vorlagen/",
    "checklist": "werkzeuge/checkliste/",
    "self-check": "werkzeuge/selbstcheck/",
    "profile-form": "werkzeuge/steckbrief/",
    "roadmap": "werkzeuge/fahrplan/",
    "outline": "werkzeuge/strategie/",
    "finder": "werkzeuge/beteiligungsfinder/",
    "bookmarks": "werkzeuge/merkliste/",
    "support": "unterstuetzung/",
    "workshop": "unterstuetzung/schreibwerkstatt/",
    "glossary": "glossar/",
    "search": "suche/",
    "brief": "kurzfassung/",
    "contribute": "mitmachen/",
    "entry-form": "mitmachen/eintrag/",
    "freshness": "aktualitaet/",
    "rules": "mitmachen/regeln/",
    "data": "daten/",
    "imprint": "impressum/",
    "not-found": "404.html",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=list(KINDS_OF_PAGE.values()), ids=list(KINDS_OF_PAGE))
def place(request: pytest.FixtureRequest) -> str:
    return request.param


def test_page_opens_without_console_error_and_without_foreign_request(browser_page: Page, site_url: str, place: str):
    errors: list[str] = []
    hosts: set[str] = set()
    browser_page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    browser_page.on("pageerror", lambda error: errors.append(str(error)))
    browser_page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    browser_page.goto(site_url + place, wait_until="networkidle")
    assert not errors
    assert hosts <= {urlsplit(site_url).netloc, ""}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, site_url: str, place: str, scheme: str):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(site_url + place)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [320, 768])
def test_page_is_never_wider_than_the_screen(browser: Browser, site_url: str, place: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(site_url + place)
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert overflow <= 0


def test_everything_readable_works_without_javascript(browser: Browser, site_url: str, place: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + place)
    text = page.locator("article").inner_text()
    context.close()
    assert len(text) > 100


def sheets(browser: Browser, url: str) -> int:
    """Return the number of A4 pages on which a page of the site is printed."""
    page = browser.new_page()
    page.goto(url)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page[^s]", printed))


def test_every_measure_profile_fits_on_one_sheet_of_paper(browser: Browser, site_url: str, built_site):
    profiles = sorted(path.name for path in (built_site / "baukasten/massnahmen").iterdir() if path.is_dir())
    too_long = [name for name in profiles if sheets(browser, f"{site_url}baukasten/massnahmen/{name}/") > 1]
    assert profiles
    assert not too_long


def test_short_version_for_the_council_fits_on_one_sheet_of_paper(browser: Browser, site_url: str):
    assert sheets(browser, f"{site_url}kurzfassung/") == 1
