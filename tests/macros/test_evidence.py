"""Readers see how new the evidence of an example is, and old evidence is called old."""

from __future__ import annotations

from datetime import date

import pytest

from kompass.model import Example, Source
from kompass.model.vocabulary import Status
from kompass.review import is_outdated
from macros.evidence import evidence_line, evidence_of, outdated_examples

TODAY = date(2026, 11, 28)


def example(*dates: str | None, status: Status = Status.RUNNING, as_of: str | None = None) -> Example:
    sources = tuple(Source(title="Bericht", url="https://www.example.org/", date=day) for day in dates)
    return Example.model_construct(id="rufbus", title="Rufbus", sources=sources, status=status, as_of=as_of)


@pytest.mark.parametrize(
    ("evidence", "outdated"),
    [("2023-11-27", True), ("2023-11-28", False), ("2023-10", True), ("2023-11", False), ("2022", True), ("2023", False)],
)
def test_evidence_is_old_after_three_years(evidence: str, outdated: bool) -> None:
    assert is_outdated(evidence, TODAY) is outdated


def test_the_newest_source_counts_unless_the_entry_says_otherwise() -> None:
    assert example("2021", "2024-05-01", "2024-02").evidence == "2024-05-01"
    assert example("2026-01-05", as_of="2025").evidence == "2025"
    assert example(None).evidence is None


def test_line_says_how_new_or_that_there_is_nothing_since() -> None:
    assert evidence_line(example("2025-06"), TODAY) == "Stand der Belege: Juni 2025"
    assert evidence_line(example("2022"), TODAY) == "kein Beleg nach 2022"
    assert evidence_line(example(None), TODAY) == "Belege ohne Datum"


def test_only_what_runs_with_fresh_evidence_can_be_chosen_as_such() -> None:
    assert evidence_of(example("2024"), TODAY) == ("laeuft-belegt",)
    assert evidence_of(example("2024", status=Status.DONE), TODAY) == ()
    assert evidence_of(example("2023-12"), TODAY) == ()
    assert evidence_of(example("2021"), TODAY) == ("alt",)


def test_freshness_page_lists_old_and_undated_by_year() -> None:
    old, new, undated = example("2020-05"), example("2025"), example(None)
    assert outdated_examples([undated, new, old], TODAY) == [("2020", [old]), ("ohne Datum", [undated])]
