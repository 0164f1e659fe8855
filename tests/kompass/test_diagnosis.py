"""Whatever pydantic refuses is said in German."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from kompass.diagnosis import TRANSLATIONS, diagnose, translate
from kompass.model import FILES, Kind
from kompass.reading.inventory import Entry
from kompass.reading.source import Document, read
from kompass.rules import RULES

KINDS = [kind for file in FILES for kind in file.kinds]
VALID = Path(__file__).parents[1] / "cases" / "valid"
VALUES: list[Any] = [
    None,
    "",
    " ",
    "x",
    "X y",
    "a\nb",
    " x ",
    "x" * 5000,
    -1,
    0,
    10**12,
    1.5,
    True,
    [],
    ["x"],
    [None],
    [[]],
    [{}],
]
VALUES += [
    ["x"] * 9,
    {},
    {"x": 1},
    {"id": 1},
    "31.02.2024",
    "2024-02-31",
    "2024",
    2024,
    {"low": 3, "high": 1},
    ["x", 1, None],
    "own",
]


def entry(kind: Kind, data: Any) -> Entry:
    return Entry(kind, Document(Path("data/x.yml"), data, array("Q", [0] * 10)), data, 0)


def valid_data(kind: Kind) -> dict[str, Any]:
    file = next(file for file in FILES if kind in file.kinds)
    data = read(VALID / f"{file.name}.yml").data
    found: dict[str, Any] = (data if file.is_list else data[kind.key])[0]
    return found


def broken(model: type[BaseModel], data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the data with each field replaced by each value in turn, fields of parts included."""
    found = [data | {name: value} for name in [*model.model_fields, "unknown"] for value in VALUES]
    for name, field in model.model_fields.items():
        for part in parts(field.annotation):
            found += [data | {name: inner} for inner in broken(part, {})]
            found += [data | {name: [inner]} for inner in broken(part, {})]
    return found


def parts(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [part for inner in get_args(annotation) for part in parts(inner)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_error_that_the_model_can_raise_is_translated(kind: Kind) -> None:
    found = set()
    for data in broken(kind.model, valid_data(kind)):
        try:
            kind.model.model_validate(data)
        except ValidationError as error:
            found |= {detail["type"] for detail in error.errors(include_url=False)}
    assert len(found) > 5
    assert found - TRANSLATIONS.keys() == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_broken_entry_is_diagnosed_with_known_rules(kind: Kind) -> None:
    cases = broken(kind.model, valid_data(kind))
    problems = [problem for data in cases[:: len(cases) // 400 + 1] for problem in diagnose(entry(kind, data))[1]]
    assert problems
    assert {problem.rule for problem in problems} <= RULES.keys()
    assert all(problem.message.endswith((".", "“")) for problem in problems)


@pytest.mark.parametrize("name", sorted(set(get_args(ErrorType)) - TRANSLATIONS.keys()))
def test_unforeseen_error_becomes_a_polite_message(name: str) -> None:
    error = ErrorDetails(type=name, loc=("title",), msg="Input should be nice", input="\x1b[31mTitel", ctx={})
    problem = translate(entry(KINDS[0], {"title": "\x1b[31mTitel"}), error)
    assert problem.rule == "ungueltiger-wert"
    assert problem.message == f"Der Wert „<U+001B>[31mTitel“ passt hier nicht ({name})."
    assert "Input" not in problem.message + problem.fix
