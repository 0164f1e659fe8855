"""Nothing moves under the reader's eyes, however slowly fonts and scripts come, and no single key leads away."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.test_pages import KINDS_OF_PAGE

MOST = 0.01
DELAY = 0.3  # seconds
WATCH = """
globalThis.moved = 0;
const add = (list) => list.getEntries().forEach((shift) => shift.hadRecentInput || (globalThis.moved += shift.value));
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""
MORE = {"search-result": "suche/?q=rufbus", "entry-chosen": "mitmachen/eintrag/?art=example"}


def late(route: Route) -> None:
    time.sleep(DELAY)
    route.continue_()


@pytest.fixture(scope="module", params=[412, 1280])
def slow_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.route("**/*.woff2", late)
    page.route("**/*.js", late)
    yield page
    context.close()


def test_nothing_moves_while_fonts_and_scripts_come(slow_page: Page, site_url: str):
    moved = {}
    for name, place in (KINDS_OF_PAGE | MORE).items():
        slow_page.goto(site_url + place, wait_until="networkidle")
        moved[name] = slow_page.evaluate("globalThis.moved")
    assert len(moved) > 40, "the sweep proves nothing"
    assert {name: round(value, 3) for name, value in moved.items() if value > MOST} == {}


def test_what_moves_would_be_seen(slow_page: Page, site_url: str):
    slow_page.goto(site_url, wait_until="networkidle")
    slow_page.evaluate("document.querySelector('h1').style.marginTop = '300px'")
    slow_page.wait_for_function("globalThis.moved > 0.01")
