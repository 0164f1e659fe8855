"""Each list describes its records: every value is an option, every word of a column is explained, every order has its column."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kompass.load import load
from kompass.model import Example, Strategy
from kompass.model.vocabulary import Body, District
from macros import lists
from macros.listing import Listing
from macros.lists import DISTRICTS, places
from macros.site import Site

TODAY = date(2026, 11, 22)
SITE = Site(load(Path(__file__).parents[1] / "cases" / "valid", today=TODAY).catalogue, TODAY)
LISTS: dict[str, Listing] = {name: make(SITE) for name, make in vars(lists).items() if name.startswith("list_")}


def test_sweep_meets_every_list():
    assert len(LISTS) >= 7
    assert all(listing.records for listing in LISTS.values())


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_every_value_of_a_record_is_an_option_of_its_facet(listing: Listing):
    unknown = {
        (facet.name, value)
        for facet in listing.facets
        for record in listing.records
        for value in facet.values(record)
        if value not in dict(facet.options)
    }
    assert unknown == set()


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_every_word_of_a_column_is_named_in_the_codebook(listing: Listing):
    for column in listing.columns:
        assert column.title
        assert column.meaning
        if column.codes:
            found = [word for record in listing.records for word in (column.value(record) or "").split(", ") if word]
            assert set(found) <= set(column.codes), column.title


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_every_order_has_a_column_and_every_column_one_title(listing: Listing):
    titles = [column.title for column in listing.columns]
    assert len(set(titles)) == len(titles)
    assert all(0 <= sorting.column < len(titles) for sorting in listing.sortings)
    assert listing.sortings[0].name == "titel"
    assert listing.sortings[0].column == 0


@pytest.mark.parametrize("listing", LISTS.values(), ids=LISTS)
def test_page_shows_the_title_and_not_too_many_columns(listing: Listing):
    shown = [column for column in listing.columns if column.in_table]
    assert shown[0] is listing.columns[0]
    assert 3 <= len(shown) <= 6
    assert [column.value(record) for column in shown[:1] for record in listing.records] == [r.title for r in listing.records]


@pytest.mark.parametrize(
    ("list_name", "order", "title", "descending"),
    [
        ("list_examples", "traeger", "Träger", False),
        ("list_examples", "belege", "Jüngster Beleg", True),
        ("list_formats", "vorlauf", "Wochen Vorlauf", False),
        ("list_measures", "nummer", "Nummer", False),
        ("list_strategies", "kommune", "Kommune", False),
    ],
)
def test_order_goes_by_the_column_that_it_names(list_name: str, order: str, title: str, descending: bool):
    listing = LISTS[list_name]
    (sorting,) = (sorting for sorting in listing.sortings if sorting.name == order)
    assert (listing.columns[sorting.column].title, sorting.descending) == (title, descending)


def example(**fields: Any) -> Example:
    return Example.model_construct(**{"body": Body.TOWN, "population": None, "districts": ()} | fields)


def test_record_without_districts_concerns_the_whole_state():
    assert places(example()) == ("landesweit",)
    assert places(example(districts=(District.BAR, District.UM))) == (District.BAR, District.UM)


def test_districts_are_offered_by_name_and_the_whole_state_last():
    names = [label for _, label in DISTRICTS]
    assert names == [*sorted(names[:-1]), "landesweit"]
    assert len(names) == len(District) + 1


def test_collection_of_measures_is_no_strategy():
    listing = LISTS["list_strategies"]
    (facet,) = (facet for facet in listing.facets if facet.name == "art")
    column = next(column for column in listing.columns if column.title == "Art")
    for collection, value, label in ((True, "sammlung", "Sammlung"), (False, "strategie", "Strategie")):
        record = Strategy.model_construct(collection=collection)
        assert (tuple(facet.values(record)), column.value(record)) == ((value,), label)
