"""The numbers of the measure profiles agree with their prose, their cost class and their steps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import Measure
from kompass.model.vocabulary import CostClass, Effort

ROOT = Path(__file__).parents[2]
BOUNDS = {
    CostClass.TINY: (0, 10_000),
    CostClass.SMALL: (10_000, 50_000),
    CostClass.MEDIUM: (50_000, 250_000),
    CostClass.LARGE: (250_000, 50_000_000),
}
LITTLE, MUCH = 25, 45
"""Person-days: a small effort stays below the first, a large one reaches the second."""
ASSESSED = {"months", "person_days", "person_days_yearly", "hall_days", "cost_once", "cost_yearly"}
EUROS = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d{3})(?:(?: bis |–)(\d{1,3}(?:\.\d{3})+))? €")
DAYS = re.compile(r"(\d+)(?:(?: bis |–)(\d+))? (?:Personent|T)age\b")
NUMBERS = dict(zip("ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(1, 13), strict=True))


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "measure" in metafunc.fixturenames:
        metafunc.parametrize("measure", catalogue().all("measure"), ids=lambda measure: measure.id)


def months_named(measure: Measure) -> Iterator[int]:
    """Yield the numbers of all months that the steps name."""
    for step in measure.steps:
        if "Monat" in str(step.when):
            yield from (int(number) for number in re.findall(r"\d+", str(step.when)))


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return the spans of a text; a single number is a span with equal ends."""
    found = (match.groups() for match in pattern.finditer(text))
    return [tuple(int((end or low).replace(".", "")) for end in (low, high)) for low, high in found]  # type: ignore[misc]


def test_months_are_the_last_month_named_in_the_steps(measure: Measure) -> None:
    assert measure.months == max(months_named(measure))


def test_costs_lie_in_their_class(measure: Measure) -> None:
    low, high = BOUNDS[measure.cost_class]
    assert low <= measure.cost_once.low
    assert measure.cost_once.high <= high


def test_costs_are_those_of_the_prose(measure: Measure) -> None:
    once = [span for span in spans(EUROS, measure.cost_note) if span[0] >= 1000]
    if len(once) == 1 and "Anteil" not in measure.cost_note:
        low = 0 if "kann bis" in measure.cost_note else once[0][0]
        assert (low, once[0][1]) == (measure.cost_once.low, measure.cost_once.high)
    yearly = re.match(EUROS.pattern + " im Jahr", measure.running_costs)
    if yearly and "€ je" not in measure.running_costs and "Honorare" not in measure.running_costs:
        assert spans(EUROS, yearly[0])[0] == (measure.cost_yearly.low, measure.cost_yearly.high)


def test_person_days_are_those_of_the_prose(measure: Measure) -> None:
    told = spans(DAYS, measure.staff)
    if not told or "je Verfahren" in measure.staff:
        return
    low, high = told[0]
    of_the_hall = measure.hall_days or measure.person_days
    assert low == of_the_hall.low
    assert high in (of_the_hall.high, of_the_hall.low)


def test_effort_fits_the_person_days(measure: Measure) -> None:
    if measure.effort == Effort.LOW:
        assert measure.person_days.high <= LITTLE
    if measure.effort == Effort.HIGH:
        assert measure.person_days.high >= MUCH


def test_duration_told_in_months_is_that_of_the_steps(measure: Measure) -> None:
    told = re.match(r"(\w+) Monate?\b( bis zum)?", measure.duration)
    if told:
        number = NUMBERS.get(told[1].lower()) or int(told[1])
        assert number == measure.months or (told[2] and {number, number + 1} & set(months_named(measure)))


def test_numbers_are_marked_as_assessment(measure: Measure) -> None:
    own = next(source for source in measure.sources if source.claim)
    given = {name for name in ASSESSED if getattr(measure, name) is not None}
    assert not own.covers or given <= set(own.covers)


def test_time_of_the_hall_is_part_of_all_time(measure: Measure) -> None:
    if measure.hall_days:
        assert measure.hall_days.high < measure.person_days.high


def test_profiles_have_sourced_prices_where_towns_published_them() -> None:
    priced = [measure for measure in catalogue().all("measure") if measure.prices]
    assert len(priced) >= 10


def test_three_measures_are_done_in_three_months() -> None:
    quick = [measure for measure in catalogue().all("measure") if max(months_named(measure)) <= 3]
    assert len(quick) >= 3
    assert all(measure.months <= 3 and all("Monat" in str(step.when) for step in measure.steps) for measure in quick)
