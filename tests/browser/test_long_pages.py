"""Long pages draw late what is far from the screen: anchors land, text is found, paper is complete, rings have room."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

LONG = {
    "faq/": ".kompass-question",
    "glossar/": ".kompass-terms > div",
    "kompass/beispiele/": ".kompass-cards > li",
    "baukasten/indikatoren/": ".kompass-entries > li",
    "suche/?q=digital": ".kompass-finder__hits > li",
}


@pytest.fixture(params=LONG.items(), ids=lambda pair: pair[0].partition("/?")[0].strip("/"))
def long_page(request: pytest.FixtureRequest, browser_page: Page, site_url: str) -> tuple[Page, str]:
    place, entries = request.param
    browser_page.goto(site_url + place)
    expect(browser_page.locator(entries).first).to_be_visible()
    return browser_page, entries


def test_entries_far_away_are_not_drawn_on_the_screen_but_on_paper(long_page: tuple[Page, str]):
    page, entries = long_page
    way = "$all => new Set($all.map($one => getComputedStyle($one).contentVisibility))"
    on_screen = page.locator(entries).evaluate_all(f"$all => [...({way})($all)]")
    page.emulate_media(media="print")
    on_paper = page.locator(entries).evaluate_all(f"$all => [...({way})($all)]")
    assert (on_screen, on_paper) == (["auto"], ["visible"])


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


@pytest.mark.parametrize("place", ["faq/", "glossar/"])
def test_search_of_the_browser_finds_what_is_not_drawn_yet(browser_page: Page, site_url: str, place: str):
    browser_page.goto(site_url + place)
    words = browser_page.locator(LONG[place]).last.locator("p").first.text_content()[:30]
    assert browser_page.evaluate("words => window.find(words)", words)
    expect(browser_page.locator(LONG[place]).last).to_be_in_viewport()


def test_ring_of_the_focus_has_room(long_page: tuple[Page, str]):
    page, entries = long_page
    margins = page.locator(entries).evaluate_all(
        "$all => $all.map($one => parseFloat(getComputedStyle($one).overflowClipMargin))"
    )
    ring = page.evaluate(
        "() => { const $a = document.querySelector('article a[href]'); $a.focus();"
        " const style = getComputedStyle($a); return parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth); }"
    )
    assert min(margins) >= ring
