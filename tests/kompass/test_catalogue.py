"""The catalogue finds records, indicators and what refers to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue, UnknownRecordError
from kompass.load import Loaded, load
from kompass.model import Term

Change = Callable[..., Loaded]


@pytest.fixture
def catalogue(data: Path) -> Catalogue:
    return load(data, today=date(2026, 11, 22)).catalogue


def test_all_keeps_the_order_of_the_file(catalogue: Catalogue) -> None:
    assert [record.id for record in catalogue.all("example")] == ["buergerbus", "dorfladen"]


def test_all_follows_the_numbers_where_there_are_some(check: Change, data: Path) -> None:
    text = (data / "faq.yml").read_text(encoding="utf-8")
    first = text.partition("\n")[2]
    second = first.replace("womit-anfangen", "zweite").replace("Womit fangen wir an", "Und dann").replace("order: 1", "order: 2")
    loaded = check("faq", text.replace(first, second + first))
    assert [record.order for record in loaded.catalogue.all("question")] == [1, 2]


def test_numbered_entries_of_a_phase_stand_with_their_phase(check: Change, change: Change, data: Path) -> None:
    phases = (data / "phases.yml").read_text(encoding="utf-8")
    second = phases.partition("\n")[2].replace("id: vorbereiten", "id: bestand").replace("title: Vorbereiten", "title: Bestand")
    check("phases", phases + second.replace("order: 1", "order: 2").replace("Auftrag klären", "Überblick gewinnen"))
    text = (data / "checklist.yml").read_text(encoding="utf-8")
    first = text.partition("\n")[2]
    early = first.replace("auftrag-liegt-vor", "frueh").replace("Der Auftrag", "Der Plan").replace("order: 1", "order: 2")
    late = first.replace("auftrag-liegt-vor", "spaet").replace("Der Auftrag", "Der Bericht").replace("vorbereiten", "bestand")
    loaded = check("checklist", text.replace(first, late + early + first))
    assert [item.id for item in loaded.catalogue.all("checklist_item")] == ["auftrag-liegt-vor", "frueh", "spaet"]


def test_get_returns_the_record(catalogue: Catalogue) -> None:
    assert catalogue.get("example", "dorfladen").title == "Dorfladen"


def test_get_says_what_is_missing(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownRecordError, match="example „gibt-es-nicht“"):
        catalogue.get("example", "gibt-es-nicht")


def test_unknown_kind_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownRecordError, match="Art „beispiel“"):
        catalogue.all("beispiel")


def test_find_returns_none_for_a_missing_record(catalogue: Catalogue) -> None:
    assert catalogue.find("example", "gibt-es-nicht") is None


def test_indicators_are_found_like_records(catalogue: Catalogue) -> None:
    assert catalogue.get("indicator", "wartezeit").unit == "Minuten"


def test_home_of_an_indicator_is_its_action_field(catalogue: Catalogue) -> None:
    assert catalogue.home("wartezeit").id == "mobilitaet"


def test_home_of_an_unknown_indicator_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownRecordError):
        catalogue.home("gibt-es-nicht")


def test_kinds_include_indicators(catalogue: Catalogue) -> None:
    assert {"guideline", "example", "indicator"} <= set(catalogue.kinds)


def test_referring_finds_records_by_their_fields(catalogue: Catalogue) -> None:
    assert [record.id for record in catalogue.referring("action_field", "mobilitaet", "example")] == ["buergerbus", "dorfladen"]


def test_referring_finds_records_by_their_parts(catalogue: Catalogue) -> None:
    assert [record.id for record in catalogue.referring("indicator", "fahrten-je-monat", "measure")] == ["rufbus"]


def test_related_looks_in_both_directions(catalogue: Catalogue) -> None:
    assert [record.id for record in catalogue.related("phase", "vorbereiten", "checklist_item")] == ["auftrag-liegt-vor"]
    assert [record.id for record in catalogue.related("checklist_item", "auftrag-liegt-vor", "phase")] == ["vorbereiten"]


def test_record_is_never_related_to_itself() -> None:
    one, two = (Term.model_construct(id=name, title=name, see_also=("eins", "zwei"), sources=()) for name in ("eins", "zwei"))
    catalogue = Catalogue({"term": (one, two)})
    assert [record.id for record in catalogue.related("term", "eins", "term")] == ["zwei"]


def test_entry_that_cannot_be_typed_is_left_out(change: Change) -> None:
    loaded = change("examples", "status: laufend", "status: läuft")
    assert [record.id for record in loaded.catalogue.all("example")] == ["dorfladen"]


def test_reference_to_an_entry_that_cannot_be_typed_is_no_second_problem(change: Change) -> None:
    loaded = change("action_fields", "  summary:", "  sumary:")
    assert {problem.path.name for problem in loaded.problems} == {"action_fields.yml"}


def test_missing_file_is_one_problem(data: Path) -> None:
    (data / "action_fields.yml").unlink()
    assert [problem.rule for problem in load(data).problems] == ["datei-fehlt"]


def test_problems_are_sorted_by_place(change: Change) -> None:
    loaded = change("examples", "  status: laufend\n", "  status: x\n  leson: z\n  started: 3\n")
    places = [(problem.path, problem.line, problem.column) for problem in loaded.problems]
    assert len(places) == 3
    assert places == sorted(places)


def test_one_cause_is_one_problem(change: Change) -> None:
    loaded = change("examples", "id: buergerbus", "id: <b>Bus</b>")
    assert [problem.rule for problem in loaded.problems] == ["html-im-text"]


def test_today_decides_what_is_future(check: Change, data: Path) -> None:
    text = (data / "glossary.yml").read_text(encoding="utf-8")
    loaded = check("glossary", text, today=date(2024, 5, 30))
    assert {problem.rule for problem in loaded.problems} == {"datum-in-zukunft"}


def test_number_of_problems_is_limited(check: Change) -> None:
    entries = "".join(f"- id: id-{number}\n  a: b\n" for number in range(2000))
    loaded = check("glossary", f"# yaml-language-server: $schema=../schemas/glossary.schema.json\n{entries}")
    assert 1000 <= len(loaded.problems) < 3000
