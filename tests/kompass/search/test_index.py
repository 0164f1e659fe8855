"""The index holds every record and page with real texts, names no key, and stays small."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from kompass.addresses import address
from kompass.load import load
from kompass.search import Entry, build_index, page_entries, page_titles, record_entries

ROOT = Path(__file__).parents[3]
KINDS = {"page": "Seiten", "example": "Beispiele"}
ENTRY = Entry("page", "a/", "Rufbus", "Ein Bus.", ("Kompass",), ("Bedarfsverkehr",), ("So geht es",), "Busse fahren auf Anruf")


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT / "data", today=date(2026, 11, 22)).catalogue


def read(script: str) -> dict:
    return json.loads(script.removeprefix("globalThis.kompassSearchIndex = ").removesuffix(";\n"))


def test_every_record_is_found_at_its_address(catalogue):
    entries = {entry.address for entry in record_entries(catalogue, {})}
    kinds = [kind for kind in catalogue.kinds if kind not in ("municipality", "sample")]  # without a page
    assert entries == {address(kind, record.id) for kind in kinds for record in catalogue.all(kind)}


def test_index_of_all_data_is_small(catalogue):
    pages = {f"{path.stem}/": path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
    labels = {kind: kind for kind in ("page", *catalogue.kinds)}
    script = build_index([*page_entries(pages), *record_entries(catalogue, page_titles(pages))], labels)
    assert len(gzip.compress(script.encode(), 9)) <= 120_000  # brotli makes it about an eighth smaller


def test_same_data_gives_the_same_index():
    assert build_index([ENTRY], KINDS) == build_index([ENTRY], KINDS)


def test_words_of_the_long_text_stand_once_and_without_function_words():
    words = read(build_index([ENTRY], KINDS))["words"].split()
    assert words == ["Anruf", "fahren"]  # "Busse" stands in the summary already, "auf" tells nothing


def test_text_cannot_end_the_script():
    entry = Entry("page", "a/", "Titel", "</script><script>alert(1)</script>")
    assert "</script" not in build_index([entry], KINDS)


def test_page_gives_title_headings_and_words_but_no_markup():
    page = "---\ntitle: Fahrplan\ndescription: Was wann.\n---\n## Ein *Weg* {: #weg }\n\n{{ roadmap() }}\n<p class='x'>T</p>\n"
    (entry,) = page_entries({"werkzeuge/fahrplan/": page})
    assert (entry.title, entry.summary, entry.headings) == ("Fahrplan", "Was wann.", ("Ein Weg",))
    assert "roadmap" not in entry.text
    assert "class" not in entry.text


def test_breadcrumb_names_the_pages_above(catalogue):
    titles = {"": "Start", "kompass/": "Kompass", "kompass/beispiele/": "Beispiele", "glossar/": "Glossar"}
    entries = {entry.address: entry.trail for entry in record_entries(catalogue, titles)}
    example = address("example", catalogue.all("example")[0].id)
    term = address("term", catalogue.all("term")[0].id)
    assert entries[example] == ("Kompass", "Beispiele")
    assert entries[term] == ("Glossar",)
