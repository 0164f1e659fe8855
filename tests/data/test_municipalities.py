"""The official list of municipalities is complete, and examples take their inhabitants from it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model.vocabulary import Body, District, MunicipalityKind
from kompass.size import MUNICIPAL, inhabitants, sizes_of

DATA = Path(__file__).parents[2] / "data"
DISTRICTS = {
    "barnim": (25, 194_169),
    "brandenburg-an-der-havel": (1, 74_113),
    "cottbus": (1, 95_123),
    "dahme-spreewald": (37, 178_793),
    "elbe-elster": (33, 97_967),
    "frankfurt-oder": (1, 57_107),
    "havelland": (26, 170_834),
    "maerkisch-oderland": (45, 197_817),
    "oberhavel": (19, 217_690),
    "oberspreewald-lausitz": (25, 107_793),
    "oder-spree": (37, 179_817),
    "ostprignitz-ruppin": (23, 99_152),
    "potsdam": (1, 184_754),
    "potsdam-mittelmark": (38, 221_268),
    "prignitz": (26, 75_595),
    "spree-neisse": (29, 109_635),
    "teltow-flaeming": (16, 177_688),
    "uckermark": (30, 117_432),
}
"""Municipalities and inhabitants of each Kreis in the official list, summed apart from our data."""


@cache
def catalogue() -> Catalogue:
    return load(DATA).catalogue


def test_there_are_413_with_the_inhabitants_of_the_land() -> None:
    found = catalogue().all("municipality")
    assert (len(found), len({record.ags for record in found})) == (413, 413)
    assert sum(record.population for record in found) == 2_556_747


@pytest.mark.parametrize("district", District, ids=lambda district: district.value)
def test_district_has_its_municipalities_and_inhabitants(district: District) -> None:
    found = [record for record in catalogue().all("municipality") if record.district is district]
    assert (len(found), sum(record.population for record in found)) == DISTRICTS[district.value]


def test_key_tells_the_district() -> None:
    prefixes = {(record.ags[:5], record.district) for record in catalogue().all("municipality")}
    assert len(prefixes) == len(District)


def test_four_cities_belong_to_no_landkreis() -> None:
    kinds = Counter(record.kind for record in catalogue().all("municipality"))
    assert kinds == {MunicipalityKind.CITY: 4, MunicipalityKind.TOWN: 109, MunicipalityKind.MUNICIPALITY: 300}


def test_sorbian_names_stand_beside_the_german_ones() -> None:
    found = {record.title: record.sorbian_name for record in catalogue().all("municipality") if record.sorbian_name}
    assert found["Cottbus"] == "Chóśebuz"
    assert found["Lübbenau/Spreewald"] == "Lubnjow/Błota"
    assert not any(
        "/" in title for title in found if title not in {"Lübbenau/Spreewald", "Vetschau/Spreewald", "Neuhausen/Spree"}
    )


def test_every_municipal_example_has_a_size() -> None:
    examples = catalogue().all("example")
    assert [example.id for example in examples if example.body in MUNICIPAL and not example.places] == []
    assert [example.id for example in examples if not sizes_of(catalogue(), example)] == []


def test_places_lie_in_the_districts_of_the_example() -> None:
    found = [
        (example.id, place.municipality)
        for example in catalogue().all("example")
        for place in example.places
        if catalogue().get("municipality", place.municipality).district not in example.districts
    ]
    assert found == []


def test_an_amt_counts_all_its_municipalities() -> None:
    amt = catalogue().get("example", "gransee-smartes-gransee")
    assert amt.body is Body.AMT
    assert inhabitants(catalogue(), amt).count == 8_922
    assert sizes_of(catalogue(), amt) == ("bis-20000",)
