"""How places of one size wrote their strategy: medians, ends and numbers of cases are computed from the records."""

from __future__ import annotations

from typing import Any

from kompass.catalogue import Catalogue
from kompass.comparison import UNKNOWN, Spread, cases_of, compare, people, size_class, sizes_without_cases, spread
from kompass.model import Municipality, Place, Strategy
from kompass.model.vocabulary import Body, District

TOWN = Municipality.model_construct(
    id="stadt", title="Stadt", population=9_000, population_as_of="2024-12-31", district=District.BAR
)
HERE = (Place(municipality="stadt"),)


def strategy(name: str, **fields: Any) -> Strategy:
    return Strategy.model_construct(**{"id": name, "title": name, "body": Body.TOWN, "districts": ()} | fields)


def catalogue(*strategies: Strategy) -> Catalogue:
    return Catalogue({"municipality": (TOWN,), "strategy": strategies})


def test_spread_names_the_middle_the_ends_and_how_many_cases_there_are() -> None:
    assert spread([32, None, 10, 24]) == Spread(3, 10, 24, 32)
    assert spread([4, 7]) == Spread(2, 4, 5.5, 7)
    assert spread([None]) is None


def test_only_cases_with_a_figure_count_and_collections_never() -> None:
    found = catalogue(
        strategy("mit", places=HERE, months=10),
        strategy("ohne", places=HERE),
        strategy("sammlung", places=HERE, months=99, collection=True),
    )
    assert [one.id for one in cases_of(found, "bis-20000")] == ["mit"]


def test_each_size_is_compared_on_its_own() -> None:
    found = catalogue(
        strategy("a", places=HERE, months=10, field_count=4),
        strategy("b", inhabitants=12_000, outside="Sachsen", months=32),
        strategy("c", inhabitants=4_000, outside="Bayern", months=6),
        strategy("d", outside="Bayern", months=8),
    )
    small, middle, unknown = compare(found)
    assert (small.size, middle.size, unknown.size) == ("unter-5000", "bis-20000", UNKNOWN)
    assert middle.figures == {"months": Spread(2, 10, 21, 32), "field_count": Spread(1, 4, 4, 4)}


def test_sizes_of_which_nothing_is_known_are_named() -> None:
    found = catalogue(strategy("a", places=HERE, months=10))
    assert sizes_without_cases(found) == ("unter 5.000", "20.000 bis 50.000", "über 50.000", "Landkreis, Verbund, Land")


def test_inhabitants_come_from_the_official_list_before_any_other_source() -> None:
    one = strategy("a", places=HERE, inhabitants=1)
    assert people(catalogue(one), one) == 9_000


def test_a_landkreis_is_a_class_of_its_own() -> None:
    kreis = strategy("kreis", body=Body.DISTRICT, districts=(District.BAR,), months=18)
    assert size_class(catalogue(kreis), kreis) == "kreis-verbund"
