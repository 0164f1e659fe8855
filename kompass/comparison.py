"""How towns of one size wrote their strategy: the cases of each size and what their figures have in common.

Pure functions over the catalogue, for the page and for whoever asks „how do towns like ours do it“. What no source says is not
counted, so each figure carries the number of cases behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from kompass.catalogue import Catalogue
from kompass.model import Strategy
from kompass.model.vocabulary import Body
from kompass.size import LABELS, SHARED, inhabitants, size_of

UNKNOWN = "unbekannt"
SIZES = {**LABELS, UNKNOWN: "kleine Orte, Einwohnerzahl nicht belegt"}
FIGURES: dict[str, Callable[[Strategy], int | None]] = {
    "field_count": lambda strategy: strategy.field_count,
    "measure_count": lambda strategy: strategy.measure_count,
    "workshops": lambda strategy: strategy.workshops,
    "months": lambda strategy: strategy.months,
    "pages": lambda strategy: strategy.pages,
    "euros": lambda strategy: strategy.euros,
}
"""What is compared: name of the field and how to read it."""


@dataclass(frozen=True)
class Spread:
    """The middle of a figure, its ends, and how many cases name it."""

    count: int
    low: int
    median: float
    high: int


@dataclass(frozen=True)
class Comparison:
    """All cases of one size, with the spread of each figure that at least one of them names."""

    size: str
    label: str
    cases: tuple[Strategy, ...]
    figures: dict[str, Spread]


def people(catalogue: Catalogue, strategy: Strategy) -> int | None:
    """Return how many people the strategy is for: by the official list in Brandenburg, else as its source says."""
    found = inhabitants(catalogue, strategy)
    return found.count if found else strategy.inhabitants


def size_class(catalogue: Catalogue, strategy: Strategy) -> str:
    """Return the size of the place; several that wrote one paper count together, a Landkreis is a class of its own."""
    if strategy.body is Body.DISTRICT:
        return SHARED
    count = people(catalogue, strategy)
    return UNKNOWN if count is None else size_of(count)


def spread(values: Iterable[int | None]) -> Spread | None:
    """Return the spread of the values that are known; None without any."""
    known = sorted(value for value in values if value is not None)
    return Spread(len(known), known[0], median(known), known[-1]) if known else None


def has_figures(strategy: Strategy) -> bool:
    """Tell whether at least one figure of the strategy is known."""
    return any(read(strategy) is not None for read in FIGURES.values())


def cases_of(catalogue: Catalogue, size: str) -> tuple[Strategy, ...]:
    """Return the strategies of one size of which at least one figure is known, by title."""
    strategies = (one for one in catalogue.all("strategy") if not one.collection and has_figures(one))
    return tuple(sorted((one for one in strategies if size_class(catalogue, one) == size), key=lambda one: one.title))


def compare(catalogue: Catalogue) -> tuple[Comparison, ...]:
    """Return the comparison of each size that has cases, small ones first."""
    return tuple(compare_cases(size, cases) for size in SIZES if (cases := cases_of(catalogue, size)))


def sizes_without_cases(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the labels of the sizes of which no case with figures is known."""
    return tuple(label for size, label in LABELS.items() if not cases_of(catalogue, size))


def compare_cases(size: str, cases: tuple[Strategy, ...]) -> Comparison:
    """Return the spreads over `cases`."""
    spreads = {name: spread(map(read, cases)) for name, read in FIGURES.items()}
    return Comparison(size, SIZES[size], cases, {name: found for name, found in spreads.items() if found})
