"""What people read in a table is whole: no word is broken, no sum is dead, no guidance stands outside its style."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from kompass.catalogue import Catalogue
from kompass.downloads import letters
from kompass.downloads.bound import printed
from kompass.downloads.from_template import outline
from kompass.downloads.library import Library
from kompass.downloads.opentext.frame import without_guidance as hidden_in_odt
from kompass.downloads.outline import Grid
from kompass.downloads.word.styles import GUIDANCE, without_guidance
from kompass.downloads.word.tables import PADDING

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def word(library: Library, path: str, part: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(library.files[path])) as archive:
        return etree.fromstring(archive.read(part))


def cells_of_sheets(root: Any) -> Iterator[Any]:
    for table in root.iter(f"{W}tbl"):
        if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "KompassTable":
            yield from table.iter(f"{W}tc")


def test_no_word_of_a_table_is_broken(docx_path: str, library: Library) -> None:
    styles = word(library, docx_path, "word/styles.xml")
    usual = int(styles.find(f"{W}style[@{W}styleId='KompassCell']/{W}rPr/{W}sz").get(f"{W}val")) / 2
    broken = []
    for cell in cells_of_sheets(word(library, docx_path)):
        room = (int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) - 2 * PADDING) / 20
        for run in cell.iter(f"{W}r"):
            own = run.find(f"{W}rPr/{W}sz")
            size = int(own.get(f"{W}val")) / 2 if own is not None else usual
            text = "".join(part.text or "" for part in run.iter(f"{W}t"))
            is_bold = run.find(f"{W}rPr/{W}b") is not None
            broken += [text] if letters.longest_word(text, size, bold=is_bold) > room else []
    assert broken == []


def test_no_empty_form_shows_a_sum_that_nobody_has_worked_out(catalogue: Catalogue, library: Library) -> None:
    seen = 0
    for template in catalogue.all("template"):
        if template.form != "text":
            continue
        document = outline(template, "https://x.example/", is_example=False)
        grids = [block for chapter in document.chapters for block in chapter.blocks if isinstance(block, Grid)]
        wanted = sum(bool(column.footer) for grid in grids for column in grid.columns)
        root = word(library, f"downloads/{template.id}/{template.id}.docx")
        codes = [code.text for code in root.iter(f"{W}instrText") if re.match(r" =\w+\(ABOVE\)", code.text)]
        assert len(codes) == wanted, template.id
        with zipfile.ZipFile(io.BytesIO(library.files[f"downloads/{template.id}/{template.id}.odt"])) as archive:
            content = etree.fromstring(archive.read("content.xml"))
        assert len([cell for cell in content.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")]) == wanted
        seen += wanted
    assert seen > 20


def test_sums_of_an_example_are_worked_out(library: Library) -> None:
    root = word(library, "downloads/beschlussvorlage/beschlussvorlage-beispiel.docx")
    assert "436.500\u00a0€" in "".join(root.itertext()).replace("436.500 €", "436.500\u00a0€")


def test_tags_of_a_word_file_are_unlike(docx_path: str, library: Library) -> None:
    root = word(library, docx_path)
    tags = [
        control.find(f"{W}tag").get(f"{W}val") for control in root.iter(f"{W}sdtPr") if control.find(f"{W}dataBinding") is None
    ]
    assert sorted(tags) == sorted(set(tags))


def test_an_example_keeps_its_lists_and_days(library: Library) -> None:
    root = word(library, "downloads/beschlussvorlage/beschlussvorlage-beispiel.docx")
    assert len(list(root.iter(f"{W}dropDownList"))) >= 6
    assert len(list(root.iter(f"{W}date"))) >= 5


def test_one_change_of_style_hides_all_guidance_of_word(library: Library) -> None:
    styles = word(library, "downloads/swot/swot.docx", "word/styles.xml")
    hidden = etree.fromstring(without_guidance(etree.tostring(styles)))
    assert [style.get(f"{W}styleId") for style in hidden.iter(f"{W}style") if style.find(f"{W}rPr/{W}vanish") is not None] == [
        GUIDANCE
    ]
    based = {style.get(f"{W}styleId") for style in hidden.iter(f"{W}style") if based_on(style) == GUIDANCE}
    assert based == {"KompassHelp", "KompassIntro"}


def based_on(style: Any) -> str:
    found = style.find(f"{W}basedOn")
    return "" if found is None else found.get(f"{W}val")


def test_one_change_of_style_hides_all_guidance_of_opendocument(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(library.files["downloads/swot/swot.odt"])) as archive:
        styles = archive.read("styles.xml")
    assert hidden_in_odt(styles).count(b'text:display="none"') == 1
    assert b'text:display="none"' not in styles


def test_nothing_of_ours_stands_in_a_form_outside_guidance_and_source(catalogue: Catalogue, library: Library) -> None:
    for template in catalogue.all("template"):
        if template.form == "text":
            lines = word(library, f"downloads/{template.id}/{template.id}.docx").findall(f"{W}body/{W}p")
            ours = [line for line in lines if "Kompass & Baukasten" in "".join(line.itertext())]
            styles = [line.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for line in ours]
            assert styles == ["KompassIntro", "KompassSource"], template.id


def test_reviewers_keep_their_names(docx_path: str, library: Library) -> None:
    assert word(library, docx_path, "word/settings.xml").find(f"{W}removePersonalInformation") is None


def test_town_is_typed_once_and_shown_in_head_and_text(library: Library) -> None:
    path = "downloads/beschlussvorlage/beschlussvorlage.docx"
    places = [part for part in ("document", "header1") for _ in bindings(word(library, path, f"word/{part}.xml"), "kommune")]
    assert places == ["document", "document", "header1"]


def bindings(root: Any, name: str) -> list[Any]:
    return [one for one in root.iter(f"{W}dataBinding") if one.get(f"{W}xpath") == f"/k:angaben/k:{name}"]


def test_print_asks_for_the_town_in_brackets() -> None:
    assert printed("Strategie {kommune} {2030}") == "Strategie [Name Ihrer Kommune] {2030}"
