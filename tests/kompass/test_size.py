"""Size and inhabitants of an example follow from its places and the official list."""

from __future__ import annotations

from typing import Any

import pytest

from kompass.catalogue import Catalogue
from kompass.model import Example, Municipality, Place
from kompass.model.vocabulary import Body, District
from kompass.size import Inhabitants, inhabitants, sizes_of

PEOPLE = {"dorf": 4_999, "stadt": 5_000, "mitte": 20_000, "gross": 50_000}
CATALOGUE = Catalogue(
    {
        "municipality": tuple(
            Municipality.model_construct(id=name, population=count, population_as_of="2024-12-31", district=District.BAR)
            for name, count in PEOPLE.items()
        )
    }
)


def example(body: Body, *places: str, **fields: Any) -> Example:
    found = tuple(Place(municipality=name) for name in places)
    return Example.model_construct(body=body, places=found, districts=fields.get("districts", ()))


@pytest.mark.parametrize(
    ("place", "size"),
    [("dorf", "unter-5000"), ("stadt", "bis-20000"), ("mitte", "bis-50000"), ("gross", "ueber-50000")],
)
def test_size_follows_from_the_inhabitants_of_the_place(place: str, size: str) -> None:
    assert sizes_of(CATALOGUE, example(Body.TOWN, place)) == (size,)


def test_an_amt_has_the_size_of_all_its_municipalities_together() -> None:
    amt = example(Body.AMT, "dorf", "stadt", "mitte")
    assert sizes_of(CATALOGUE, amt) == ("bis-50000",)
    assert inhabitants(CATALOGUE, amt) == Inhabitants(29_999, "2024-12-31")


def test_an_alliance_is_found_under_the_sizes_of_its_places_too() -> None:
    assert sizes_of(CATALOGUE, example(Body.ALLIANCE, "dorf", "stadt")) == ("unter-5000", "bis-20000", "kreis-verbund")


@pytest.mark.parametrize("body", [Body.COMPANY, Body.UNIVERSITY, Body.ASSOCIATION, Body.MUNICIPAL_COMPANY])
def test_other_bodies_have_the_size_of_their_place(body: Body) -> None:
    assert sizes_of(CATALOGUE, example(body, "dorf")) == ("unter-5000",)
    assert sizes_of(CATALOGUE, example(body)) == ("kreis-verbund",)


def test_a_landkreis_counts_all_municipalities_in_it() -> None:
    kreis = example(Body.DISTRICT, districts=(District.BAR,))
    assert inhabitants(CATALOGUE, kreis) == Inhabitants(sum(PEOPLE.values()), "2024-12-31")
    assert sizes_of(CATALOGUE, kreis) == ("kreis-verbund",)


def test_what_has_no_place_has_no_number() -> None:
    assert inhabitants(CATALOGUE, example(Body.STATE)) is None


def test_a_place_named_twice_counts_once() -> None:
    assert inhabitants(CATALOGUE, example(Body.TOWN, "dorf", "dorf")) == Inhabitants(4_999, "2024-12-31")
