"""The search in a real browser: keyboard, names, results, address, file://, without script."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kompass.search import Entry, build_index
from tests.browser.access import violations, violations_in_the_dark

STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"
FAR = Entry("page", "weit/weg/", "Titel", "Kurz gesagt.", text="Hier wächst die Zuckerrübe auf dem Feld.")
PAGE_OF_FAR = "<!doctype html><title>Titel</title><p>Zuckerrübe</p><article><p>Hier wächst die Zuckerrübe.</p></article>"


def box(page: Page):
    return page.get_by_role("combobox", name="Suche", exact=True)


def results(page: Page):
    return page.get_by_role("listbox", name="Suchergebnisse")


@pytest.fixture
def start(browser_page: Page, site_url: str) -> Page:
    browser_page.goto(site_url)
    expect(box(browser_page)).to_be_visible()
    return browser_page


def test_slash_typing_arrow_and_enter_lead_to_the_page(start: Page):
    start.keyboard.press("/")
    expect(box(start)).to_be_focused()
    start.keyboard.type("radwege")
    expect(results(start).get_by_role("option").first).to_contain_text("Radweg")
    start.keyboard.press("ArrowDown")
    expect(results(start).get_by_role("option").first).to_have_attribute("aria-selected", "true")
    start.keyboard.press("Enter")
    start.wait_for_url("**/kompass/beispiele/bernau-smarte-radwegbeleuchtung/")


def test_enter_alone_leads_to_all_results(start: Page):
    box(start).fill("Rufbus")
    expect(results(start)).to_be_visible()
    start.keyboard.press("Enter")
    start.wait_for_url("**/suche/?q=Rufbus")
    expect(start.get_by_role("list", name="Suchergebnisse")).to_be_visible()


def test_escape_closes_then_empties(start: Page):
    box(start).fill("Rufbus")
    expect(results(start)).to_be_visible()
    start.keyboard.press("Escape")
    expect(results(start)).to_be_hidden()
    expect(box(start)).to_have_attribute("aria-expanded", "false")
    start.keyboard.press("Escape")
    expect(box(start)).to_have_value("")


def test_status_says_how_many(start: Page):
    box(start).fill("Rufbus")
    expect(results(start)).to_be_visible()
    count = start.locator("[data-part=all]").inner_text().split("(")[1].rstrip(")")
    expect(start.get_by_role("search").get_by_role("status")).to_have_text(f"{count} Treffer für „Rufbus“")


def test_typing_error_is_forgiven_and_named(start: Page):
    box(start).fill("Glasfsaer")
    expect(results(start).get_by_role("option").first).to_contain_text("Glasfaser")
    expect(start.get_by_text("Meinten Sie")).to_be_visible()


def test_nothing_found_helps_on(start: Page):
    box(start).fill("xqzwkj")
    expect(start.get_by_text("Nichts gefunden.")).to_be_visible()
    expect(start.get_by_role("link", name="Liste aller Einträge")).to_be_visible()


def test_index_is_loaded_on_first_use_only(browser_page: Page, site_url: str):
    asked: list[str] = []
    browser_page.on("request", lambda request: asked.append(request.url))
    browser_page.goto(site_url, wait_until="networkidle")
    assert not [url for url in asked if "search-index" in url or "minisearch" in url]
    box(browser_page).focus()
    browser_page.wait_for_function("globalThis.kompassSearchIndex !== undefined")


def test_first_search_of_a_fresh_page_answers_what_was_typed_last(browser_page: Page, site_url: str):
    browser_page.goto(site_url)
    held: list[Route] = []
    browser_page.route("**/search-index.*.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright marks its handlers
    with browser_page.expect_request("**/search-index.*.js"):
        box(browser_page).press_sequentially("Ru")
    browser_page.keyboard.type("fbus")
    expect(results(browser_page)).to_be_hidden()
    assert len(held) == 1
    held[0].continue_()
    expect(results(browser_page).get_by_role("option").first).to_contain_text("Rufbus", ignore_case=True)
    expect(browser_page.get_by_role("search").get_by_role("status")).to_contain_text("„Rufbus“")
    assert len(held) == 1


def test_index_that_fails_is_asked_for_again(browser_page: Page, site_url: str):
    browser_page.goto(site_url)
    browser_page.route("**/search-index.*.js", lambda route: route.abort(), times=1)
    with browser_page.expect_event("requestfailed"):
        box(browser_page).focus()
    browser_page.keyboard.type("Rufbus")
    expect(results(browser_page).get_by_role("option").first).to_contain_text("Rufbus", ignore_case=True)


@pytest.fixture
def far(browser_page: Page, site_url: str) -> Iterator[Page]:
    """The search page under a strict policy, with an index of one entry whose word stands in its long text only."""
    blocked: list[str] = []

    def guard(route: Route) -> None:
        response = route.fetch()
        body = re.sub(r"<script>.*?</script>", "", response.text(), flags=re.DOTALL)
        route.fulfill(response=response, body=body, headers=response.headers | {"content-security-policy": STRICT})

    browser_page.on("console", lambda message: "Content Security" in message.text and blocked.append(message.text))
    browser_page.route("**/suche/?q=*", guard)
    index = build_index([FAR], {"page": "Seiten"})
    browser_page.route("**/search-index.*.js", lambda route: route.fulfill(body=index, content_type="text/javascript"))
    browser_page.goto(f"{site_url}suche/")
    yield browser_page
    assert not blocked


def test_hit_in_the_long_text_shows_its_sentence_from_the_page(far: Page, site_url: str):
    far.route("**/weit/weg/", lambda route: route.fulfill(body=PAGE_OF_FAR, content_type="text/html; charset=utf-8"))
    far.goto(f"{site_url}suche/?q=Zuckerr%C3%BCben")
    text = far.get_by_role("list", name="Suchergebnisse").locator("[data-part=excerpt]")
    expect(text).to_have_text("Hier wächst die Zuckerrübe.")
    expect(text.locator("mark")).to_have_text("Zuckerrübe")


def test_hit_in_the_long_text_keeps_its_summary_without_the_page(far: Page, site_url: str):
    far.route("**/weit/weg/", lambda route: route.abort())
    with far.expect_event("requestfailed"):
        far.goto(f"{site_url}suche/?q=Zuckerr%C3%BCben")
        expect(far.get_by_role("list", name="Suchergebnisse").locator("[data-part=excerpt]")).to_have_text("Kurz gesagt.")
    expect(far.locator("main mark")).to_have_count(0)


def test_address_of_results_can_be_shared(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}suche/?q=Telemedizin&art=example")
    found = browser_page.get_by_role("list", name="Suchergebnisse")
    expect(found.get_by_role("link").first).to_be_visible()
    addresses = found.get_by_role("link").evaluate_all("links => links.map((link) => link.pathname)")
    assert addresses
    assert all(address.startswith("/kompass/beispiele/") for address in addresses)


def test_kinds_can_be_filtered(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}suche/?q=Beteiligung")
    choice = browser_page.get_by_role("checkbox", name="Beteiligungsformate")
    choice.check()
    expect(choice).to_be_focused()
    browser_page.wait_for_url("**art=participation_format")
    addresses = (
        browser_page.get_by_role("list", name="Suchergebnisse")
        .get_by_role("link")
        .evaluate_all("links => links.map((link) => link.pathname)")
    )
    assert all(address.startswith("/kompass/beteiligung/") for address in addresses)


def test_arrows_walk_through_the_results_of_the_page(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}suche/?q=Rufbus")
    links = browser_page.get_by_role("list", name="Suchergebnisse").get_by_role("link")
    expect(links.first).to_be_visible()
    browser_page.get_by_label("Wonach suchen Sie?").focus()
    browser_page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    browser_page.keyboard.press("Escape")
    expect(browser_page.get_by_label("Wonach suchen Sie?")).to_be_focused()


def test_markup_in_the_query_stays_text(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}suche/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%20Rufbus")
    expect(browser_page.locator("main [role=status]")).to_contain_text("<img src=x")
    assert browser_page.locator("main img[src=x]").count() == 0


def test_slash_can_be_switched_off(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}suche/")
    browser_page.get_by_role("checkbox", name="Taste").uncheck()
    browser_page.goto(site_url)
    expect(box(browser_page)).to_be_visible()
    browser_page.keyboard.press("/")
    expect(box(browser_page)).not_to_be_focused()


def test_works_from_disk(browser_page: Page, built_site: Path):
    browser_page.goto((built_site / "index.html").as_uri())
    box(browser_page).fill("Radwege")
    first = results(browser_page).get_by_role("option").first
    expect(first).to_contain_text("Radweg")
    assert first.get_attribute("href").endswith("bernau-smarte-radwegbeleuchtung/index.html")


def test_without_script_the_form_leads_to_the_list_of_everything(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site_url)
    page.get_by_role("textbox", name="Suche", exact=True).fill("Rufbus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/suche/?q=Rufbus")
    expect(page.get_by_role("link", name="Rufbus mit digitaler Buchung")).to_be_visible()
    context.close()


@pytest.mark.parametrize("place", ["", "suche/?q=Beteiligung", "suche/?q=xqzwkj"])
def test_axe_finds_no_violation_with_results_open(browser_page: Page, site_url: str, place: str):
    browser_page.emulate_media(color_scheme="light")
    browser_page.goto(site_url + place)
    if place:
        expect(browser_page.locator("main [role=status]")).to_contain_text("Treffer")
    else:
        box(browser_page).fill("Beteilgung")
        expect(results(browser_page)).to_be_visible()
        browser_page.keyboard.press("ArrowDown")
    assert violations(browser_page) == []
    assert violations_in_the_dark(browser_page) == []
