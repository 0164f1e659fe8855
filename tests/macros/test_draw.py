"""Pages as values: prose with its macros carried out, one page for each record, HTML set aside from Markdown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import KINDS
from macros.draw import Page, Sheet, address_of, callable_in_pages, draw
from macros.export import export
from macros.pages import macros
from macros.site import BadDataError, Site

TODAY = date(2026, 11, 22)
VALID = Path(__file__).parents[1] / "cases" / "valid"


def drawn(docs: Path, **texts: str) -> dict[str, Page]:
    for name, text in texts.items():
        (docs / f"{name}.md").write_text(text, encoding="utf-8")
    catalogue = load(VALID, today=TODAY).catalogue
    environment = Environment(undefined=StrictUndefined)  # noqa: S701
    environment.globals |= {name: callable_in_pages(macro) for name, macro in macros().items()}
    site = Site(Catalogue(dict.fromkeys(KINDS, ()) | {"term": catalogue.all("term")}), TODAY)
    return {page.path: page for page in draw(site, docs, environment, {"name": "Musterstadt"})}


def test_prose_page_has_its_macros_carried_out_and_its_words_read(tmp_path):
    page = drawn(tmp_path, a="---\ntitle: Suche\n---\n# Kopf\n\n{{ search_page() }}\n\n{{ name }}\n")["a.md"]
    assert (page.title, page.address, page.headings) == ("Suche", "a/", ["# Kopf"])
    assert "<form" in page.markdown
    assert "Musterstadt" in page.text


def test_markdown_sees_headings_but_no_html(tmp_path):
    page = drawn(tmp_path, a="{{ glossary() }}")["a.md"]
    assert page.blocks
    assert "<dl" not in page.text
    assert page.put_back(page.text) == page.markdown


def test_unknown_macro_stops_the_drawing(tmp_path):
    with pytest.raises(UndefinedError, match="gibt_es_nicht"):
        drawn(tmp_path, a="{{ gibt_es_nicht() }}")


def test_each_page_counts_its_own_blocks():
    sheets = [Sheet(Site(Catalogue({}), TODAY)) for _ in range(2)]
    for sheet in sheets:
        assert sheet.place(lambda _: "# Kopf\n<p>a</p>\n## Zwei\n<p>b</p>").count("data-block") == 2
    assert [sheet.blocks for sheet in sheets] == [["<p>a</p>", "<p>b</p>"]] * 2


@pytest.mark.parametrize(("path", "address"), [("index.md", ""), ("a/index.md", "a/"), ("a/b.md", "a/b/")])
def test_page_has_the_address_that_its_path_gives(path, address):
    assert address_of(path) == address


def test_own_pages_of_a_folder_come_before_those_of_its_folders(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.md").write_text("", encoding="utf-8")
    assert list(drawn(tmp_path, z="", index="")) == ["index.md", "z.md", "a/index.md"]


def test_export_refuses_bad_data_and_writes_nothing(tmp_path):
    (tmp_path / "data").mkdir()
    with pytest.raises(BadDataError, match=r"datei-fehlt"):
        export(Path(), tmp_path / "out", data=tmp_path / "data")
    assert not (tmp_path / "out").exists()
