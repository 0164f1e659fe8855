"""Find fields in the models: by mark, by type, by the path of a value. Paths hold field names; lists are passed through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Names = tuple[str, ...]
Mark = TypeVar("Mark")
FIRST = ("id", "title")
LAST = ("checked", "sources", "aliases", "reservation")


@cache
def marked(model: type[BaseModel], mark: type[Mark]) -> tuple[tuple[Names, Mark], ...]:
    """Return the path and the mark of each field, at any depth, that carries a mark of this type."""
    return tuple((names, found) for names, field in every_field(model) for found in marks_of(field) if isinstance(found, mark))


@cache
def parts(model: type[BaseModel], part: type[BaseModel]) -> tuple[Names, ...]:
    """Return the paths of the fields, at any depth, that hold parts of this type."""
    return tuple(names for names, field in every_field(model) if part_of(field) is part)


def field_at(model: type[BaseModel], path: tuple[str | int, ...]) -> FieldInfo | None:
    """Return the field that a path of names and list positions leads to."""
    field: FieldInfo | None = None
    inside: type[BaseModel] | None = model
    for name in path:
        if isinstance(name, int):
            continue
        if inside is None or name not in inside.model_fields:
            return None
        field = inside.model_fields[name]
        inside = part_of(field)
    return field


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Return the model of the record or part that a path leads to."""
    if not any(isinstance(name, str) for name in path):
        return model
    field = field_at(model, path)
    return part_of(field) if field else None


def order_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields in the order of the model; id and title come first, what all entries have comes last."""
    fields = list(model.model_fields)
    if "checked" not in fields:
        return tuple(fields)
    return (*FIRST, *(name for name in fields if name not in FIRST + LAST), *LAST)


def part_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the model of the parts that a field holds, if it holds any."""
    found = (kind for kind in _types(field.annotation) if isinstance(kind, type) and issubclass(kind, BaseModel))
    return next(found, None)


def is_list(field: FieldInfo) -> bool:
    """Tell whether a field holds a list."""
    return any(getattr(kind, "__origin__", None) is tuple for kind in _types(field.annotation))


def plain_types(annotation: Any) -> Iterator[Any]:
    """Yield the types that a value may have, without marks: those of a list are the list and what is in it."""
    return (kind for kind in _types(annotation) if isinstance(kind, type) or getattr(kind, "__origin__", None) is tuple)


def every_field(model: type[BaseModel], above: Names = ()) -> Iterator[tuple[Names, FieldInfo]]:
    """Yield the path of each field, at any depth, and the field."""
    for name, field in model.model_fields.items():
        yield (*above, name), field
        if part := part_of(field):
            yield from every_field(part, (*above, name))


def marks_of(field: FieldInfo) -> Iterator[Any]:
    """Yield the marks of a field and of what is in it."""
    yield from field.metadata
    for kind in _types(field.annotation):
        yield from getattr(kind, "__metadata__", ())


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for inner in get_args(annotation):
        yield from _types(inner)
