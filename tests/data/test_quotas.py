"""The data holds at least what was promised for the first release (DESIGN, section 4)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import Example
from kompass.model.vocabulary import District

DATA = Path(__file__).parents[2] / "data"
LEAST = {
    "guideline": 4,
    "feature": 8,
    "principle": 8,
    "action_field": 10,
    "example": 60,
    "participation_format": 26,
    "phase": 7,
    "method": 22,
    "measure": 38,
    "checklist_item": 45,
    "question": 30,
    "support": 1,
    "strategy": 1,
    "law": 40,
    "term": 70,
    "municipality": 413,
    "topic": 9,
}
ACTION_FIELDS = [
    "bauen-wohnen",
    "bildung-forschung",
    "digitale-infrastruktur",
    "energie",
    "gesellschaft-kultur",
    "gesundheit-soziales",
    "mobilitaet",
    "umwelt-klimaschutz",
    "verwaltung",
    "wirtschaft-tourismus",
]
EXACT = ["guideline", "feature", "principle", "phase", "municipality"]


@cache
def catalogue() -> Catalogue:
    return load(DATA).catalogue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "example" in metafunc.fixturenames:
        metafunc.parametrize("example", catalogue().all("example"), ids=lambda example: example.id)


@pytest.mark.parametrize("kind", LEAST)
def test_there_are_enough_records(kind: str) -> None:
    assert len(catalogue().all(kind)) >= LEAST[kind]


@pytest.mark.parametrize("kind", EXACT)
def test_there_are_exactly_as_many_as_in_the_source(kind: str) -> None:
    assert len(catalogue().all(kind)) == LEAST[kind]


def test_action_fields_are_the_ten() -> None:
    assert sorted(field.id for field in catalogue().all("action_field")) == ACTION_FIELDS


@pytest.mark.parametrize("field", ACTION_FIELDS)
def test_action_field_has_six_examples(field: str) -> None:
    assert len(catalogue().referring("action_field", field, "example")) >= 6


@pytest.mark.parametrize("field", ACTION_FIELDS)
def test_action_field_has_three_measures(field: str) -> None:
    assert len([measure for measure in catalogue().all("measure") if measure.action_field == field]) >= 3


@pytest.mark.parametrize("field", ACTION_FIELDS)
def test_action_field_has_five_indicators(field: str) -> None:
    assert len(catalogue().get("action_field", field).indicators) >= 5


@pytest.mark.parametrize("field", ACTION_FIELDS)
def test_action_field_has_three_goals(field: str) -> None:
    assert len(catalogue().get("action_field", field).goals) >= 3


@pytest.mark.parametrize("district", District, ids=lambda district: district.value)
def test_district_has_an_example(district: District) -> None:
    assert any(district in example.districts for example in catalogue().all("example"))


@pytest.mark.parametrize("phase", [f"{number}" for number in range(1, 8)])
def test_phase_has_checklist_items(phase: str) -> None:
    record = next(record for record in catalogue().all("phase") if record.order == int(phase))
    assert catalogue().referring("phase", record.id, "checklist_item")


def test_examples_tell_money_trouble_and_what_is_new() -> None:
    """So many examples name costs, what was hard, evidence since 2024 and a page to ask at; the number must not fall."""
    examples = catalogue().all("example")
    assert sum(bool(example.costs or example.running_costs) for example in examples) >= 22
    assert sum(bool(example.difficulties or example.stopped) for example in examples) >= 29
    assert sum((example.evidence or "") >= "2024" for example in examples) >= 34
    assert sum(bool(example.contact) for example in examples) >= 55


def test_running_examples_do_not_end_before_they_begin() -> None:
    assert [one.id for one in catalogue().all("example") if one.start and one.end and one.end < one.start[: len(one.end)]] == []


def test_example_is_complete(example: Example) -> None:
    """Every example can be looked up, tells its results and how to copy it."""
    assert example.cited
    assert example.results
    assert len(example.transfer) >= 2
    assert example.status
