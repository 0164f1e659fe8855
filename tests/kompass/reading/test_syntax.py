"""A complaint of the parser is traced back to the slip that an editor most likely made."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kompass.reading.syntax import LOOK_BACK, explain
from kompass.rule_names import RuleName

PATH = Path("data/faq.yml")
SLIP = '  title: "Smart" City'
FINE = "  answer: gut"


def complaint(line: int, *, first: int = 1, text: str = "did not find expected key", context: str = "") -> Any:
    """Return an error of the parser at a line, inside something that began at line `first` (both from 1)."""
    return SimpleNamespace(
        problem=text,
        context=context,
        problem_mark=SimpleNamespace(line=line - 1, column=2),
        context_mark=SimpleNamespace(line=first - 1, column=4),
    )


def explained(lines: list[str], error: Any) -> tuple[int, int, RuleName]:
    problem = explain(PATH, error, lambda mark: mark.line + 1, [line.encode() for line in lines])
    return problem.line, problem.column, problem.rule


@pytest.mark.parametrize("distance", [0, 1, 2, 3])
def test_slip_up_to_three_lines_above_is_the_cause(distance: int):
    lines = [FINE, SLIP, *[FINE] * distance]
    assert explained(lines, complaint(2 + distance)) == (2, 10, RuleName.TEXT_AFTER_QUOTE)


def test_slip_further_up_is_not_the_cause():
    assert explained([SLIP, *[FINE] * 4], complaint(5)) == (5, 3, RuleName.INDENTATION)


def test_slip_of_the_entry_before_is_not_the_cause():
    assert explained([SLIP, FINE, FINE], complaint(3, first=2)) == (3, 3, RuleName.INDENTATION)


def test_nearest_slip_is_the_cause():
    assert explained([SLIP, SLIP, FINE], complaint(3))[0] == 2


def test_error_behind_the_last_line_is_looked_for_in_the_last_line():
    assert explained([FINE, SLIP], complaint(3)) == (2, 10, RuleName.TEXT_AFTER_QUOTE)


@pytest.mark.parametrize(("above", "found"), [(LOOK_BACK, True), (LOOK_BACK + 1, False)])
def test_open_quotation_mark_is_looked_for_further_up(above: int, found: bool):
    lines = ["  title: 'Smart City", *["  Text"] * above]
    place = explained(lines, complaint(above + 1))
    assert place == ((1, 10, RuleName.UNCLOSED_QUOTE) if found else (above + 1, 3, RuleName.INDENTATION))


def test_mark_that_is_never_closed_is_named_where_it_opens():
    error = complaint(9, first=2, text="found unexpected end of stream", context="while scanning a quoted scalar")
    assert explained([FINE] * 9, error) == (2, 5, RuleName.UNCLOSED_QUOTE)


def test_escape_inside_quotation_marks_is_no_open_mark():
    error = complaint(1, text="found unknown escape character", context="while scanning a quoted scalar")
    assert explained([FINE], error) == (1, 3, RuleName.YAML_SYNTAX)


def test_error_without_a_place_stands_at_the_beginning():
    error: Any = ValueError("control characters are not allowed")
    assert explained([FINE], error) == (1, 1, RuleName.BINARY_FILE)


def test_unknown_complaint_is_told_all_the_same():
    assert explained([FINE], complaint(1, text="something new")) == (1, 3, RuleName.YAML_SYNTAX)


@pytest.mark.parametrize(
    ("line", "column", "rule"),
    [
        ("  title:Smart City", 3, RuleName.MISSING_SPACE),
        ("  - title:Smart City", 5, RuleName.MISSING_SPACE),
        ("  title: Smart: City", 10, RuleName.COLON_IN_TEXT),
        ("  - Smart City: eine Stadt: klug", 5, RuleName.COLON_IN_TEXT),
        ("  - 'Smart' City", 5, RuleName.TEXT_AFTER_QUOTE),
    ],
)
def test_usual_slip_is_named_at_its_place(line: str, column: int, rule: RuleName):
    assert explained([line], complaint(1)) == (1, column, rule)


@pytest.mark.parametrize(
    "line", ["  die Bürger:innen", "  url: https://a.example", '  title: "Smart City" # Name', "  key: [a, b]"]
)
def test_line_without_a_slip_is_not_blamed(line: str):
    assert explained([line], complaint(1)) == (1, 3, RuleName.INDENTATION)
