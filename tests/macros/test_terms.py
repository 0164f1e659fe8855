"""Terms are explained where they first stand in running text: which words name a term, and what is left alone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from kompass.model import Part, Term
from macros.terms import Glossary, forms, inflected, link_terms, texts, uses


def term(title: str, **fields: Any) -> Term:
    filled: dict[str, Any] = {"id": title.lower(), "title": title, "long_form": None, "synonyms": (), "definition": "Etwas."}
    return Term.model_construct(**filled | fields)


GLOSSARY = Glossary(
    [
        term("Breitband"),
        term("Bus"),
        term("Open Data", id="open-data"),
        term("Digitale Souveränität", id="souveraenitaet"),
        term("INSEK", long_form="Integriertes Stadtentwicklungskonzept", id="insek"),
        term("Open Source", id="open-source", synonyms=("FLOSS", "freie Software", "E-GovG")),
        term("Barrierefreiheit, Zugänglichkeit", id="barrierefreiheit"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[place.start : place.end], place.term.id) for place in GLOSSARY.find(text, set(text.replace(".", " ").split()))]


@pytest.mark.parametrize("ending", ["", "s", "es", "n", "en", "e", "er", "ern"])
def test_word_names_its_term_in_every_ending(ending: str):
    assert found(f"Das Breitband{ending} kommt.") == [(f"Breitband{ending}", "breitband")]


def test_short_word_is_a_term_only_as_it_stands():
    assert found("Der Bus kommt.") == [("Bus", "bus")]
    assert found("Die Busse und Buses kommen.") == []


def test_word_of_exactly_five_letters_takes_endings():
    assert Glossary([term("Daten")]).look_up("Datens") is not None
    assert Glossary([term("Data")]).look_up("Datas") is None


def test_word_in_small_letters_is_another_word():
    assert Glossary([term("Planung")]).look_up("planungen") is None


def test_unknown_word_is_no_term():
    assert found("Das Schmalband kommt.") == []


def test_abbreviation_is_found_before_a_hyphen():
    assert found("Der INSEK-Prozess beginnt.") == [("INSEK", "insek")]


def test_word_before_a_hyphen_is_not_found():
    assert found("Der Breitband-Ausbau beginnt.") == []


def test_term_of_two_words_is_found_with_endings():
    assert found("Wegen digitaler Souveränität und der digitalen Souveränität.") == [
        ("digitaler Souveränität", "souveraenitaet"),
        ("digitalen Souveränität", "souveraenitaet"),
    ]


def test_phrase_is_searched_only_where_its_noun_stands_on_the_page():
    assert list(GLOSSARY.find("Open Data", page_words=set())) == []


def test_longer_term_wins_where_two_overlap():
    glossary = Glossary([term("Data"), term("Open Data", id="open-data"), term("Data Governance", id="governance")])
    text = "Open Data Governance"
    assert [place.term.id for place in glossary.find(text, set(text.split()))] == ["open-data"]


def test_terms_come_in_the_order_of_the_text():
    assert [name for _, name in found("Open Data und INSEK und Open Source und Breitband.")] == [
        "open-data",
        "insek",
        "open-source",
        "breitband",
    ]


def test_forms_are_titles_long_form_and_abbreviations():
    assert list(forms(term("Barrierefreiheit, Zugänglichkeit"))) == ["Barrierefreiheit", "Zugänglichkeit"]
    assert list(forms(term("Bund und Land"))) == ["Bund", "Land"]
    assert list(forms(term("INSEK", long_form="Integriertes Konzept"))) == ["INSEK", "Integriertes Konzept"]
    assert list(forms(term("INSEK", long_form="Eins, zwei"))) == ["INSEK"]
    assert list(forms(term("Open Source", synonyms=("FLOSS", "Freies", "freie SW", "E-GovG")))) == ["Open Source", "FLOSS"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Digitale", "(?:D|d)igitale[mnrs]?"),
        ("Digitaler", "(?:D|d)igitale[mnrs]?"),
        ("Open", "Open"),
        ("Agile", "Agile"),  # five letters: too short to tell an adjective
        ("Smart.", r"Smart\."),
    ],
)
def test_adjective_before_a_noun_takes_endings(word: str, expected: str):
    assert inflected(word) == expected


def linked(html: str) -> tuple[str, list[str]]:
    text, terms = link_terms(html, GLOSSARY)
    return text, [one.id for one in terms]


LINK = '<a class="kompass-term" id="wort-breitband" href="#begriff-breitband">Breitband</a>'


@pytest.mark.parametrize("tag", ["<p>", "<li>", '<p class="kompass-lead">'])
def test_running_text_is_linked(tag: str):
    name = tag[1:].split(maxsplit=1)[0].strip(">")
    assert linked(f"{tag}Mehr Breitband!</{name}>") == (f"{tag}Mehr {LINK}!</{name}>", ["breitband"])


def test_only_the_first_use_on_a_page_is_linked():
    text, terms = linked("<p>Breitband und Breitband.</p><p>Breitband</p>")
    assert text == f"<p>{LINK} und Breitband.</p><p>Breitband</p>"
    assert terms == ["breitband"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Breitband</h2>",
        '<p><a href="x">Breitband</a></p>',
        "<p><button>Breitband</button></p>",
        "<table><tr><td><p>Breitband</p></td></tr></table>",
        "<li><svg><text>Breitband</text></svg></li>",
        "<form><p>Breitband</p></form>",
        "<div>Breitband</div>",
        '<p class="kompass-small">Breitband</p>',
        "<script>Breitband</script>",
        '<p title="Breitband">B</p>',
        "Breitband",
    ],
)
def test_everything_else_is_left_alone(html: str):
    assert linked(html) == (html, [])


def test_text_after_a_closed_place_is_running_text_again():
    html = '<p><a href="x">Breitband</a> heißt Breitband.</p>'
    assert linked(html)[0] == f'<p><a href="x">Breitband</a> heißt {LINK}.</p>'


def test_list_item_of_another_kind_inside_a_list_item_leaves_the_outer_one_open():
    html = '<li>a<p class="x">Breitband</p>Breitband</li>'
    assert linked(html)[0] == f'<li>a<p class="x">Breitband</p>{LINK}</li>'


def test_text_after_a_paragraph_is_not_its_text():
    assert linked("<p>a</p>Breitband")[1] == []


def test_line_break_closes_nothing():
    assert linked("<p>Mehr<br>Breitband</p>")[1] == ["breitband"]


def test_terms_named_in_a_text_are_found_in_any_form():
    text = "Digitale Souveränität, INSEK-Prozess, Breitbandes, Open-Data nicht."
    assert GLOSSARY.named_in(text) == {"souveraenitaet", "insek", "breitband"}


def test_term_is_found_again_when_asked_twice():
    assert GLOSSARY.named_in("Breitband") == GLOSSARY.named_in("Breitband") == {"breitband"}


class Step(Part):
    id: str
    what: str


class Entry(Part):
    id: str
    title: str = "Titel"
    sources: tuple[str, ...] = ("Quelle: Breitband",)
    aliases: tuple[str, ...] = ("Breitband",)
    steps: tuple[Step | str, ...] = ()
    count: int = 3


def test_texts_of_a_record_are_those_of_its_parts_without_ids_sources_and_aliases():
    record = Entry(id="nein", steps=(Step(id="nein", what="innen"), "außen"))
    assert list(texts(record)) == ["Titel", "innen", "außen"]


def test_uses_name_the_entries_of_each_term_in_the_order_of_the_kinds():
    records = {
        "measure": [Entry(id="Breitband", steps=("INSEK und Breitband",))],
        "example": [Entry(id="a", steps=("Breitbandes",)), Entry(id="b", steps=("Schmalband",))],
        "term": [term("Breitband"), term("INSEK")],
    }
    site: Any = SimpleNamespace(records=lambda kind: records.get(kind, []))
    assert {name: [(kind, one.id) for kind, one in places] for name, places in uses(site).items()} == {
        "breitband": [("example", "a"), ("measure", "Breitband")],
        "insek": [("measure", "Breitband")],
    }


def test_choices_and_texts_of_a_form_hold_no_links():
    form = '<select id="a"><option>Bus</option></select> <textarea>Bus</textarea>'
    linked, found = link_terms(f"<p>{form} Der Bus kommt.</p>", GLOSSARY)
    assert [term.id for term in found] == ["bus"]
    assert form in linked
