"""The finder for participation formats, the explained terms and the coverage table, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import overflow, violations, violations_in_the_dark

FINDER = "werkzeuge/beteiligungsfinder/"


def test_suggestions_come_with_reasons_and_change_with_the_answers(browser_page: Page, site_url: str):
    browser_page.goto(site_url + FINDER)
    expect(browser_page.locator("[data-part=count]")).to_contain_text("Wählen Sie einen Zweck")
    browser_page.get_by_label("Wozu möchten Sie beteiligen?").select_option("ideen-sammeln")
    browser_page.get_by_label("Wie viele Wochen haben Sie Zeit?").fill("4")
    suggestions = browser_page.locator(".kompass-suggestion")
    expect(suggestions).to_have_count(5)
    expect(suggestions.first).to_contain_text("Taugt für: Ideen sammeln")
    expect(suggestions.first.locator(".is-good", has_text="Wochen Vorlauf")).to_be_visible()
    assert browser_page.url.endswith("?zweck=ideen-sammeln&wochen=4")


def test_chosen_format_gets_a_plan_with_dates_and_an_invitation(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}{FINDER}?zweck=ideen-sammeln")
    first = browser_page.locator(".kompass-suggestion").first
    title = first.get_by_role("heading").inner_text()
    first.get_by_text("Wochenplan und Einladung").click()
    expect(first.locator(".kompass-steps__when").first).to_have_text("Woche 1")
    first.get_by_label("Tag der Veranstaltung").fill("2027-03-04")
    expect(first.locator(".kompass-steps__when").last).to_contain_text("ab 29.03.2027")
    invitation = first.get_by_label("Text der Einladung").input_value()
    assert title in invitation
    assert "Wann: 04.03.2027" in invitation
    assert "{" not in invitation


def test_without_script_all_formats_stand_in_a_table_by_purpose(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + FINDER)
    assert page.locator("form[data-part=form]:visible").count() == 0
    assert page.get_by_role("row").count() > 6
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_in_an_open_suggestion(browser_page: Page, site_url: str, width: int):
    browser_page.set_viewport_size({"width": width, "height": 900})
    browser_page.emulate_media(color_scheme="light")
    browser_page.goto(f"{site_url}{FINDER}?zweck=ideen-sammeln&wochen=5&klein=ja")
    browser_page.locator(".kompass-suggestion summary").first.click()
    assert overflow(browser_page) <= 0
    assert violations(browser_page) == []
    assert violations_in_the_dark(browser_page) == []


def test_term_opens_a_note_by_keyboard_and_escape_leads_back(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}baukasten/phasen/vorbereiten/", wait_until="networkidle")
    word = browser_page.locator("a.kompass-term").first
    word.focus()
    browser_page.keyboard.press("Enter")
    note = browser_page.locator("[data-part=note]")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport(ratio=1)
    assert len(note.locator("[data-part=definition]").inner_text()) > 20
    browser_page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    expect(word).to_be_focused()


def test_term_leads_to_its_explanation_without_script(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}baukasten/phasen/vorbereiten/")
    page.locator("a.kompass-term").first.click()
    expect(page.locator(".kompass-pageterms div:target")).to_be_in_viewport()
    context.close()


def test_cell_of_the_coverage_table_leads_to_as_many_examples(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}kompass/")
    cell = browser_page.locator(".kompass-matrix__cell", has=browser_page.locator("a[href*='beispiele']")).first
    examples = cell.locator("small").inner_text().split(" + ")[0]
    cell.locator("a").click()
    expect(browser_page.locator("[data-part=count]")).to_contain_text(f"{examples} von")
