"""Pages walked by key: every stop visible and on the screen, the menu and the view by buttons, no key that leads away."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

STOPS = 30
STOP = """
() => {
  const $one = document.activeElement, box = $one.getBoundingClientRect(), style = getComputedStyle($one);
  const inside = Boolean(globalThis.$before?.contains($one)); // a tall table that scrolls takes the focus before its first link
  globalThis.$before = $one;
  return { inside, name: $one.outerHTML.slice(0, 90), top: box.top, left: box.left, right: box.right, bottom: box.bottom,
           width: innerWidth, height: innerHeight, scrolled: scrollY,
           ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1 };
}
"""


@pytest.fixture
def narrow(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1024, "height": 768}, locale="de-DE")
    page = context.new_page()
    page.goto(f"{site_url}kompass/handlungsfelder/energie/")
    yield page
    context.close()


@pytest.mark.parametrize("width", [1280, 1024, 360])
@pytest.mark.parametrize("place", ["", "faq/", "kompass/handlungsfelder/energie/", "kompass/beispiele/"])
def test_every_stop_is_on_the_screen_and_shows_its_ring(browser_page: Page, site_url: str, place: str, width: int):
    browser_page.set_viewport_size({"width": width, "height": 768})
    browser_page.goto(site_url + place)
    browser_page.locator("[data-module=kompass-scheme][title]").wait_for()
    stops = []
    for _ in range(STOPS):
        browser_page.keyboard.press("Tab")
        browser_page.wait_for_timeout(20)
        stops.append(browser_page.evaluate(STOP))
    lost = [one for one in stops if one["right"] <= 0 or one["left"] >= one["width"] or one["bottom"] <= 0]
    lost += [one for one in stops if one["top"] >= one["height"]]
    assert lost == []
    assert [one["name"] for one in stops if not one["ring"]] == []
    jumps = [
        b["name"] for a, b in itertools.pairwise(stops) if not b["inside"] and b["scrolled"] < a["scrolled"] - a["height"] / 2
    ]
    assert jumps == []


def test_menu_opens_by_key_takes_the_focus_and_gives_it_back(narrow: Page):
    button = narrow.get_by_role("button", name="Menü")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(narrow.locator("#navigation")).to_have_js_property("inert", True)
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(narrow.locator("[data-part=menu-title]")).to_be_focused()
    assert narrow.locator("#navigation").bounding_box()["height"] == 768
    narrow.keyboard.press("Tab")
    assert narrow.evaluate("document.getElementById('navigation').contains(document.activeElement)")
    narrow.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_button_of_the_view_tells_its_state_and_is_kept(narrow: Page):
    button = narrow.locator("[data-module=kompass-scheme]")
    expect(button).to_have_accessible_name("Ansicht: wie das Gerät. Umschalten auf hell")
    button.press("Enter")
    button.press("Space")
    expect(button).to_have_accessible_name("Ansicht: dunkel. Umschalten auf wie das Gerät")
    expect(narrow.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    narrow.reload()
    expect(narrow.locator("html")).to_have_attribute("data-md-color-scheme", "slate")


def test_choice_of_an_earlier_edition_is_taken_over(narrow: Page):
    former = json.dumps({"index": 2, "color": {"media": "(prefers-color-scheme: dark)", "scheme": "slate"}})
    narrow.evaluate("value => localStorage.setItem('/.__palette', value)", former)
    narrow.reload()
    expect(narrow.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    assert narrow.evaluate("Object.entries(localStorage)") == [["kompass-ansicht", "dunkel"]]


@pytest.mark.parametrize("key", ["n", "p", ".", ",", "s", "f"])
def test_no_single_key_leads_away(browser_page: Page, site_url: str, key: str):
    browser_page.goto(f"{site_url}faq/", wait_until="networkidle")
    browser_page.keyboard.press(key)
    browser_page.wait_for_timeout(200)
    assert browser_page.url == f"{site_url}faq/"
    assert browser_page.evaluate("document.activeElement === document.body")


def test_list_of_contents_follows_the_reader(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}faq/")
    last = browser_page.locator(".md-sidebar--secondary a").last
    browser_page.evaluate("scrollTo(0, document.body.scrollHeight)")
    marked = browser_page.locator(".md-sidebar--secondary a[aria-current=location]")
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()
    assert last.evaluate("one => one.getBoundingClientRect().bottom > 0")
