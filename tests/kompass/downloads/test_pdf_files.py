"""Every PDF file is tagged, speaks German, has its title, and embeds its fonts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pypdf.generic
import pytest

from kompass.catalogue import Catalogue
from kompass.downloads.library import HANDBOOK, Library
from tests.kompass.downloads.pdf_text import page_texts


def read(library: Library, path: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(library.files[path]))


def test_pdf_is_accessible_by_its_own_word(pdf_path: str, library: Library) -> None:
    reader = read(library, pdf_path)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de-DE"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_pdf_has_title_and_author(pdf_path: str, library: Library) -> None:
    found = read(library, pdf_path).metadata
    assert found is not None
    assert found.title
    assert found.author == "Kompass & Baukasten"


def test_every_table_of_a_pdf_has_head_cells(pdf_path: str, library: Library) -> None:
    tables = [found for found in marks(read(library, pdf_path)) if found.get("/S") == "/Table"]
    assert all("/TH" in {inner.get("/S") for inner in below(table)} for table in tables)


def marks(reader: pypdf.PdfReader) -> Iterator[Any]:
    """Yield all elements of the structure that screen readers follow."""
    root: Any = reader.trailer["/Root"]
    yield from below(root["/StructTreeRoot"])


def below(mark: Any) -> Iterator[Any]:
    """Yield the elements below one, at any depth."""
    waiting = [mark]
    while waiting:
        kids = waiting.pop().get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, pypdf.generic.DictionaryObject) and "/S" in found:
                yield found
                waiting.append(found)


def test_pdf_embeds_only_our_font(pdf_path: str, library: Library) -> None:
    fonts: dict[str, Any] = {}
    for page in read(library, pdf_path).pages[:3]:
        resources: Any = page["/Resources"]
        fonts |= resources.get("/Font", {})
    assert fonts
    for font in fonts.values():
        descendant = font.get_object()["/DescendantFonts"][0].get_object()
        assert "RadioCanada" in descendant["/BaseFont"]
        assert "/FontFile2" in descendant["/FontDescriptor"] or "/FontFile3" in descendant["/FontDescriptor"]


def test_measure_profile_fits_on_one_page(catalogue: Catalogue, library: Library) -> None:
    pages = {one.id: len(read(library, f"downloads/massnahmen/{one.id}.pdf").pages) for one in catalogue.all("measure")}
    assert {name for name, count in pages.items() if count != 1} == set()


def test_short_outline_has_eight_to_twelve_pages(library: Library) -> None:
    path = "downloads/strategie-gliederung-kurz/strategie-gliederung-kurz-beispiel.pdf"
    assert 8 <= len(read(library, path).pages) <= 12


def test_summary_for_the_council_has_one_page(library: Library) -> None:
    for suffix in ("", "-beispiel"):
        assert len(read(library, f"downloads/kurzfassung-fuer-den-rat/kurzfassung-fuer-den-rat{suffix}.pdf").pages) == 1


@pytest.fixture(scope="module")
def handbook(library: Library) -> pypdf.PdfReader:
    return read(library, HANDBOOK)


def test_handbook_holds_every_record(catalogue: Catalogue, library: Library) -> None:
    text = " ".join(page_texts(library.files[HANDBOOK]))
    kinds = ("question", "action_field", "participation_format", "phase", "method", "term")
    missing = [one.title for kind in kinds for one in catalogue.all(kind) if " ".join(one.title.split()) not in text]
    assert len(missing) <= len(list(catalogue.all("term"))) * 0.05, missing


def test_links_inside_the_handbook_lead_to_a_page(handbook: pypdf.PdfReader) -> None:
    inner = [link for page in handbook.pages for link in page.get("/Annots", []) if "/Dest" in link.get_object()]
    assert len(inner) > 300


def test_handbook_has_bookmarks(handbook: pypdf.PdfReader) -> None:
    titles = [entry.title for entry in handbook.outline if not isinstance(entry, list)]
    assert titles[0] == "Einstiegsfragen"
    assert titles[-1] == "Quellen"
