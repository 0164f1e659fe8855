"""Each record of the real data keeps each rule that must be kept: one test per record, whose message lists the problems."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kompass.load import Loaded, load
from kompass.problem import Problem
from kompass.reading.inventory import Entry, read_folder
from kompass.rules import RULES, Severity, Stage

DATA = Path(__file__).parents[2] / "data"
RECORD_RULES = {rule.name for rule in RULES.values() if rule.stage is not Stage.FILE and rule.severity is Severity.ERROR}
FILE_RULES = {rule.name for rule in RULES.values() if rule.stage is Stage.FILE}

Key = tuple[str, int]
"""Name of the file, line on which the record begins (0: none)."""


@cache
def loaded() -> Loaded:
    return load(DATA, today=date.today())


@cache
def entries() -> tuple[Entry, ...]:
    return read_folder(DATA, date.today())[0].entries


@cache
def found() -> dict[Key, list[Problem]]:
    """Return the problems of the real data by record."""
    starts = {(entry.document.path.name, line_of(entry)): entry for entry in entries()}
    problems: dict[Key, list[Problem]] = defaultdict(list)
    for problem in loaded().problems:
        lines = (line for name, line in starts if name == problem.path.name and line <= problem.line)
        problems[problem.path.name, max(lines, default=0)].append(problem)
    return problems


def line_of(entry: Entry) -> int:
    return entry.document.position(entry.slot)[0]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "entry" in metafunc.fixturenames:
        metafunc.parametrize("entry", entries(), ids=lambda entry: f"{entry.kind.name}-{entry.id}")


def test_record_keeps_every_rule(entry: Entry) -> None:
    problems = found().get((entry.document.path.name, line_of(entry)), [])
    assert [f"{one.line}:{one.column}: {one.message} [{one.rule}]" for one in problems if one.rule in RECORD_RULES] == []


def test_sweep_meets_every_problem_of_the_data_once() -> None:
    assert sum(map(len, found().values())) == len(loaded().problems)
    assert len(RECORD_RULES) > 30
    assert len(entries()) > 450


def test_files_keep_every_rule() -> None:
    assert [problem for problem in loaded().problems if problem.rule in FILE_RULES] == []
    assert len(FILE_RULES) > 20


def test_every_record_is_in_the_catalogue() -> None:
    catalogue = loaded().catalogue
    assert [entry.id for entry in entries() if catalogue.find(entry.kind.name, str(entry.id)) is None] == []


def test_hints_stay_few() -> None:
    hints = [problem for problem in loaded().problems if RULES[problem.rule].stage is Stage.WORDING]
    assert len(hints) <= 10
