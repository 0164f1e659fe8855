"""The traffic light of the indicators tells the truth: it looks at the actual value and at the direction of the target."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kompass.load import load
from kompass.model.templates import Template
from kompass.templates.worksheet import Worksheet

ROOT = Path(__file__).parents[2]


@cache
def template() -> Template:
    found: Template = load(ROOT / "data").catalogue.get("template", "indikatoren-set")
    return found


def light(base: float, due: float | None, actual: float | None, better: str | None) -> Any:
    section = template().sections[0]
    assert section.table is not None
    row = {"indikator": "Probe", "ausgangswert": base, "sollwert": due, "istwert": actual, "besser": better}
    table = section.table.model_copy(update={"example": ({name: value for name, value in row.items() if value is not None},)})
    sheet = Worksheet((section.model_copy(update={"table": table}), *template().sections[1:]), is_example=True)
    return sheet.rows(table)[0]["ampel_stand"]


@pytest.mark.parametrize(
    ("base", "due", "actual", "better", "shown"),
    [
        (0, 100, 100, "mehr", "grün"),
        (0, 100, 90, "mehr", "grün"),
        (0, 100, 60, "mehr", "gelb"),
        (0, 100, 59, "mehr", "rot"),
        (0, 100, -5, "mehr", "rot"),
        (35, 22, 22, "weniger", "grün"),
        (35, 22, 27, "weniger", "gelb"),
        (35, 22, 36, "weniger", "rot"),
        (4, 4, 4, "mehr", "grün"),
        (4, 4, 5, "mehr", "grün"),
        (4, 4, 3, "mehr", "gelb"),
        (4, 4, 2, "mehr", "rot"),
        (0, 0, 0, "mehr", "grün"),
        (0, 0, 1, "mehr", "grün"),
        (10, 10, 10, "weniger", "grün"),
        (10, 10, 5, "weniger", "grün"),
        (10, 10, 12, "weniger", "gelb"),
        (10, 10, 20, "weniger", "rot"),
        (0, 0, 1, "weniger", "rot"),
        (10, 12, 15, "weniger", "gelb"),
        (10, 12, 30, "weniger", "rot"),
        (10, 8, 9, "mehr", "grün"),
        (10, 8, 4, "mehr", "rot"),
        (4, 4, 4, None, None),
        (4, 4, None, "mehr", None),
        (4, None, 4, "mehr", None),
    ],
)
def test_light_follows_the_actual_value(
    base: float, due: float | None, actual: float | None, better: str | None, shown: str | None
) -> None:
    assert light(base, due, actual, better) == shown
