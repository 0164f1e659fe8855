"""The tile map: every district has a place of its own, and its tile shows its numbers."""

from __future__ import annotations

import pytest

from kompass.model.vocabulary import District
from macros.tiles import CITIES, PLACES, draw_tiles, step_labels

BERLIN = (3, 2)


def test_every_district_has_a_place_of_its_own():
    assert PLACES.keys() == set(District)
    assert len(set(PLACES.values())) == len(District)


def test_place_of_berlin_stays_empty():
    assert BERLIN not in PLACES.values()


def test_map_has_six_columns_and_four_rows():
    assert {column for column, _ in PLACES.values()} == set(range(1, 7))
    assert {row for _, row in PLACES.values()} == set(range(1, 5))


def test_tiles_come_in_reading_order():
    places = [(tile.y, tile.x) for tile in draw_tiles({}, {})]
    assert places == sorted(places)


def test_tile_stands_where_its_district_does_and_shows_its_numbers():
    tiles = {tile.code: tile for tile in draw_tiles({District.MOL: 4}, {District.MOL: 2})}
    tile = tiles["MOL"]
    assert (tile.id, tile.name, tile.city) == (District.MOL.value, District.MOL.label, False)
    assert (tile.x, tile.y, tile.count, tile.strategies) == (432, 108, 4, 2)
    assert (tiles["PR"].x, tiles["PR"].y, tiles["PR"].count, tiles["PR"].strategies) == (0, 0, 0, 0)


def test_four_tiles_are_cities():
    assert {tile.code for tile in draw_tiles({}, {}) if tile.city} == {city.name for city in CITIES} == {"BRB", "P", "FF", "CB"}


@pytest.mark.parametrize(("count", "step"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3), (7, 4), (90, 4)])
def test_tile_is_the_darker_the_more_examples_it_has(count: int, step: int):
    (tile,) = (tile for tile in draw_tiles({District.BAR: count}, {}) if tile.code == "BAR")
    assert tile.step == step


def test_legend_names_every_step():
    assert step_labels() == ["1 bis 2", "3 bis 4", "5 bis 6", "7 und mehr"]
