"""Editors see a German name for every field, and examples that really fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from kompass.model import FILES
from kompass.model.labels import EXAMPLES, LABELS, example_of, label_of
from kompass.model.paths import part_of
from kompass.schema import key_order, schema


def models() -> Iterator[type[BaseModel]]:
    waiting: list[type[BaseModel]] = [kind.model for file in FILES for kind in file.kinds]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        yield model
        waiting += [part for field in model.model_fields.values() if (part := part_of(field))]


FIELDS = sorted({(model.__name__, name): (model, name) for model in models() for name in model.model_fields}.values(), key=str)


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_field_has_a_german_name(model: type[BaseModel], field: str):
    assert label_of(model.__name__, field) != field


@pytest.mark.parametrize(
    ("model", "field"),
    [(model, field) for model, field in FIELDS if example_of(model.__name__, field) is not None],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_example_fits_its_field(model: type[BaseModel], field: str):
    info = model.model_fields[field]
    adapter: TypeAdapter[Any] = TypeAdapter(info.rebuild_annotation())
    assert adapter.validate_python(example_of(model.__name__, field)) is not None


def test_no_name_and_no_example_is_left_over():
    known = {name for _, name in FIELDS} | {f"{model.__name__}.{name}" for model, name in FIELDS}
    assert set(LABELS) - known == set()
    assert set(EXAMPLES) - known == set()


def test_schema_has_the_order_of_the_files():
    examples = next(file for file in FILES if file.name == "examples")
    names = list(schema(examples)["$defs"]["Example"]["properties"])
    assert names[:3] == ["id", "title", "summary"]
    assert names[-4:] == ["checked", "sources", "aliases", "reservation"]


def test_parts_keep_their_order():
    assert key_order(["title", "url", "checked"]) == ["title", "url", "checked"]
