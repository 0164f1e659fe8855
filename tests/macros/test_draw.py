"""Pages as values: prose with its macros carried out, one page for each record, HTML set aside from Markdown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import KINDS
from macros.draw import Page, SharedAddressError, Sheet, address_of, callable_in_pages, draw
from macros.export import export
from macros.pages import Macro, macros
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


@pytest.mark.parametrize("other", ["a/index", "A"])
def test_two_pages_at_one_address_stop_the_drawing(tmp_path, other):
    (tmp_path / "a").mkdir()
    with pytest.raises(SharedAddressError, match=r"„a\.md“"):
        drawn(tmp_path, **{"a": "", other: ""})


def test_export_refuses_bad_data_and_writes_nothing(tmp_path):
    (tmp_path / "data").mkdir()
    with pytest.raises(BadDataError, match=r"datei-fehlt"):
        export(Path(), tmp_path / "out", data=tmp_path / "data")
    assert not (tmp_path / "out").exists()


def drawn_with(docs: Path, text: str, **ours: Macro) -> Page:
    """Return the page a/b.md of this text, with macros of our own."""
    (docs / "a").mkdir()
    (docs / "a" / "b.md").write_text(text, encoding="utf-8")
    environment = Environment(undefined=StrictUndefined)  # noqa: S701
    environment.globals |= {name: callable_in_pages(macro) for name, macro in ours.items()}
    site = Site(Catalogue(dict.fromkeys(KINDS, ())), TODAY)
    return next(page for page in draw(site, docs, environment, {}) if page.path == "a/b.md")


def test_blocks_and_headings_keep_their_order(tmp_path):
    text = "Vorher\n\n{{ make() }}\n\nNachher\n"
    page = drawn_with(tmp_path, text, make=lambda _: "<p>*eins*</p>\n## Zwei {: #zwei }\n\n<p>drei</p>\n")
    assert page.blocks == ("<p>*eins*</p>", "<p>drei</p>")
    assert page.headings == ["## Zwei {: #zwei }"]
    places = [page.markdown.index(word) for word in ("Vorher", "*eins*", "## Zwei", "drei", "Nachher")]
    assert places == sorted(places)


def test_heading_of_the_third_level_belongs_to_its_block(tmp_path):
    page = drawn_with(tmp_path, "{{ make() }}", make=lambda _: "### Drei\n<p>x</p>\n")
    assert page.blocks == ("### Drei\n<p>x</p>",)


def test_several_macros_of_a_page_keep_their_order(tmp_path):
    page = drawn_with(tmp_path, "{{ one() }}\n{{ two() }}\n{{ one() }}\n", one=lambda _: "<b>1</b>", two=lambda _: "<b>2</b>")
    assert page.markdown.split() == ["<b>1</b>", "<b>2</b>", "<b>1</b>"]


def test_macro_sees_the_site_from_its_page_and_gets_its_arguments(tmp_path):
    page = drawn_with(tmp_path, "{{ where('x') }}", where=lambda site, word: f"<i>{site.page} {word}</i>")
    assert page.blocks == ("<i>a/b/ x</i>",)


def test_text_from_data_that_looks_like_code_is_not_run(tmp_path):
    page = drawn_with(tmp_path, "{{ make() }}", make=lambda _: "<p>{{ 7 * 7 }} {% raw %}</p>")
    assert "{{ 7 * 7 }} {% raw %}" in page.markdown


def test_front_matter_is_taken_off(tmp_path):
    page = drawn_with(tmp_path, "---\ntitle: Fragen\ndescription: Kurz\nhide: [toc]\n---\nText --- mehr\n")
    assert (page.title, page.description, page.meta, page.text.strip()) == ("Fragen", "Kurz", {"hide": ["toc"]}, "Text --- mehr")
