"""Every kind of page in a real Chromium: no console error, no foreign request, accessible, never wider than the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.access import overflow, violations, violations_in_the_dark

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
    "topics": "kompass/querschnitt/",
    "topic": "kompass/querschnitt/it-sicherheit/",
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


@dataclass(frozen=True)
class Visit:
    """What one visit to a page shows: in light, then in dark, then on smaller screens, then without script."""

    errors: list[str]
    hosts: set[str]
    violations: list[str]
    violations_in_the_dark: list[str]
    overflow: dict[int, int]
    text_without_script: str


@pytest.fixture(scope="module", params=[pytest.param(place, id=name) for name, place in KINDS_OF_PAGE.items()])
def visit(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Visit:
    address = site_url + request.param
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    page = context.new_page()
    errors: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda asked: hosts.add(urlsplit(asked.url).netloc))
    page.goto(address)  # what it asks for later is noted as well, axe takes its time
    light, dark = violations(page), violations_in_the_dark(page)
    wider = {width: wider_than(page, width) for width in (1280, 768, 320)}
    context.close()
    return Visit(errors, hosts, light, dark, wider, text_without_script(browser, address))


def wider_than(page: Page, width: int) -> int:
    page.set_viewport_size({"width": width, "height": 800})
    return overflow(page)


def text_without_script(browser: Browser, address: str) -> str:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    text = page.locator("article").inner_text()
    context.close()
    return text


def test_page_opens_without_console_error(visit: Visit):
    assert not visit.errors


def test_page_asks_no_foreign_host(visit: Visit, site_url: str):
    assert visit.hosts - {""} == {urlsplit(site_url).netloc}


def test_axe_finds_no_violation(visit: Visit):
    assert visit.violations == []


def test_axe_finds_no_violation_in_the_dark(visit: Visit):
    assert visit.violations_in_the_dark == []


def test_page_is_never_wider_than_the_screen(visit: Visit):
    assert {width: pixels for width, pixels in visit.overflow.items() if pixels > 0} == {}


def test_everything_readable_works_without_javascript(visit: Visit):
    assert len(visit.text_without_script) > 100


def sheets(page: Page, url: str) -> int:
    """Return the number of A4 pages on which a page of the site is printed."""
    page.goto(url)
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(prefer_css_page_size=True)))


def test_every_measure_profile_fits_on_one_sheet_of_paper(browser_page: Page, site_url: str, built_site):
    profiles = sorted(path.name for path in (built_site / "baukasten/massnahmen").iterdir() if path.is_dir())
    too_long = [name for name in profiles if sheets(browser_page, f"{site_url}baukasten/massnahmen/{name}/") > 1]
    assert profiles
    assert not too_long


def test_short_version_for_the_council_fits_on_one_sheet_of_paper(browser_page: Page, site_url: str):
    assert sheets(browser_page, f"{site_url}kurzfassung/") == 1
