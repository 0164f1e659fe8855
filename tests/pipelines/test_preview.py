"""The preview opens from a folder and names the pages that read differently."""

from __future__ import annotations

import pytest

from scripts.preview import START_PAGE, Changes, compare, main, markdown
from scripts.site_copy import with_page_names, zip_folder

PAGE = '<header>{0}</header><article><h1>{1}</h1><a href="../">zurück</a></article>'


def write(folder, pages):
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def before(tmp_path):
    return write(
        tmp_path / "before",
        {
            "index.html": PAGE.format("alt", "Start"),
            "faq/index.html": PAGE.format("alt", "Fragen"),
            "weg/index.html": PAGE.format("alt", "Weg"),
        },
    )


@pytest.fixture
def after(tmp_path):
    return write(
        tmp_path / "after",
        {
            "index.html": PAGE.format("neu", "Start"),
            "faq/index.html": PAGE.format("neu", "Antworten"),
            "neu/index.html": PAGE.format("neu", "Neu"),
        },
    )


def test_pages_are_told_apart_by_what_a_reader_sees_in_the_article(before, after):
    assert compare(before, after) == Changes(("neu/index.html",), ("faq/index.html",), ("weg/index.html",))


def test_list_names_addresses():
    text = markdown(Changes((), ("faq/index.html",), ()))
    assert text == "### Geänderte Seiten (1)\n\n- `/faq/`\n"


def test_list_says_when_nothing_has_changed():
    assert "Keine Seite liest sich anders" in markdown(Changes((), (), ()))


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../faq/#frage", "../faq/index.html#frage"),
        ("../faq/?q=a", "../faq/index.html?q=a"),
        ("../style.css", "../style.css"),
        ("#hier", "#hier"),
        ("https://amt.brandenburg.de/", "https://amt.brandenburg.de/"),
        ("/faq/", "/faq/"),
        ("../gibt-es-nicht/", "../gibt-es-nicht/"),
    ],
)
def test_link_to_a_folder_names_its_page(before, link, expected):
    assert with_page_names(f'<a href="{link}">x</a>', before / "weg") == f'<a href="{expected}">x</a>'


def test_preview_has_a_page_that_leads_to_every_changed_page(before, after, tmp_path, capsys):
    assert main(["--before", str(before), "--after", str(after), "--out", str(tmp_path / "out")]) == 0
    page = (tmp_path / "out" / START_PAGE).read_text(encoding="utf-8")
    assert '<a href="faq/index.html">/faq/</a>' in page
    assert "<li>/weg/</li>" in page
    assert "Entfallene Seiten (1)" in capsys.readouterr().out


def test_page_name_cannot_become_markup(before, after, tmp_path, capsys):
    write(after, {"a<b>&/index.html": PAGE.format("", "x")})
    main(["--before", str(before), "--after", str(after), "--out", str(tmp_path / "out")])
    assert "/a&lt;b&gt;&amp;/" in (tmp_path / "out" / START_PAGE).read_text(encoding="utf-8")


def test_same_folder_gives_the_same_zip(before, tmp_path):
    zip_folder(before, tmp_path / "one.zip")
    for path in before.rglob("*.html"):
        path.touch()
    first = (tmp_path / "one.zip").read_bytes()
    zip_folder(before, tmp_path / "one.zip")
    assert (tmp_path / "one.zip").read_bytes() == first
