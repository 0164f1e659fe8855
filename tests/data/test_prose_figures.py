"""Durations, person-days and hours told in prose are those that phases, measures and topics hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import floor
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model import Phase

ROOT = Path(__file__).parents[2]
GUIDANCE = ("faq", "phases", "checklist", "topics", "action_fields", "glossary", "templates")
SIZES = ("under_5000", "to_20000", "over_20000", "district")
LAST_BEFORE_DECISION = 5
LEAD = 2 / 3
"""Share of the work that the responsible person does, as the first phase says."""
DAYS_A_MONTH = 2
"""Person-days in a month at four hours a week, as the roadmap says."""
NUMBERS = dict(zip("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(), range(13), strict=True))
PARTS = {"halbes": 0.5, "anderthalb": 1.5, "zweieinhalb": 2.5}
SPAN = re.compile(r"(?<![.\d])(\d{1,3}) (?:bis|und) (\d{1,3})\b(?!\.\d)")
DURATION = re.compile(r"(\w+)(?: bis (\w+))? (Woche|Monat|Jahr)")
PROMISE = re.compile(r"(?:nach|in|binnen) (\w+) Monaten (?:fertig|sichtbar|zu Ende|steht)")


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


def lines() -> Iterator[tuple[str, str]]:
    """Yield place and text of each line that readers see of the guidance, one sentence a line as the data is written."""
    paths = [*(ROOT / "data" / f"{name}.yml" for name in GUIDANCE), *sorted((ROOT / "docs").rglob("*.md"))]
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def phases(last: int) -> list[Phase]:
    return [phase for phase in catalogue().all("phase") if phase.order <= last]


def days(some: list[Phase], size: str) -> tuple[int, int]:
    """Return the person-days of some phases together."""
    spans = [getattr(phase.effort, size) for phase in some]
    return sum(span.low for span in spans), sum(span.high for span in spans)


def known_spans() -> set[tuple[int, int]]:
    """Return the person-days of each phase, of the first two, and of all until the decision, for each size."""
    groups = [[phase] for phase in catalogue().all("phase")] + [phases(2), phases(LAST_BEFORE_DECISION)]
    return {days(group, size) for group in groups for size in SIZES}


def number(word: str) -> float:
    """Return a number written in digits or as a German word; raise KeyError if it is neither."""
    small = word.lower()
    return int(word) if word.isdigit() else (PARTS | NUMBERS).get(small) or NUMBERS[small.removesuffix("en").removesuffix("e")]


def months(duration: str) -> tuple[float, float]:
    """Return the first duration in a text as months."""
    found = DURATION.search(duration)
    assert found, duration
    unit = {"Woche": 12 / 52, "Monat": 1, "Jahr": 12}[found[3]]
    low = number(found[1])
    return low * unit, (number(found[2]) if found[2] else low) * unit


def rounded(value: float) -> int:
    return floor(value + 0.5)


def question(name: str) -> str:
    record = catalogue().get("question", name)
    return f"{record.answer}\n{record.explanation}"


def test_person_days_in_prose_are_those_of_the_phases() -> None:
    told = [
        (place, span)
        for place, line in lines()
        if "Personentag" in line and "templates" not in place
        for span in SPAN.findall(line)
    ]
    assert len(told) >= 6, "the sweep finds what it is for"
    assert [place for place, (low, high) in told if (int(low), int(high)) not in known_spans()] == []


def test_months_until_the_decision_are_the_sum_of_the_phases() -> None:
    low, high = (sum(side) for side in zip(*(months(phase.duration) for phase in phases(LAST_BEFORE_DECISION)), strict=True))
    told = f"{rounded(low)} bis {rounded(high)} Monate"
    assert told in question("wie-lange-dauert-es")
    assert told in catalogue().get("phase", "vorbereiten").purpose


@pytest.mark.parametrize(("hours", "days_a_month"), [("vier Stunden", DAYS_A_MONTH), ("acht", 2 * DAYS_A_MONTH)])
def test_four_hours_a_week_promise_what_the_person_days_allow(hours: str, days_a_month: int) -> None:
    words = {value: word for word, value in NUMBERS.items()}
    low, high = (words[rounded(side * LEAD / days_a_month)] for side in days(phases(2), "to_20000"))
    text = question("womit-anfangen-bei-vier-stunden")
    assert re.search(rf"mit {hours}\b[^.]*\b{low} bis {high}\b", text), (hours, low, high)


def test_nothing_is_promised_faster_than_the_shortest_measure() -> None:
    shortest = min(months(measure.duration)[0] for measure in catalogue().all("measure"))
    promises = [(place, word) for place, line in lines() for word in PROMISE.findall(line)]
    assert promises, "the sweep finds what it is for"
    assert [place for place, word in promises if number(word) < shortest] == []


def test_measure_named_as_a_quick_start_takes_as_long_as_told() -> None:
    low, _ = months(catalogue().get("measure", "maengelmelder-mit-antwortfrist").duration)
    assert f"bis zum Start mit {next(word for word, value in NUMBERS.items() if value == low)} Monaten" in question(
        "womit-anfangen-bei-vier-stunden"
    )


def test_hours_in_the_cost_of_a_topic_are_the_sum_of_its_steps() -> None:
    told = {
        topic.id: (topic, int(found[1]))
        for topic in catalogue().all("topic")
        if (found := re.search(r"(\d+) Arbeitsstunden", topic.cost_note))
    }
    assert told
    assert [name for name, (topic, hours) in told.items() if abs(sum(step.hours for step in topic.first_steps) - hours) > 1] == []
