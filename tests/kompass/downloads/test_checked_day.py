"""Every download says inside when its content was last reviewed: files get around without the page they came from."""

from __future__ import annotations

import io
import json
import re
import zipfile

import pytest

from kompass.catalogue import Catalogue
from kompass.downloads.library import Library
from kompass.export import export_file
from kompass.model import FILES, DataFile
from tests.kompass.downloads.pdf_text import page_texts

STAND = re.compile(r"Stand:? *(\d\d\.\d\d\.\d{4})")


def texts_in(content: bytes) -> str:
    """Return the text of all parts of an office file, without the marks."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith((".xml", ".txt"))]
    return re.sub(r"<[^>]+>", "", " ".join(parts))


def days(catalogue: Catalogue) -> set[str]:
    return {f"{record.checked:%d.%m.%Y}" for kind in catalogue.records for record in catalogue.all(kind)}


def test_word_file_says_when_it_was_checked(docx_path: str, library: Library, catalogue: Catalogue) -> None:
    assert set(STAND.findall(texts_in(library.files[docx_path]))) & days(catalogue)


def test_open_text_says_when_it_was_checked(odt_path: str, library: Library, catalogue: Catalogue) -> None:
    assert set(STAND.findall(texts_in(library.files[odt_path]))) & days(catalogue)


def test_excel_file_says_when_it_was_checked(xlsx_path: str, library: Library, catalogue: Catalogue) -> None:
    assert set(STAND.findall(texts_in(library.files[xlsx_path]))) & days(catalogue)


def test_open_spreadsheet_says_when_it_was_checked(ods_path: str, library: Library, catalogue: Catalogue) -> None:
    assert set(STAND.findall(texts_in(library.files[ods_path]))) & days(catalogue)


def test_pdf_says_when_it_was_checked(pdf_path: str, library: Library, catalogue: Catalogue) -> None:
    pages = page_texts(library.files[pdf_path])
    text = " ".join([*pages[:2], pages[-1]])
    assert any(day in text for day in days(catalogue))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_data_file_says_when_each_record_was_checked(file: DataFile, catalogue: Catalogue) -> None:
    records = json.loads(export_file(catalogue, file))["records"]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", record["checked"]) for found in records.values() for record in found)
