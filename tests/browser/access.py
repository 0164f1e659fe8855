"""What axe finds on a page as it stands, and whether the page is wider than the screen."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all that another colour scheme can change


def violations(page: Page) -> list[str]:
    """Return what axe finds, one line for each place."""
    return _run(page, {"type": "tag", "values": TAGS})


def violations_in_the_dark(page: Page) -> list[str]:
    """Return what axe finds in the dark scheme and would not find in the light one; leaves the page dark."""
    light = _background(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"{BACKGROUND} !== '{light}'")
    page.wait_for_function(COLOURS_ARE_THERE)
    return _run(page, {"type": "rule", "values": COLOURS})


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


COLOURS_ARE_THERE = "document.getAnimations().every((each) => !(each instanceof CSSTransition))"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def _background(page: Page) -> str:
    return page.evaluate(BACKGROUND)


def _run(page: Page, rules: dict[str, object]) -> list[str]:
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]
