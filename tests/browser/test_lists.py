"""The lists that can be narrowed down, in a real Chromium: facets, address, back button, table, map, exports, no script."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import overflow, violations, violations_in_the_dark

LISTS = {
    "examples": "kompass/beispiele/",
    "formats": "kompass/beteiligung/",
    "methods": "baukasten/methoden/",
    "measures": "baukasten/massnahmen/",
    "strategies": "kompass/strategien/",
    "indicators": "baukasten/indikatoren/",
    "templates": "baukasten/vorlagen/",
}
STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'"


def open_list(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-module=kompass-list][data-started]").wait_for()
    expect(page.locator("[data-part=head]")).to_be_visible()


def shown(page: Page) -> int:
    return page.locator("[data-part=items] > li").count()


def announced(page: Page) -> int:
    return int(re.match(r"\d+", page.locator("[data-part=count]").inner_text())[0])


@pytest.fixture(params=list(LISTS.values()), ids=list(LISTS))
def place(request: pytest.FixtureRequest) -> str:
    return request.param


def test_every_facet_announces_as_many_entries_as_it_promises(browser_page: Page, site_url: str, place: str):
    open_list(browser_page, site_url + place)
    whole = announced(browser_page)
    assert shown(browser_page) == whole
    choice = browser_page.locator(".kompass-facets > fieldset .kompass-choice").first
    promised = int(choice.locator(".kompass-choice__count").inner_text())
    choice.locator("input").check()
    expect(browser_page.get_by_role("status").filter(has_text=f"{promised} von {whole}")).to_be_visible()
    assert shown(browser_page) == promised


def test_without_script_the_whole_list_stands_in_groups(browser: Browser, site_url: str, place: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + place)
    assert page.locator("[data-part=groups] [data-id]:visible").count() >= 14
    assert page.locator("[data-part=groups] h2:visible").count() >= 2
    assert page.locator("[data-part=form]:visible, [data-part=head]:visible").count() == 0
    context.close()


def test_axe_finds_nothing_in_the_table_with_facets_open(browser_page: Page, site_url: str, place: str):
    browser_page.emulate_media(color_scheme="light")
    open_list(browser_page, f"{site_url}{place}?ansicht=tabelle")
    found: dict[int, list[str]] = {}
    for width in (1440, 360):
        browser_page.set_viewport_size({"width": width, "height": 900})
        browser_page.locator("[data-part=box]").evaluate("box => box.open = true")
        found[width] = violations(browser_page)
        assert overflow(browser_page) <= 0, width
    assert found == {1440: [], 360: []}
    assert violations_in_the_dark(browser_page) == []


def test_choices_stand_in_the_address_and_the_back_button_takes_them_back(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/")
    whole = announced(browser_page)
    browser_page.get_by_label("Energie", exact=False).first.check()
    browser_page.get_by_label("Mobilität", exact=False).first.check()
    assert browser_page.url.endswith("?feld=energie&feld=mobilitaet")
    both = announced(browser_page)
    browser_page.go_back()
    expect(browser_page.get_by_label("Mobilität", exact=False).first).not_to_be_checked()
    assert announced(browser_page) < both
    browser_page.go_back()
    expect(browser_page.locator("[data-part=count]")).to_have_text(f"{whole} Beispiele")


def test_shared_address_shows_the_same_choice(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/?feld=energie&status=laufend&q=strom&sort=titel")
    chips = browser_page.locator(".kompass-chip [data-part=label]").all_inner_texts()
    assert chips == ["Text: strom", "Energie", "laufend"]
    titles = browser_page.locator("[data-part=items] .kompass-card__title").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    assert titles


def test_removing_a_chip_keeps_the_focus_and_widens_the_list(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/?feld=energie&status=laufend")
    before = announced(browser_page)
    browser_page.get_by_role("button", name="laufend entfernen").press("Enter")
    assert announced(browser_page) > before
    expect(browser_page.get_by_role("button", name="Energie entfernen")).to_be_focused()


def test_anchor_of_a_group_in_an_old_link_becomes_a_choice(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/#energie")
    expect(browser_page.get_by_role("button", name="Energie entfernen")).to_be_visible()


def test_link_to_an_entry_shows_it_even_when_the_choice_has_left_it_out(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}baukasten/indikatoren/")
    last = browser_page.locator("[data-part=items] > li").last.get_attribute("id")
    browser_page.locator(".kompass-facets input[type=checkbox]").first.check()
    expect(browser_page.locator(f"#{last}")).to_have_count(0)
    browser_page.evaluate("id => location.hash = id", last)
    expect(browser_page.locator(f"#{last}")).to_be_in_viewport()


def test_empty_result_says_so_and_offers_a_way_back(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}baukasten/methoden/?q=xyzxyz")
    expect(browser_page.get_by_text("Kein Eintrag passt")).to_be_visible()
    browser_page.get_by_role("button", name="Alle zeigen").click()
    assert shown(browser_page) > 0


def test_text_from_data_and_address_is_text(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/?q=%3Cimg%20src=x%20onerror=alert(1)%3E")
    assert browser_page.locator(".kompass-chip img").count() == 0
    expect(browser_page.locator(".kompass-chip [data-part=label]")).to_contain_text("<img")


def test_tile_filters_by_keyboard_and_has_the_numbers_of_the_table(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/")
    tile = browser_page.locator(".kompass-tile", has_text="BAR")
    promised = int(tile.locator(".kompass-tile__count").text_content())
    tile.focus()
    browser_page.keyboard.press("Enter")
    assert browser_page.url.endswith("?kreis=barnim")
    assert announced(browser_page) == promised
    assert tile.get_attribute("aria-current") == "true"
    browser_page.get_by_text("Dieselben Zahlen als Tabelle").click()
    row = browser_page.get_by_role("row", name=re.compile("^Barnim"))
    assert row.locator("td").first.inner_text() == str(promised)


def test_csv_holds_exactly_what_is_shown(browser_page: Page, site_url: str):
    open_list(browser_page, f"{site_url}kompass/beispiele/?feld=energie&status=laufend")
    titles = browser_page.locator("[data-part=items] .kompass-card__title").all_inner_texts()
    with browser_page.expect_download() as download:
        browser_page.get_by_role("button", name="CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert [row["Beispiel"] for row in rows] == titles
    assert all(row["Link"].startswith(site_url) for row in rows)


def test_workbook_opens_and_has_a_codebook(browser_page: Page, site_url: str):
    violations: list[str] = []
    browser_page.on("console", lambda message: violations.append(message.text) if message.type == "error" else None)
    open_list(browser_page, f"{site_url}kompass/beispiele/?kreis=barnim")
    count = announced(browser_page)
    with browser_page.expect_download() as download:
        browser_page.get_by_role("button", name="Excel").click()
    assert re.fullmatch(r"kompass-beispiele-\d{4}-\d\d-\d\d\.xlsx", download.value.suggested_filename)
    with zipfile.ZipFile(download.value.path()) as book:
        assert book.testzip() is None
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
        names = re.findall(r'<sheet [^>]*name="([^"]+)"', book.read("xl/workbook.xml").decode())
    assert names == ["Beispiele", "Codebuch"]
    assert sheets[0].count("<row") == count + 1
    assert sheets[1].count("<row") > 12
    assert not violations


def test_list_and_export_need_no_exception_from_a_strict_policy(browser_page: Page, site_url: str):
    def guard(route):
        response = route.fetch()
        page = re.sub(r"<script>.*?</script>", "", response.text(), flags=re.DOTALL)
        route.fulfill(response=response, body=page, headers=response.headers | {"content-security-policy": STRICT})

    blocked: list[str] = []
    browser_page.on(
        "console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None
    )
    browser_page.route(re.compile(r"/kompass/beispiele/(\?.*)?$"), guard)
    open_list(browser_page, f"{site_url}kompass/beispiele/?ansicht=tabelle")
    with browser_page.expect_download():
        browser_page.get_by_role("button", name="Excel").click()
    assert not blocked


@pytest.mark.parametrize("anchor", ["100%", "%E4", "%"])
def test_broken_anchor_leaves_the_list_as_it_is(browser_page: Page, site_url: str, anchor: str):
    browser_page.goto(f"{site_url}kompass/beispiele/")
    whole = browser_page.locator("[data-part=count]").text_content()
    assert whole
    browser_page.goto(f"{site_url}suche/")
    browser_page.goto(f"{site_url}kompass/beispiele/#{anchor}")
    expect(browser_page.locator("[data-part=count]")).to_have_text(whole)
