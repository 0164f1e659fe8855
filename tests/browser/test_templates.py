"""The templates in a real Chromium: one file per program, the name of the municipality in it, nothing lost where that fails."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.access import overflow, violations, violations_in_the_dark

TEMPLATES, MEASURE = "baukasten/vorlagen/", "baukasten/massnahmen/rufbus-mit-digitaler-buchung/"
TOWN = 'Groß Köris & <Schwerin> "am See"'
FILE = "a[href$='beschlussvorlage.docx']"
WATCH = """
globalThis.moved = 0;
const add = (list) => list.getEntries().forEach((shift) => shift.hadRecentInput || (globalThis.moved += shift.value));
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def page(browser_page: Page) -> Page:
    return browser_page


def shown(page: Page, template: str) -> list[str]:
    """Return the file types that the page offers of a template, empty and as an example."""
    return page.locator(f"#{template} .kompass-format:visible .kompass-format__type").all_inner_texts()


def choose(page: Page, name: str) -> None:
    page.get_by_role("radio", name=name).check()


def fetch(page: Page, selector: str, folder: Path) -> Path:
    with page.expect_download() as found:
        page.locator(selector).first.click()
    target = folder / found.value.suggested_filename
    found.value.save_as(target)
    return target


def test_one_file_each_for_the_chosen_program_and_the_others_behind_a_button(page: Page, site_url: str):
    page.goto(site_url + TEMPLATES)
    assert shown(page, "swot") == ["DOCX", "ODT", "PDF"] * 2
    choose(page, "LibreOffice")
    assert shown(page, "swot") == ["ODT"] * 2
    assert shown(page, "indikatoren-set") == ["ODS"] * 2
    page.locator("#swot").get_by_role("button", name="weitere Formate").first.click()
    assert shown(page, "swot") == ["DOCX", "ODT", "PDF", "ODT"]


def test_choice_holds_after_a_reload_on_packages_and_measures_and_can_be_taken_back(page: Page, site_url: str):
    page.goto(site_url + TEMPLATES)
    choose(page, "Word und Excel")
    page.reload()
    assert shown(page, "swot") == ["DOCX"] * 2
    assert page.locator("#paket-beschluss a:visible").count() == 1
    page.goto(site_url + MEASURE)
    kinds = [
        address.rsplit(".")[-1]
        for address in page.locator(".kompass-by-office a:visible").evaluate_all("all => all.map((one) => one.href)")
    ]
    assert kinds == ["docx", "docx", "pdf"]
    page.goto(site_url + TEMPLATES)
    choose(page, "alle Formate zeigen")
    assert page.evaluate("localStorage.getItem('kompass-vorlagen-programm')") is None
    assert shown(page, "swot") == ["DOCX", "ODT", "PDF"] * 2


def test_word_file_holds_the_name_typed_on_the_page(page: Page, site_url: str, tmp_path: Path):
    page.goto(site_url + TEMPLATES)
    page.get_by_label("Name Ihrer Kommune").fill(TOWN)
    path = fetch(page, FILE, tmp_path)
    assert path.name == "beschlussvorlage_gross-koeris-schwerin-am-see.docx"
    document = docx.Document(str(path))
    header = "".join(document.sections[0].header.part.element.itertext())
    text = "".join(document.element.body.itertext())
    data = next(part.blob.decode() for part in document.part.package.iter_parts() if part.partname == "/customXml/item1.xml")
    assert TOWN in header
    assert text.count(TOWN) >= 2
    assert "Name Ihrer Kommune" not in header + text
    assert "<kommune>Groß Köris &amp; &lt;Schwerin&gt;" in data
    expect(page.locator(".kompass-office__status")).to_contain_text("ist eingetragen")


def test_open_text_and_package_hold_the_name_too(page: Page, site_url: str, tmp_path: Path):
    page.goto(site_url + TEMPLATES)
    page.get_by_label("Name Ihrer Kommune").fill("Altdorf")
    with zipfile.ZipFile(fetch(page, "a[href$='beschlussvorlage.odt']", tmp_path)) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert b'office:string-value="Altdorf"' in archive.read("content.xml")
    with zipfile.ZipFile(fetch(page, "a[href$='paket-beschluss-microsoft.zip']", tmp_path)) as archive:
        filled = docx.Document(io.BytesIO(archive.read("Kurzfassung für die Gemeindevertretung.docx")))
        assert "Altdorf" in "".join(filled.sections[0].header.part.element.itertext())
        example = archive.read("Beschlussvorlage (Beispiel Musterstadt).docx")
        assert "Altdorf" not in "".join(docx.Document(io.BytesIO(example)).element.body.itertext())


def test_file_comes_as_it_is_where_it_cannot_be_filled(page: Page, site_url: str, built_site: Path, tmp_path: Path):
    page.goto(site_url + TEMPLATES)
    page.get_by_label("Name Ihrer Kommune").fill("Altdorf")
    page.route(
        "**/beschlussvorlage.docx", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    path = fetch(page, FILE, tmp_path)
    assert path.name == "beschlussvorlage.docx"
    assert path.read_bytes() == (built_site / "downloads/beschlussvorlage/beschlussvorlage.docx").read_bytes()
    expect(page.locator(".kompass-office__status")).to_contain_text("ohne ihn")


def test_name_comes_from_my_strategy_but_never_that_of_the_invented_town(page: Page, site_url: str):
    page.goto(site_url + TEMPLATES)
    for is_sample, value in ((False, "Lychen"), (True, "")):
        row = {"id": "a", "place": "Lychen", "isSample": is_sample}
        kept = json.dumps({"active": "a", "workspaces": [row]})
        page.evaluate("(kept) => localStorage.setItem('kompass-meine-strategie', kept)", kept)
        page.reload()
        expect(page.get_by_label("Name Ihrer Kommune")).to_have_value(value)


@pytest.mark.parametrize("place", [TEMPLATES, MEASURE])
def test_chosen_program_moves_nothing_and_shuts_nobody_out(browser: Browser, site_url: str, place: str):
    context = browser.new_context(viewport={"width": 360, "height": 800}, locale="de-DE")
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('kompass-vorlagen-programm', 'libreoffice');{WATCH}")
    page.goto(site_url + place, wait_until="networkidle")
    assert page.evaluate("globalThis.moved") <= 0.01
    assert violations(page) == []
    assert violations_in_the_dark(page) == []
    assert overflow(page) <= 0
    context.close()


def test_all_formats_are_there_without_script(browser: Browser, site_url: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + TEMPLATES)
    assert shown(page, "swot") == ["DOCX", "ODT", "PDF"] * 2
    assert page.get_by_text("Womit arbeiten Sie?").is_hidden()
    assert page.get_by_role("button", name="weitere Formate").count() == 0
    context.close()
