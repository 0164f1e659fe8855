"""How many people live where an example happens, from the official list, and the size classes that readers choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kompass.catalogue import Catalogue
from kompass.model import Example, Municipality, Strategy
from kompass.model.vocabulary import Body

STEPS = ((5_000, "unter-5000"), (20_000, "bis-20000"), (50_000, "bis-50000"))
LARGEST = "ueber-50000"
SHARED = "kreis-verbund"
LABELS = {
    "unter-5000": "unter 5.000",
    "bis-20000": "5.000 bis 20.000",
    "bis-50000": "20.000 bis 50.000",
    LARGEST: "über 50.000",
    SHARED: "Landkreis, Verbund, Land",
}
MUNICIPAL = (Body.TOWN, Body.MUNICIPALITY, Body.AMT)
"""Bodies that are one municipality, or govern several as one: they always have places."""
WIDE = (Body.DISTRICT, Body.STATE, Body.ALLIANCE, Body.REGION)


@dataclass(frozen=True)
class Inhabitants:
    """A number of people and the day it was counted."""

    count: int
    as_of: str


def municipalities_of(catalogue: Catalogue, example: Example | Strategy) -> Sequence[Municipality]:
    """Return the municipalities of an example: its places, for a Landkreis all that belong to it."""
    if example.body is Body.DISTRICT:
        return [record for record in catalogue.all("municipality") if record.district in example.districts]
    ids = dict.fromkeys(place.municipality for place in example.places)
    return [catalogue.get("municipality", name) for name in ids]


def inhabitants(catalogue: Catalogue, example: Example | Strategy) -> Inhabitants | None:
    """Return how many people live there; None for what has no places, and for mere parts of a municipality."""
    found = municipalities_of(catalogue, example)
    if not found:
        return None
    return Inhabitants(sum(record.population for record in found), min(record.population_as_of for record in found))


def sizes_of(catalogue: Catalogue, example: Example | Strategy) -> tuple[str, ...]:
    """Return the size classes an example belongs to: those of its places, for an Amt that of all its people together."""
    if example.body in (Body.DISTRICT, Body.STATE):
        return (SHARED,)
    found = municipalities_of(catalogue, example)
    if example.body is Body.AMT:
        return (size_of(sum(record.population for record in found)),)
    classes = tuple(dict.fromkeys(size_of(record.population) for record in found))
    return (*classes, SHARED) if example.body in WIDE or not classes else classes


def size_of(population: int) -> str:
    """Return the size class of a number of people."""
    return next((name for limit, name in STEPS if population < limit), LARGEST)
