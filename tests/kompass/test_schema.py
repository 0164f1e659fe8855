"""The committed schemas are those of the model and help editors in German."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kompass.model import FILES, DataFile
from kompass.schema import render, schema

SCHEMAS = Path(__file__).parents[2] / "schemas"


def definition(file: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema(next(each for each in FILES if each.name == file))["$defs"][name]
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_committed_schema_is_that_of_the_model(file: DataFile) -> None:
    committed = (SCHEMAS / f"{file.name}.schema.json").read_text(encoding="utf-8")
    assert committed == render(file), "Bitte »python -m kompass schemas« ausführen"


def test_no_schema_is_left_over() -> None:
    assert {path.name for path in SCHEMAS.iterdir()} == {f"{file.name}.schema.json" for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_field_is_described(file: DataFile) -> None:
    fields = {
        f"{name}.{field}": content
        for name, found in schema(file)["$defs"].items()
        for field, content in found.get("properties", {}).items()
    }
    assert [name for name, content in fields.items() if not content.get("description")] == []


def test_reference_names_its_kind() -> None:
    assert definition("examples", "Example")["properties"]["action_fields"]["items"]["x-verweis"] == "action_field"


def test_controlled_words_carry_their_labels() -> None:
    assert definition("examples", "Status")["x-labels"]["laufend"] == "laufend"


def test_unknown_fields_are_refused() -> None:
    assert definition("examples", "Example")["additionalProperties"] is False


def test_bare_year_is_accepted() -> None:
    choices = definition("examples", "Source")["properties"]["date"]["anyOf"]
    assert choices[0]["type"] == ["string", "integer"]


def test_file_with_several_kinds_is_a_mapping() -> None:
    charta = schema(next(file for file in FILES if file.name == "charta"))
    assert charta["required"] == ["guidelines", "features", "principles"]
