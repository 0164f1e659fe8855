"""Long pages: an anchor far down lands, and the search of the browser finds what stands at the end."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

LAST = {"faq/": ".kompass-question", "glossar/": ".kompass-terms > div"}


@pytest.mark.parametrize(
    ("place", "entries"),
    [
        ("faq/", "h2[id]:has(+ .kompass-question)"),
        ("glossar/", ".kompass-terms > div[id]"),
        ("baukasten/indikatoren/", "li[data-id][id]"),
    ],
)
def test_anchor_far_down_lands_at_the_top(browser_page: Page, site_url: str, place: str, entries: str):
    browser_page.goto(site_url + place)
    anchor = browser_page.evaluate("entries => [...document.querySelectorAll(entries)].at(-8).id", entries)
    browser_page.goto("about:blank")
    browser_page.goto(f"{site_url}{place}#{anchor}")
    browser_page.wait_for_timeout(500)
    assert -5 <= browser_page.evaluate(f"document.getElementById('{anchor}').getBoundingClientRect().top") < 120


@pytest.mark.parametrize("place", LAST)
def test_search_of_the_browser_finds_the_end(browser_page: Page, site_url: str, place: str):
    browser_page.goto(site_url + place)
    words = browser_page.locator(LAST[place]).last.locator("p").first.text_content()[:30]
    assert browser_page.evaluate("words => window.find(words)", words)
    expect(browser_page.locator(LAST[place]).last).to_be_in_viewport()
