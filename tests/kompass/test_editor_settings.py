"""What we ship for editors works: each data file finds its schema, a report of the check becomes a list to click."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kompass.load import load
from kompass.model import FILES
from kompass.telling.report import format_text

ROOT = Path(__file__).parents[2]


def read(path: str) -> Any:
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_data_file_finds_its_schema_by_setting_and_by_first_line(file):
    assert read(".vscode/settings.json")["yaml.schemas"][f"./schemas/{file.name}.schema.json"] == f"data/{file.name}.yml"
    first = (ROOT / f"data/{file.name}.yml").read_text(encoding="utf-8").partition("\n")[0]
    assert (ROOT / "data" / first.rpartition("$schema=")[2]).resolve() == (ROOT / f"schemas/{file.name}.schema.json").resolve()


def test_setting_names_no_file_that_is_gone():
    schemas = read(".vscode/settings.json")["yaml.schemas"]
    assert len(schemas) == len(FILES)
    assert all((ROOT / schema).is_file() and (ROOT / data).is_file() for schema, data in schemas.items())


def test_report_of_the_check_becomes_a_list_to_click(data: Path):
    (data / "examples.yml").write_text(
        "# yaml-language-server: $schema=../schemas/examples.schema.json\n- id: A\n", encoding="utf-8"
    )
    report = format_text(load(data, today=date(2026, 11, 22)))
    matcher = read(".vscode/tasks.json")["tasks"][0]["problemMatcher"][0]["pattern"]["regexp"]
    found = [re.match(matcher, line) for line in report.splitlines() if not line.startswith(" ")]
    assert ("data/examples.yml", "2") in {(match[1], match[2]) for match in found if match}


def test_container_brings_the_recommended_extensions():
    container = read(".devcontainer/devcontainer.json")["customizations"]["vscode"]["extensions"]
    assert container == read(".vscode/extensions.json")["recommendations"]
