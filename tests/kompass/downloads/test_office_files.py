"""Every office file opens again, and is what it says: language, title, author, styles, fields, no macros, nothing personal."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import openpyxl
import pytest
from lxml import etree
from odfdo import Document

from kompass.catalogue import Catalogue
from kompass.downloads.library import Library

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AUTHOR = "Kompass & Baukasten"
UNNUMBERED = {"Kompass Überschrift ohne Nummer": 1, "Kompass Zwischentitel": 2}
ON_ONE_PAGE = {"Balkenplan", "Finanzplan", "Anlage zur Vorlage"}


def test_word_file_opens_with_title_author_and_language(docx_path: str, library: Library) -> None:
    found = docx.Document(io.BytesIO(library.files[docx_path])).core_properties
    assert found.title
    assert (found.author, found.last_modified_by, found.language) == (AUTHOR, AUTHOR, "de-DE")


def test_word_file_is_set_in_german_arial(docx_path: str, library: Library) -> None:
    styles = part(library, docx_path, "word/styles.xml").find(f"{W}docDefaults")
    assert styles.find(f".//{W}lang").get(f"{W}val") == "de-DE"
    assert styles.find(f".//{W}rFonts").get(f"{W}ascii") == "Arial"


def test_word_file_has_title_and_headings_as_styles(docx_path: str, library: Library) -> None:
    names = [paragraph.style.name for paragraph in docx.Document(io.BytesIO(library.files[docx_path])).paragraphs]
    assert names.count("Title") == 1
    assert "Heading 1" in names
    headings = [name for name in names if name.startswith("Heading ") or name in UNNUMBERED]
    levels = [UNNUMBERED.get(name) or int(name[-1]) for name in headings]
    assert all(later - earlier <= 1 for earlier, later in zip([0, *levels], levels, strict=False))


def test_every_style_used_in_a_word_file_exists(docx_path: str, library: Library) -> None:
    known = {style.get(f"{W}styleId") for style in part(library, docx_path, "word/styles.xml").iter(f"{W}style")}
    for name in ("document", "header1", "footer1"):
        root = part(library, docx_path, f"word/{name}.xml")
        used = {mark.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for mark in root.iter(f"{W}{kind}")}
        assert used <= known


def test_table_heads_of_a_word_file_are_repeated(docx_path: str, library: Library) -> None:
    for table in part(library, docx_path, "word/document.xml").iter(f"{W}tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val")
        if style == "KompassTable":
            assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_content_controls_of_a_word_file_have_distinct_numbers(docx_path: str, library: Library) -> None:
    found = [number.get(f"{W}val") for number in part(library, docx_path, "word/document.xml").iter(f"{W}id")]
    assert len(found) == len(set(found))


def test_content_controls_have_the_names_of_the_fields(catalogue: Catalogue, library: Library) -> None:
    for template in catalogue.all("template"):
        if template.form == "text":
            root = part(library, f"downloads/{template.id}/{template.id}.docx", "word/document.xml")
            tags = {tag.get(f"{W}val") for tag in root.iter(f"{W}tag")}
            assert {field.id for section in template.sections for field in section.fields} <= tags


def test_last_line_of_a_word_file_says_where_it_comes_from(docx_path: str, library: Library) -> None:
    last = part(library, docx_path, "word/document.xml").findall(f"{W}body/{W}p")[-1]
    assert re.search(r"Fassung \d+\.\d+, Stand \d\d\.\d\d\.\d{4}, CC BY 4\.0", "".join(last.itertext()))


def test_head_and_foot_of_a_form_belong_to_the_town(catalogue: Catalogue, library: Library) -> None:
    for template in catalogue.all("template"):
        if template.form == "text":
            parts = zipped(library, f"downloads/{template.id}/{template.id}.docx")
            frame = (parts["word/header1.xml"] + parts["word/footer1.xml"]).decode()
            assert "Kompass" not in frame.replace("urn:kompass", "")
            assert "Name Ihrer Kommune" in frame


def test_word_file_names_its_page(docx_path: str, library: Library) -> None:
    assert b'TargetMode="External"' in zipped(library, docx_path)["word/_rels/document.xml.rels"]


def test_opendocument_text_opens_with_title_and_headings(odt_path: str, library: Library) -> None:
    document = Document(io.BytesIO(library.files[odt_path]))
    assert document.meta.title
    assert document.meta.creator == AUTHOR
    assert document.body.get_headers()


def test_opendocument_spreadsheet_opens_with_all_sheets(ods_path: str, library: Library) -> None:
    document = Document(io.BytesIO(library.files[ods_path]))
    names = [table.name for table in document.body.tables]
    excel = openpyxl.load_workbook(io.BytesIO(library.files[ods_path.replace(".ods", ".xlsx")]))
    assert names == excel.sheetnames


def test_excel_file_opens_with_title_and_author(xlsx_path: str, library: Library) -> None:
    found = openpyxl.load_workbook(io.BytesIO(library.files[xlsx_path])).properties
    assert found.title
    assert (found.creator, found.language) == (AUTHOR, "de-DE")


def test_excel_sheets_print_on_one_page_width_with_heads(xlsx_path: str, library: Library) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(library.files[xlsx_path])).worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in {None, 1}  # 1 is what the format takes where nothing is written
        assert (sheet.page_setup.fitToHeight == 0) == (sheet.title not in ON_ONE_PAGE)
        assert "CC BY 4.0" in sheet.oddFooter.left.text
        if sheet.tables:
            assert sheet.print_title_rows


def test_names_in_an_excel_file_lead_to_cells(xlsx_path: str, library: Library) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(library.files[xlsx_path]))
    assert workbook.defined_names
    for name in workbook.defined_names.values():
        for sheet, area in name.destinations:
            assert workbook[sheet][area.replace("$", "")]


def test_choices_in_an_excel_file_are_checked_against_a_list(catalogue: Catalogue, library: Library) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(library.files["downloads/finanz-und-personalplan/finanz-und-personalplan.xlsx"]))
    checks = workbook["Kosten"].data_validations.dataValidation
    lists = [check.formula1 for check in checks if check.type == "list"]
    assert len(lists) == 2
    assert all(name.lstrip("=") in workbook.defined_names for name in lists)


def test_formulas_carry_their_results(library: Library) -> None:
    path = "downloads/finanz-und-personalplan/finanz-und-personalplan-beispiel.xlsx"
    shown = openpyxl.load_workbook(io.BytesIO(library.files[path]), data_only=True)
    written = openpyxl.load_workbook(io.BytesIO(library.files[path]))
    place = written.defined_names["eigen_gesamt"].attr_text.rsplit("!", 1)[1].replace("$", "")
    assert str(written["Finanzplanung"][place].value).startswith("=")
    assert shown["Finanzplanung"][place].value == 508_900


def test_gantt_chart_of_the_work_plan_follows_its_dates(library: Library) -> None:
    path = "downloads/zeit-und-arbeitsplan/zeit-und-arbeitsplan-beispiel.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(library.files[path]))["Balkenplan"]
    bars = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and "EDATE" in cell.value]
    assert len(bars) > 100
    assert sheet.conditional_formatting


@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx", "ods"])
def test_office_files_hold_no_macros_and_nothing_personal(kind: str, library: Library) -> None:
    for path in library.files:
        if path.endswith(f".{kind}"):
            parts = zipped(library, path)
            assert not [name for name in parts if "vba" in name.lower() or "Basic/" in name or "Scripts/" in name]
            assert all(
                b"root" not in parts[name] for name in ("docProps/core.xml", "docProps/app.xml", "meta.xml") if name in parts
            )


@pytest.mark.parametrize("kind", ["docx", "odt", "xlsx", "ods"])
def test_parts_of_office_files_have_a_fixed_date(kind: str, library: Library) -> None:
    for path, data in library.files.items():
        if path.endswith(f".{kind}"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_mimetype_of_opendocument_comes_first_and_is_not_compressed(odt_path: str, library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(library.files[odt_path])) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def part(library: Library, path: str, name: str) -> etree._Element:
    return etree.fromstring(zipped(library, path)[name])


def zipped(library: Library, path: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(library.files[path])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
