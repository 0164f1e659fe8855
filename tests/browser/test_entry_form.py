"""A person without Git writes an entry in the form: it helps, it never loses anything, and what it writes passes the check."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.telling.report import errors, format_text
from tests.browser.access import overflow, violations, violations_in_the_dark

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
TERM = {
    "title": "Bürgerkoffer",
    "definition": "Ein tragbares Gerät, mit dem das Bürgerbüro zu den Menschen kommt: Anträge, Unterschrift, Bezahlen.",
    "note": "Fragen Sie den Kreis, ob er einen verleiht.",
}


@pytest.fixture
def form(browser: Browser, site_url: str) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="de-DE", permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"{site_url}mitmachen/eintrag/")
    expect(page.get_by_label("Was möchten Sie eintragen?")).to_be_visible()
    yield page
    context.close()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "data", today=TODAY).catalogue


def choose(page: Page, kind: str) -> None:
    page.get_by_label("Was möchten Sie eintragen?").select_option(kind)


def write_term(page: Page) -> None:
    choose(page, "term")
    page.get_by_role("textbox", name="Überschrift").fill(TERM["title"])
    page.get_by_role("textbox", name="Erklärung").fill(TERM["definition"])
    page.get_by_role("textbox", name="Hinweis für Kommunen").fill(TERM["note"])
    page.get_by_role("combobox", name="Gruppe").select_option(label="Technik")
    page.get_by_role("textbox", name="Andere Wörter").fill("mobiles Bürgerbüro\nKoffer")
    page.get_by_role("textbox", name="Titel der Quelle").fill('Bericht: „Das Rathaus kommt"')
    page.get_by_role("textbox", name="Adresse (URL)").fill("https://www.example.org/koffer")
    page.get_by_role("textbox", name="Geprüft am").fill("2026-11-22")


def written(page: Page) -> str:
    return page.locator("[data-part=yaml]").text_content() or ""


def test_entry_written_by_hand_passes_the_check_unchanged(form: Page, tmp_path: Path):
    write_term(form)
    expect(form.locator("[data-part=state]")).to_have_text("Vollständig: Der Eintrag besteht die Prüfung.")
    shutil.copytree(ROOT / "tests/cases/valid", tmp_path / "data")
    glossary = tmp_path / "data" / "glossary.yml"
    glossary.write_text(f"{glossary.read_text(encoding='utf-8').partition(chr(10))[0]}\n{written(form)}", encoding="utf-8")
    loaded = load(tmp_path / "data", today=TODAY)
    assert not errors(loaded), format_text(loaded)
    term = loaded.catalogue.get("term", "buergerkoffer")
    assert (term.title, term.definition, term.note) == tuple(TERM.values())
    assert term.synonyms == ("mobiles Bürgerbüro", "Koffer")


def test_id_follows_the_title_until_it_is_written_by_hand(form: Page):
    choose(form, "term")
    form.get_by_role("textbox", name="Überschrift").fill("Straßen & Öffis")
    expect(form.get_by_role("textbox", name="Kennung", exact=True)).to_have_value("strassen-oeffis")
    form.get_by_role("textbox", name="Kennung", exact=True).fill("oeffis")
    form.get_by_role("textbox", name="Überschrift").fill("Etwas anderes")
    expect(form.get_by_role("textbox", name="Kennung", exact=True)).to_have_value("oeffis")


def test_check_counts_what_is_open_and_leads_to_it(form: Page):
    choose(form, "term")
    form.get_by_role("button", name="Alles prüfen").click()
    expect(form.locator("[data-part=state]")).to_have_text("Geprüft: Noch 5 Stellen sind offen.")
    expect(form.get_by_role("group", name="Was noch fehlt")).to_be_focused()
    form.get_by_role("button", name="Erklärung: Bitte ausfüllen.").click()
    field = form.get_by_role("textbox", name="Erklärung")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Erklärung in ein bis zwei Sätzen. Bitte ausfüllen.")


def test_nothing_is_called_wrong_before_the_field_was_left(form: Page):
    choose(form, "term")
    title = form.get_by_role("textbox", name="Überschrift")
    title.press_sequentially("X")
    expect(form.locator(".has-problem")).to_have_count(0)
    title.press("Tab")
    expect(form.locator(".has-problem")).to_contain_text("mindestens 2 sind nötig")


def test_title_that_exists_is_pointed_out(form: Page, catalogue: Catalogue):
    choose(form, "term")
    title = form.get_by_role("textbox", name="Überschrift")
    title.fill(catalogue.all("term")[0].title.upper())
    title.press("Tab")
    expect(form.locator("[data-field=id]")).to_contain_text("gibt es schon")
    form.get_by_role("textbox", name="Kennung", exact=True).fill("anders")
    expect(form.locator("[data-field=title]").first).to_contain_text("trägt schon ein anderer Eintrag")


@pytest.mark.parametrize(
    "kind", ["example", "term", "question", "measure", "method", "guideline", "checklist_item", "action_field"]
)
def test_existing_entry_is_loaded_whole_and_stays_as_it_is(form: Page, site_url: str, catalogue: Catalogue, kind: str):
    record = catalogue.all(kind)[-1]
    form.goto(f"{site_url}mitmachen/eintrag/?art={kind}&id={record.id}")
    expect(form.locator("[data-part=notice]")).to_contain_text(record.title)
    expect(form.locator("[data-part=state]")).to_have_text("Vollständig: Der Eintrag besteht die Prüfung.")
    again = yaml.safe_load(written(form))[0]
    again["checked"] = again["checked"].isoformat()
    expected = type(record).model_validate(_days_as_text(again)).model_dump()
    assert _stripped(expected) == _stripped(record.model_dump())
    expect(form.locator("[data-part=place]")).to_contain_text(f"ab Zeile {catalogue.place(kind, record.id).line}.")


def test_link_of_a_record_page_opens_the_form_with_that_record(form: Page, site_url: str):
    form.goto(f"{site_url}kompass/beispiele/barnim-barshare/")
    form.get_by_role("link", name="Im Formular öffnen").click()
    expect(form.get_by_role("textbox", name="Kennung", exact=True)).to_have_value("barnim-barshare")


def test_link_of_a_record_page_opens_its_line(form: Page, site_url: str, catalogue: Catalogue):
    form.goto(f"{site_url}kompass/beispiele/barnim-barshare/")
    line = catalogue.place("example", "barnim-barshare").line
    address = form.get_by_role("link", name="Diesen Eintrag verbessern").get_attribute("href") or ""
    assert address.endswith(f"/edit/main/data/examples.yml#L{line}")


def test_new_entry_goes_where_the_order_wants_it(form: Page, catalogue: Catalogue):
    choose(form, "example")
    records = sorted(catalogue.all("example"), key=lambda record: record.id)
    form.get_by_role("textbox", name="Kennung", exact=True).fill(records[3].id + "-a")
    line = catalogue.place("example", records[4].id).line
    expect(form.locator("[data-part=place]")).to_contain_text(f"vor Zeile {line} ein")
    assert (form.locator("[data-part=edit]").get_attribute("href") or "").endswith(f"#L{line}")


def test_suggestion_carries_the_entry(form: Page):
    write_term(form)
    query = parse_qs(urlsplit(form.locator("[data-part=issue]").get_attribute("href") or "").query)
    assert query["issue[title]"] == ["Vorschlag (Glossarbegriff): Bürgerkoffer"]
    assert written(form) in query["issue[description]"][0]


def test_entry_too_long_for_an_address_is_to_be_pasted(form: Page):
    write_term(form)
    form.get_by_role("textbox", name="Andere Wörter").fill("ein langes Wort, das es oft gibt\n" * 400)
    assert len(form.locator("[data-part=issue]").get_attribute("href") or "") < 1000
    expect(form.locator("[data-part=issue-long]")).to_be_visible()


def test_entry_is_copied_and_saved(form: Page):
    write_term(form)
    form.get_by_role("button", name="Kopieren").click()
    expect(form.locator("[data-part=done]")).to_have_text("Kopiert.")
    assert form.evaluate("navigator.clipboard.readText()") == written(form)
    with form.expect_download() as download:
        form.get_by_role("button", name="Herunterladen").click()
    assert download.value.suggested_filename == "buergerkoffer.yml"
    assert download.value.path().read_text(encoding="utf-8") == written(form)


def test_draft_survives_the_closed_page_and_can_be_dropped(form: Page):
    write_term(form)
    before = written(form)
    form.reload()
    expect(form.locator("[data-part=notice]")).to_contain_text("Ihr letzter Entwurf")
    assert written(form) == before
    form.get_by_role("button", name="Leer neu anfangen").click()
    form.reload()
    expect(form.get_by_label("Was möchten Sie eintragen?")).to_have_value("")


def test_rows_are_added_and_removed_by_keyboard(form: Page):
    choose(form, "example")
    add = form.get_by_role("button", name="Handlungsfelder: weitere Angabe")
    add.press("Enter")
    selects = form.locator("[data-field=action_fields] select")
    expect(selects).to_have_count(2)
    expect(selects.nth(1)).to_be_focused()
    selects.nth(0).select_option("mobilitaet")
    selects.nth(1).select_option("mobilitaet")
    selects.nth(1).press("Tab")
    expect(form.locator("[data-field=action_fields]")).to_contain_text("steht in dieser Liste schon")
    form.get_by_role("button", name="Handlungsfelder: diese Angabe entfernen").nth(1).press("Enter")
    expect(selects).to_have_count(1)
    expect(selects.nth(0)).to_be_focused()


def test_text_stays_text_whatever_is_entered(form: Page):
    choose(form, "term")
    form.get_by_role("textbox", name="Überschrift").fill("<img src=x onerror=alert(1)>")
    form.get_by_role("textbox", name="Überschrift").press("Tab")
    expect(form.locator("[data-field=title]").first).to_contain_text("Der Text enthält HTML: <img")
    expect(form.locator("article img")).to_have_count(0)


def test_form_opens_from_disk(browser: Browser, built_site: Path):
    page = browser.new_page()
    page.goto((built_site / "mitmachen/eintrag/index.html").as_uri())
    choose(page, "term")
    page.get_by_role("textbox", name="Überschrift").fill("Bürgerkoffer")
    expect(page.locator("[data-part=yaml]")).to_contain_text("- id: buergerkoffer")
    page.close()


def test_without_script_the_other_ways_and_all_fields_are_there(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}mitmachen/eintrag/")
    expect(page.get_by_label("Was möchten Sie eintragen?")).to_be_hidden()
    expect(page.locator("noscript a")).to_have_count(2)
    expect(page.locator("#felder-example dt").first).to_contain_text("Kennung")
    context.close()


@pytest.mark.parametrize("kind", ["example", "phase"])
def test_open_form_has_no_accessibility_violation(browser_page: Page, site_url: str, kind: str):
    browser_page.emulate_media(color_scheme="light")
    browser_page.goto(f"{site_url}mitmachen/eintrag/?art={kind}")
    browser_page.get_by_role("button", name="Alles prüfen").click()
    assert violations(browser_page) == []
    assert violations_in_the_dark(browser_page) == []


def test_open_form_is_never_wider_than_the_screen(browser_page: Page, site_url: str):
    browser_page.goto(f"{site_url}mitmachen/eintrag/?art=measure")
    browser_page.get_by_role("button", name="Alles prüfen").click()
    for width in (768, 320):
        browser_page.set_viewport_size({"width": width, "height": 800})
        assert overflow(browser_page) <= 0, width


def _days_as_text(value: object) -> object:
    if isinstance(value, dict):
        return {name: _days_as_text(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_days_as_text(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _stripped(value: object) -> object:
    if isinstance(value, dict):
        return {name: _stripped(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_stripped(inner) for inner in value]
    return value.strip() if isinstance(value, str) else value
