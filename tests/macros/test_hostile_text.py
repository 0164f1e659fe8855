"""Text from data is text: whatever a record contains, nothing of it becomes markup or template code."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from kompass.addresses import PAGES
from kompass.catalogue import Catalogue
from kompass.downloads.library import make_library
from kompass.downloads.store import Library
from kompass.load import load
from kompass.model import Part, Record
from macros.export import settings
from macros.hooks import plain
from macros.pages import macros
from macros.render import heading
from macros.site import Site

CATALOGUE = load(Path("data")).catalogue
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "{% raw %}x{% endraw %}",
    "[x](javascript:alert(1))",
    "# Überschrift {: onclick=alert(1) }",
    "</div></article><h1>x</h1>",
    "`code` **fett** _kursiv_ ![b](c)",
    '" autofocus onfocus="alert(1)',
    "&lt;b&gt; &#60;b&#62; <!-- x -->",
]
KINDS = list(PAGES)


@cache
def markdown() -> Markdown:
    extensions = settings(Path("mkdocs.yml"))["markdown_extensions"]
    names = [next(iter(entry)) if isinstance(entry, dict) else entry for entry in extensions]
    configs = {name: options for entry in extensions if isinstance(entry, dict) for name, options in entry.items()}
    return Markdown(extensions=names, extension_configs=configs)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_in_every_field_stays_text(kind, text):
    harmless, hostile = page(kind, "ein harmloser Text"), page(kind, text)
    assert tags(hostile) == tags(harmless)
    assert " ".join(text.split()) in hostile.get_text(" ")


@cache
def page(kind: str, text: str) -> BeautifulSoup:
    """Return the page of a record with `text` in every field."""
    record = CATALOGUE.all(kind)[0]
    return render(kind, type(record).model_construct(**_typed(record, text)))


def _typed(record: Record, text: str) -> dict[str, object]:
    """Return the fields of `record` with `text` for every free text, parts kept as parts."""
    return {name: _poisoned(getattr(record, name), text) for name in type(record).model_fields} | {
        "id": record.id,
        "checked": record.checked,
    }


def _poisoned(value: object, text: str) -> object:
    if isinstance(value, tuple):
        return tuple(_poisoned(item, text) for item in value)
    if isinstance(value, Part):
        fields = {name: _poisoned(getattr(value, name), text) for name in type(value).model_fields}
        kept = {name: getattr(value, name) for name in ("id", "url", "date") if name in fields}
        return type(value).model_construct(**fields | kept)
    return text if type(value) is str and (" " in value or "\n" in value) else value


def render(kind: str, record: Record) -> BeautifulSoup:
    others = tuple(record if other.id == record.id else other for other in CATALOGUE.all(kind))
    catalogue = Catalogue(CATALOGUE.records | {kind: others})
    site = Site(catalogue, date(2026, 11, 22), library=harmless_library())  # the files have hostile tests of their own
    return BeautifulSoup(markdown().reset().convert(macros()[kind](site, record.id)), "html.parser")


@cache
def harmless_library() -> Library:
    return make_library(CATALOGUE, "https://kompass-baukasten.example/", Path(".cache/downloads"))


def tags(soup: BeautifulSoup) -> list[tuple[str, tuple[str, ...]]]:
    """Return the structure: every tag with the names of its attributes, ids of headings aside."""
    return [(tag.name, tuple(sorted(tag.attrs))) for tag in soup.find_all(True)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_title_stays_text_in_a_heading_line(text):
    soup = BeautifulSoup(markdown().reset().convert(f"# {heading(text)} {{: #eins }}"), "html.parser")
    assert [tag.name for tag in soup.find_all(True)] == ["h1"]
    assert soup.h1.get_text() == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_title_stays_text_in_the_themes_templates(text):
    assert "<" not in plain(text)
    assert "{" not in plain(text)
