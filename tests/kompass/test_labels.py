"""Editors see a German name for every field, and examples that really fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

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


def test_every_field_has_a_german_name():
    assert [f"{model.__name__}.{field}" for model, field in FIELDS if label_of(model.__name__, field) == field] == []
    assert len(FIELDS) > 250


def test_every_example_fits_its_field():
    examples = [(model, field) for model, field in FIELDS if example_of(model.__name__, field) is not None]
    assert [fault for model, field in examples if (fault := misfit(model, field))] == []
    assert len(examples) > 150


def misfit(model: type[BaseModel], field: str) -> str:
    """Return why the example of a field does not fit it, or nothing."""
    adapter: TypeAdapter[Any] = TypeAdapter(model.model_fields[field].rebuild_annotation())
    try:
        return "" if adapter.validate_python(example_of(model.__name__, field)) is not None else f"{model.__name__}.{field}: None"
    except ValidationError as error:
        return f"{model.__name__}.{field}: {error}"


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
