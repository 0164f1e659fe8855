"""JSON Schemas of the data files, from the model: they make editors show fields, words and descriptions while writing."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from kompass.model import KINDS, DataFile, Kind, Record, vocabulary
from kompass.model.labels import example_of, label_of
from kompass.model.workspace import Workspace

DRAFT = "http://json-schema.org/draft-07/schema#"
KIND_OF: dict[str, Kind] = {kind.model.__name__: kind for kind in KINDS.values()}


@cache
def schema(file: DataFile) -> dict[str, Any]:
    """Return the schema of one data file."""
    models = [(kind.model, "validation") for kind in file.kinds]
    _, found = models_json_schema(models, ref_template="#/$defs/{model}")  # type: ignore[arg-type]
    definitions = {name: _in_german(name, definition) for name, definition in found["$defs"].items()}
    head: dict[str, Any] = {"$schema": DRAFT, "title": ", ".join(kind.plural for kind in file.kinds)}
    return head | _top(file) | {"$defs": definitions}


def definitions(files: tuple[DataFile, ...]) -> dict[str, Any]:
    """Return the definitions of all files in one mapping; a name means the same everywhere."""
    return {name: definition for file in files for name, definition in schema(file)["$defs"].items()}


@cache
def workspace_schema() -> dict[str, Any]:
    """Return the schema of the file of "Meine Strategie"."""
    return {"$schema": DRAFT} | Workspace.model_json_schema(ref_template="#/$defs/{model}")


def render(file: DataFile) -> str:
    """Return the text of the schema file."""
    return json.dumps(schema(file), ensure_ascii=False, indent=2) + "\n"


def _top(file: DataFile) -> dict[str, Any]:
    if file.is_list:
        return {"type": "array", "items": _reference(file.kinds[0])}
    lists = {str(kind.key): {"type": "array", "description": kind.plural, "items": _reference(kind)} for kind in file.kinds}
    return {"type": "object", "properties": lists, "required": list(lists), "additionalProperties": False}


def _reference(kind: Kind) -> dict[str, str]:
    return {"$ref": f"#/$defs/{kind.model.__name__}"}


def _in_german(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    """Replace the English docstring and title of a definition; add the labels of controlled words."""
    changed = {key: value for key, value in definition.items() if key not in ("description", "title")}
    if name in KIND_OF:
        changed["title"] = KIND_OF[name].label
    words = getattr(vocabulary, name, None)
    if isinstance(words, type) and issubclass(words, vocabulary.Word):
        changed["x-labels"] = {word.value: word.label for word in words}
        changed["enumDescriptions"] = [word.label for word in words]
    if "properties" in changed:
        fields = changed["properties"]
        changed["properties"] = {key: _labelled(name, key, fields[key]) for key in key_order(list(fields))}
    return changed


def key_order(names: list[str]) -> list[str]:
    """Return the names of fields in the order in which they stand in the files: what all records share frames the rest."""
    first = [name for name in ("id", "title") if name in names]
    last = [name for name in Record.model_fields if name in names and name not in first]
    is_record = len(first) + len(last) == len(Record.model_fields)
    return first + [name for name in names if name not in first + last] + last if is_record else names


def _labelled(model: str, name: str, field: dict[str, Any]) -> dict[str, Any]:
    """Put the German name in place of the English title, and an example beside it."""
    kept = {key: value for key, value in field.items() if key != "title"}
    example = example_of(model, name)
    return {"title": label_of(model, name)} | kept | ({} if example is None else {"examples": [example]})
