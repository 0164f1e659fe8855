"""The table of fields and principles counts each entry where it belongs, and says how dark a cell is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from macros.coverage import Cell, cover, step_labels


def one(**fields: Any) -> Any:
    return SimpleNamespace(**fields)


RECORDS = {
    "action_field": [one(id="energie", indicators=(1, 2, 3)), one(id="verkehr", indicators=())],
    "principle": [one(id="lokal"), one(id="offen")],
    "example": [
        one(action_fields=("energie",), principles=("lokal",)),
        one(action_fields=("energie", "verkehr"), principles=("lokal", "offen")),
    ],
    "measure": [
        one(action_field="energie", further_fields=(), principles=("lokal",)),
        one(action_field="verkehr", further_fields=("energie",), principles=("offen",)),
    ],
}
SITE: Any = SimpleNamespace(records=RECORDS.__getitem__)


def test_entries_count_for_each_of_their_fields_and_principles():
    counted = {
        row.action_field.id: [(cell.principle.id, cell.examples, cell.measures) for cell in row.cells] for row in cover(SITE)
    }
    assert counted == {
        "energie": [("lokal", 2, 1), ("offen", 1, 1)],
        "verkehr": [("lokal", 1, 0), ("offen", 1, 1)],
    }


def test_row_counts_the_indicators_of_its_field():
    assert [row.indicators for row in cover(SITE)] == [3, 0]


@pytest.mark.parametrize(
    ("examples", "measures", "step"), [(0, 0, 0), (1, 0, 1), (2, 1, 1), (2, 2, 2), (7, 0, 2), (4, 4, 3), (11, 0, 3), (6, 6, 4)]
)
def test_cell_is_the_darker_the_more_it_holds(examples: int, measures: int, step: int):
    cell = Cell(one(id="lokal"), examples, measures)
    assert (cell.total, cell.step) == (examples + measures, step)


def test_legend_names_every_step():
    assert step_labels() == ["keine", "1 bis 3", "4 bis 7", "8 bis 11", "12 und mehr"]
