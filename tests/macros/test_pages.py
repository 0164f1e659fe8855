"""Every macro draws, on a small site and without MkDocs; what it counts and leaves out can be read off."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from bs4 import BeautifulSoup

from kompass.catalogue import UnknownRecordError
from macros.pages import macros
from macros.pages.home import counts
from macros.pages.reading import action_field, action_fields, glossary, measure, phase
from macros.pages.tools import bookmarks, effort_summary, roadmap
from macros.pages.workspace import checklist
from tests.macros.small import small_site

SITE = small_site()
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "path", "rect", "circle", "line", "use", "wbr", "ellipse"}
OPTIONAL = {"p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "polyline", "polygon"}


def drawn() -> Iterator[tuple[str, str]]:
    """Yield name and text of every macro; those of single records draw each record of their kind."""
    for name, macro in macros().items():
        if len(inspect.signature(macro).parameters) == 1:
            yield name, macro(SITE)
        else:
            yield from ((f"{name}({record.id})", macro(SITE, record.id)) for record in SITE.records(name))


DRAWN = dict(drawn())


class Nesting(HTMLParser):
    """Notes every end tag that closes nothing and every element that stays open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()
        self.wrong += [f"<{tag}> stays open" for tag in self.open if tag not in OPTIONAL]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] != tag and self.open[-1] in OPTIONAL:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in VOID:
            self.wrong.append(f"</{tag}> closes nothing")


def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def test_sweep_meets_every_macro_and_every_record():
    assert len(macros()) >= 44
    assert {name.partition("(")[0] for name in DRAWN} == set(macros())
    assert {"phase(vorbereiten)", "phase(umsetzen)", "example(buergerbus)", "measure(rufbus)"} <= DRAWN.keys()


@pytest.mark.parametrize("name", DRAWN)
def test_macro_draws_well_formed_text_with_nothing_missing(name: str):
    text = DRAWN[name]
    assert text.strip()
    assert Nesting(text).wrong == []
    shown = page(text)
    for sample in shown.find_all("code"):
        sample.decompose()
    assert not re.search(r"\b(?:None|Undefined|nan)\b|\{\{|\{%|<macros\.|<kompass\.", shown.get_text(" "))


@pytest.mark.parametrize("name", DRAWN)
def test_every_id_on_a_page_stands_there_once(name: str):
    ids = [tag["id"] for tag in page(DRAWN[name]).find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", ["action_field", "example", "measure", "method", "participation_format", "phase"])
def test_record_that_does_not_exist_is_an_error(kind: str):
    with pytest.raises(UnknownRecordError):
        macros()[kind](SITE, "gibt-es-nicht")


def test_addresses_are_seen_from_the_page_being_drawn():
    near, far = (page(action_fields(SITE.at(place))) for place in ("kompass/handlungsfelder/", "a/b/"))
    assert near.find("a", href="mobilitaet/")
    assert far.find("a", href="../../kompass/handlungsfelder/mobilitaet/")


def test_person_days_are_added_up_to_the_decision_and_no_further():
    sums = page(roadmap(SITE)).find_all("tr")[-1].get_text(" ")
    assert re.search(r"10\D+25\b", sums)  # five phases of 2 to 5 days in the smallest municipalities
    assert re.search(r"40\D+100\b", sums)  # of 8 to 20 in a district


def test_effort_is_told_until_the_decision_and_for_carrying_out():
    rows = [row.get_text(" ") for row in page(effort_summary(SITE)).find_all("tr") if row.find("td")]
    assert len(rows) == 4
    assert re.search(r"10\D+25\D+2\D+5\b", rows[0])


def test_checklist_counts_all_items_and_the_essential_ones():
    (item,) = SITE.records("checklist_item")
    more = (item, item.model_copy(update={"id": "zwei", "title": "Zwei", "order": 2, "essential": False}))
    shown = page(checklist(small_site(checklist_item=more)))
    assert re.findall(r"\d+", shown.find("p").get_text()) == ["2", "1"]
    assert len(shown.find_all("input", value="done")) == 2


def test_counts_are_the_numbers_of_records():
    numbers = {cell.get_text() for cell in page(counts(SITE)).find_all(string=re.compile(r"^\s*\d+\s*$"))}
    assert str(len(SITE.records("example"))) in {number.strip() for number in numbers}


def test_field_shows_its_own_examples_and_measures():
    text = page(action_field(SITE, "mobilitaet")).get_text(" ")
    assert all(title in text for title in ("Bürgerbus mit App", "Dorfladen", "Rufbus einführen"))


def test_examples_that_name_the_field_first_come_first():
    one, two = SITE.records("example")
    late = one.model_copy(update={"action_fields": ("energie", "mobilitaet")})
    site = small_site(
        example=(late, two),
        action_field=(*SITE.records("action_field"), SITE.records("action_field")[0].model_copy(update={"id": "energie"})),
    )
    text = page(action_field(site, "mobilitaet")).get_text(" ")
    assert text.index("Dorfladen") < text.index("Bürgerbus mit App")


def test_phase_shows_its_methods_formats_and_items():
    text = page(phase(SITE, "vorbereiten")).get_text(" ")
    assert all(title in text for title in ("Interviews", "Walkshop", "Der Auftrag liegt vor"))
    assert "Interviews" not in page(phase(SITE, "umsetzen")).get_text(" ")


def test_measure_offers_its_two_files():
    links = {link["href"] for link in page(measure(SITE, "rufbus")).find_all("a", href=re.compile("downloads"))}
    assert {href.rsplit("/", 1)[1] for href in links} >= {"rufbus.docx", "rufbus.pdf"}


def test_terms_stand_under_their_letter_with_umlauts_folded():
    (term,) = SITE.records("term")
    terms = tuple(term.model_copy(update={"id": name.lower(), "title": name}) for name in ("Zebra", "Ökologie", "Open Data"))
    headings = re.findall(r"(?m)^## (\w)", glossary(small_site(term=terms)))
    assert headings == ["O", "Z"]


def test_list_of_what_was_kept_knows_the_titles_of_records():
    assert all(title in bookmarks(SITE) for title in ("Bürgerbus mit App", "Interviews", "Walkshop", "Rufbus einführen"))
