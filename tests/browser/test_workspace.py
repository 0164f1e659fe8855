""" "Meine Strategie" in a real Chromium: what is entered stays, files are read and refused, several states live side by side."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import overflow, violations, violations_in_the_dark

HOME, START, CHECKS, RATINGS, MEASURES, PAPER = (
    f"werkzeuge/{name}" for name in ("", "fahrplan/", "checkliste/", "selbstcheck/", "steckbrief/", "strategie/")
)
PAGES = (HOME, START, CHECKS, RATINGS, MEASURES, PAPER)
FIRST_TICK = ".kompass-check > input"


@pytest.fixture
def page(browser_page: Page) -> Page:
    return browser_page


def open_file(page: Page, content: str | bytes, name: str = "stand.json") -> None:
    data = content if isinstance(content, bytes) else content.encode()
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})


def load_sample(page: Page, site_url: str) -> None:
    page.goto(site_url + HOME)
    page.get_by_role("button", name="Musterstadt ansehen").click()
    expect(page.locator(".kompass-workbar__state")).to_contain_text("Musterstadt (erfunden)")


def save(page: Page, folder: Path) -> Path:
    with page.expect_download() as found:
        page.locator(".kompass-workbar").get_by_role("button", name="Datei sichern").first.click()
    target = folder / found.value.suggested_filename
    found.value.save_as(target)
    return target


def test_tick_is_still_there_after_a_reload(page: Page, site_url: str):
    page.goto(site_url + CHECKS)
    page.locator(FIRST_TICK).first.check()
    page.reload()
    expect(page.locator(FIRST_TICK).first).to_be_checked()


def test_closing_in_the_middle_of_typing_loses_nothing(page: Page, site_url: str):
    page.goto(site_url + START)
    page.get_by_label("Stunden in der Woche").press_sequentially("4 Std")
    page.goto(site_url + CHECKS)
    page.goto(site_url + START)
    expect(page.get_by_label("Stunden in der Woche")).to_have_value("4 Std")


def test_chosen_municipality_brings_its_inhabitants(page: Page, site_url: str):
    page.goto(site_url + START)
    page.get_by_label("Ihre Kommune").fill("Wandlitz")
    expect(page.get_by_label("Einwohner:innen")).to_have_value("24.503")
    page.get_by_label("Stunden in der Woche").fill("8")
    expect(page.locator("[data-part=sum]")).to_contain_text("Personentage mit 8 Stunden in der Woche")
    page.get_by_label("Wunschtermin für den Beschluss").fill("01.01.2020")
    expect(page.locator("[data-part=wish]")).to_contain_text("So wird es nicht reichen")


def test_unclear_value_is_asked_back_and_kept(page: Page, site_url: str):
    page.goto(site_url + START)
    page.get_by_label("Stunden in der Woche").fill("wenn Zeit ist")
    expect(page.get_by_text("Wie viele Stunden sind das?")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Stunden in der Woche")).to_have_value("wenn Zeit ist")


def test_other_tab_sees_the_change_and_the_field_in_use_is_left_alone(page: Page, site_url: str):
    page.goto(site_url + START)
    other = page.context.new_page()
    other.goto(site_url + START)
    page.get_by_label("Stunden in der Woche").fill("4")
    expect(other.get_by_label("Stunden in der Woche")).to_have_value("4")
    other.get_by_label("Einwohner:innen").focus()
    page.get_by_label("Einwohner:innen").fill("8.000")
    page.wait_for_timeout(700)
    expect(other.get_by_label("Einwohner:innen")).to_have_value("")


def test_sample_fills_all_pages_and_leaves_the_own_state_alone(page: Page, site_url: str):
    page.goto(site_url + START)
    page.get_by_label("Ihre Kommune").fill("Amt Musterland")
    load_sample(page, site_url)
    page.goto(site_url + MEASURES)
    expect(page.locator("[data-part=sums]")).to_contain_text("9 Maßnahmen, zusammen 436.500 € einmalig")
    page.goto(site_url + HOME)
    page.get_by_role("button", name="Amt Musterland", exact=True).click()
    expect(page.get_by_label("Ihre Kommune")).to_have_value("Amt Musterland")


def test_saved_file_opens_again_and_merging_it_adds_nothing(page: Page, site_url: str, tmp_path: Path):
    load_sample(page, site_url)
    path = save(page, tmp_path)
    assert path.name.startswith("meine-strategie_musterstadt-an-der-havel_")
    kept = json.loads(path.read_text(encoding="utf-8"))
    open_file(page, path.read_bytes(), "anders.txt")
    expect(page.locator("[data-part=offer-counts]")).to_contain_text("0 nur in der Datei, 0 nur hier, 0 verschieden")
    page.get_by_role("button", name="Zusammenführen").click()
    again = json.loads(save(page, tmp_path).read_text(encoding="utf-8"))
    assert again["entries"] == kept["entries"]


def test_different_versions_stand_side_by_side_until_somebody_decides(page: Page, site_url: str, tmp_path: Path):
    load_sample(page, site_url)
    file = json.loads(save(page, tmp_path).read_text(encoding="utf-8"))
    next(entry for entry in file["entries"] if entry["kind"] == "measure")["owner"] = "Bauamt"
    open_file(page, json.dumps(file))
    expect(page.locator("[data-part=conflicts] li")).to_have_count(1)
    page.locator("[data-part=conflicts] input[value=theirs]").check()
    page.get_by_role("button", name="Zusammenführen").click()
    page.goto(site_url + MEASURES)
    expect(page.locator("[data-field=owner]").first).to_have_value("Bauamt")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Diese Datei ist leer"),
        (b"<html><script>alert(1)</script>", "nicht mit „Meine Strategie“ gesichert"),
        (b'{"format":"kompass-meine-strategie","version":1', "Diese Datei ist beschädigt"),
        (b'{"format":"kompass-meine-strategie","version":99,"workspace":"a","entries":[]}', "neuere Ausgabe"),
        (b"PK\x03\x04 kein Archiv", "Diese Datei ist beschädigt"),
        (b" " * (5 * 1024 * 1024 + 1), "größer als 5 MB"),
    ],
)
def test_refused_file_is_explained_and_changes_nothing(page: Page, site_url: str, content: bytes, said: str):
    page.goto(site_url + HOME)
    page.get_by_label("Ihre Kommune").fill("Musterdorf")
    open_file(page, content)
    expect(page.locator("[data-part=status]").last).to_contain_text(said)
    expect(page.get_by_label("Ihre Kommune")).to_have_value("Musterdorf")


def test_hostile_text_from_a_file_stays_text_on_every_page(page: Page, site_url: str, tmp_path: Path):
    load_sample(page, site_url)
    file = json.loads(save(page, tmp_path).read_text(encoding="utf-8"))
    bad = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{7*7}}'
    file |= {"workspace": "feindlich", "place": bad}
    for entry in file["entries"]:
        entry |= {name: bad for name in ("title", "text", "owner", "indicator", "reason") if name in entry}
    open_file(page, json.dumps(file))
    page.get_by_role("button", name="Daneben öffnen").click()
    for place in PAGES:
        page.goto(site_url + place)
        page.wait_for_timeout(150)
        assert page.evaluate("window.hacked") is None


def test_forbidden_storage_is_told(browser: Browser, site_url: str):
    context = browser.new_context()
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };")
    page = context.new_page()
    page.goto(site_url + CHECKS)
    page.locator(FIRST_TICK).first.check()
    expect(page.get_by_text("Dieser Browser merkt sich hier nichts")).to_be_visible()
    context.close()


def test_measure_from_a_profile_is_filled_moved_and_removed_by_keyboard(page: Page, site_url: str):
    page.goto(site_url + MEASURES)
    page.get_by_label("Aus einem Muster-Steckbrief").select_option("rufbus-mit-digitaler-buchung")
    page.get_by_role("button", name="Muster übernehmen").press("Enter")
    expect(page.locator("[data-field=title]")).to_be_focused()
    expect(page.locator("[data-field=title]")).to_have_value("Rufbus mit digitaler Buchung")
    page.get_by_role("button", name="löschen").press("Enter")
    expect(page.locator("[data-field=title]")).to_have_count(0)
    page.locator(".kompass-workbar").get_by_role("button", name="Rückgängig").press("Enter")
    expect(page.locator("[data-field=title]")).to_have_value("Rufbus mit digitaler Buchung")


def test_profile_is_taken_over_from_its_own_page(page: Page, site_url: str):
    page.goto(site_url + "baukasten/massnahmen/rufbus-mit-digitaler-buchung/")
    page.get_by_role("link", name="In Meine Strategie übernehmen").click()
    expect(page.get_by_role("button", name="Muster übernehmen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-field=title]")).to_have_value("Rufbus mit digitaler Buchung")


def test_three_answers_show_their_spread(page: Page, site_url: str):
    page.goto(site_url + RATINGS)
    for role, level in (("Verwaltung", "1"), ("Politik", "3"), ("von außen", "2")):
        page.get_by_label("Wer antwortet?").select_option(role)
        page.locator(f".kompass-statement >> nth=0 >> input[value='{level}']").check()
    row = page.locator("[data-part=rows] tr")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Verwaltung: Stufe 1 · Politik: Stufe 3 · von außen: Stufe 2")
    expect(row).to_contain_text("gehen auseinander")


def test_roter_faden_names_what_is_missing_and_leads_there(page: Page, site_url: str):
    page.goto(site_url + MEASURES)
    page.get_by_role("button", name="Leere Maßnahme").click()
    page.locator("[data-field=title]").fill("Rufbus")
    page.goto(site_url + PAPER)
    found = page.locator("[data-part=findings] li", has_text="Eine Maßnahme hat keine Federführung")
    expect(found).to_contain_text("Rufbus")
    assert found.get_by_role("link").first.evaluate("link => link.href").endswith("/werkzeuge/steckbrief/")


def test_council_package_holds_the_data_and_word_files_that_open(page: Page, site_url: str, tmp_path: Path):
    load_sample(page, site_url)
    page.goto(site_url + PAPER)
    with page.expect_download() as found:
        page.get_by_role("button", name="Paket für die Vertretung").click()
    found.value.save_as(tmp_path / "paket.zip")
    with zipfile.ZipFile(tmp_path / "paket.zip") as archive:
        words = [name for name in archive.namelist() if name.endswith(".docx")]
        papers = {name: docx.Document(io.BytesIO(archive.read(name))) for name in words}
        (data,) = (json.loads(archive.read(name)) for name in archive.namelist() if name.endswith(".json"))
    assert sorted(papers) == [
        "Beschlussvorlage.docx",
        "Digitalstrategie-kurz.docx",
        "Sprechzettel.docx",
        "Stand-auf-einer-Seite.docx",
    ]
    measures = [entry["title"] for entry in data["entries"] if entry["kind"] == "measure"]
    rows = [row.cells[0].text for row in papers["Beschlussvorlage.docx"].tables[0].rows]
    assert rows[1:] == measures
    strategy = [paragraph.text for paragraph in papers["Digitalstrategie-kurz.docx"].paragraphs]
    assert "Digitalstrategie Musterstadt an der Havel" in strategy
    assert "[noch offen]" in strategy


def test_hostile_text_in_a_paper_is_text(page: Page, site_url: str, tmp_path: Path):
    page.goto(site_url + START)
    page.get_by_label("Ihre Kommune").fill("Amt <w:p/> & \u0007 Co")
    page.get_by_label("Einwohner:innen").fill("8.000")
    page.get_by_label("Stunden in der Woche").fill("4")
    with page.expect_download() as found:
        page.get_by_role("button", name="Auftrag auf einer Seite").click()
    found.value.save_as(tmp_path / "auftrag.zip")
    with zipfile.ZipFile(tmp_path / "auftrag.zip") as archive:
        paper = docx.Document(io.BytesIO(archive.read("Auftrag.docx")))
    assert paper.paragraphs[0].text == "Auftrag: Digitalstrategie für Amt <w:p/> &  Co"


@pytest.mark.parametrize("place", PAGES)
def test_filled_page_is_accessible_and_fits_a_phone(page: Page, site_url: str, place: str):
    load_sample(page, site_url)
    page.goto(site_url + place)
    for details in page.locator("article details").all():
        details.evaluate("element => (element.open = true)")
    assert violations(page) == []
    assert violations_in_the_dark(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert overflow(page) <= 0
