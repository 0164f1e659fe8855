"""The Merkliste in a real Chromium: collect, note, share, save, load, take back; nothing leaves the browser."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import overflow, violations, violations_in_the_dark

LIST = "werkzeuge/merkliste/"
METHOD = "baukasten/methoden/swot-analyse/"
PLACES = [
    "kompass/beispiele/barnim-barshare/",
    "kompass/beteiligung/world-cafe/",
    METHOD,
    "baukasten/massnahmen/rufbus-mit-digitaler-buchung/",
    "baukasten/phasen/vorbereiten/",
    "kompass/handlungsfelder/energie/",
]


def stored(page: Page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('kompass-merkliste')"))


def keep(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Merken").click()
    expect(page.get_by_role("button", name="Merken", pressed=True)).to_be_visible()


@pytest.mark.parametrize("place", PLACES)
def test_every_record_page_can_be_kept(browser_page: Page, site_url: str, place: str):
    keep(browser_page, site_url + place)
    browser_page.get_by_role("link", name="Merkliste (1)").click()
    expect(browser_page.locator("[data-part=count]")).to_have_text("1 Eintrag")
    assert browser_page.locator("[data-part=title]").first.evaluate("link => link.href") == site_url + place


def test_button_is_hidden_without_script(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + METHOD)
    assert page.get_by_role("button", name="Merken").count() == 0
    page.goto(site_url + LIST)
    expect(page.get_by_text("braucht dafür JavaScript")).to_be_visible()
    context.close()


def test_stored_form_is_the_documented_one(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    found = stored(browser_page)
    assert (found["format"], found["version"]) == ("kompass-merkliste", 1)
    assert {"kind": "method", "id": "swot-analyse"}.items() <= found["entries"][0].items()


def test_second_press_takes_the_entry_off_again(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.get_by_role("button", name="Merken").click()
    assert stored(browser_page)["entries"] == []


def test_shared_address_shows_the_list_and_leaves_the_own_one_alone(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(f"{site_url}{LIST}?m=example:barnim-barshare,method:swot-analyse,method:gibt-es-nicht")
    expect(browser_page.locator("[data-part=count]")).to_have_text("2 Einträge")
    expect(browser_page.get_by_text("Einige gemerkte Einträge gibt es nicht mehr")).to_be_visible()
    assert len(stored(browser_page)["entries"]) == 1
    browser_page.get_by_role("button", name="In meine Merkliste übernehmen").click()
    assert [entry["id"] for entry in stored(browser_page)["entries"]] == ["swot-analyse", "barnim-barshare", "gibt-es-nicht"]


def test_note_stays_and_is_left_out_of_the_address(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    browser_page.locator("[data-part=note]").fill("für <b>den</b> Ausschuss")
    browser_page.locator("[data-part=note]").press("Tab")
    browser_page.reload()
    expect(browser_page.locator("[data-part=note]")).to_have_value("für <b>den</b> Ausschuss")
    assert browser_page.locator("[data-part=note-text] b").count() == 0
    assert browser_page.get_by_label("Adresse dieser Liste").input_value().endswith("?m=method:swot-analyse")


def test_removed_entry_can_be_brought_back(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    browser_page.get_by_role("button", name="Entfernen").click()
    expect(browser_page.get_by_text("Noch ist nichts gemerkt")).to_be_visible()
    browser_page.get_by_role("button", name="Rückgängig machen").click()
    expect(browser_page.locator("[data-part=count]")).to_have_text("1 Eintrag")


def test_saved_file_is_loaded_on_another_machine(browser: Browser, site_url: str, tmp_path: Path):
    first = browser.new_context().new_page()
    keep(first, site_url + METHOD)
    first.goto(site_url + LIST)
    with first.expect_download() as download:
        first.get_by_role("button", name="Als Datei sichern").click()
    file = tmp_path / "liste.json"
    download.value.save_as(file)
    second = browser.new_context().new_page()
    second.goto(site_url + LIST)
    expect(second.get_by_role("button", name="Datei laden")).to_be_visible()
    second.locator("[data-part=file]").set_input_files(file)
    expect(second.locator("[data-part=count]")).to_have_text("1 Eintrag")
    first.context.close()
    second.context.close()


def test_strange_file_changes_nothing_and_is_explained(browser_page: Page, site_url: str, tmp_path: Path):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    file = tmp_path / "anderes.json"
    file.write_text('{"format": "etwas-anderes"}', encoding="utf-8")
    expect(browser_page.get_by_role("button", name="Datei laden")).to_be_visible()
    browser_page.locator("[data-part=file]").set_input_files(file)
    expect(browser_page.get_by_text("keine Merkliste")).to_be_visible()
    assert len(stored(browser_page)["entries"]) == 1


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_in_a_filled_list(browser_page: Page, site_url: str, width: int):
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.emulate_media(color_scheme="light")
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    expect(browser_page.locator("[data-part=note]")).to_be_visible()
    assert overflow(browser_page) <= 0
    assert violations(browser_page) == []
    assert violations_in_the_dark(browser_page) == []


def test_note_is_kept_while_it_is_written(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    browser_page.locator("[data-part=note]").press_sequentially("fürs Amt")
    browser_page.reload()
    expect(browser_page.locator("[data-part=note]")).to_have_value("fürs Amt")
    expect(browser_page.locator("[data-part=note-text]")).to_have_text("fürs Amt")


def test_change_in_another_tab_leaves_the_field_in_use(browser_page: Page, site_url: str):
    keep(browser_page, site_url + METHOD)
    browser_page.goto(site_url + LIST)
    note = browser_page.locator("[data-part=note]")
    note.press_sequentially("fürs")
    browser_page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'kompass-merkliste' }))")
    browser_page.keyboard.type(" Amt")
    expect(note).to_be_focused()
    expect(note).to_have_value("fürs Amt")
