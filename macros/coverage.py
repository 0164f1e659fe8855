"""How many examples and measure profiles there are for each action field and each principle: where the gaps are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kompass.model import ActionField, Principle
from macros.site import Site

STEPS = (1, 4, 8, 12)


@dataclass(frozen=True)
class Cell:
    """The entries of one field that serve one principle; `step` from 0 (none) to 4 (many)."""

    principle: Principle
    examples: int
    measures: int

    @property
    def total(self) -> int:
        """Both together."""
        return self.examples + self.measures

    @property
    def step(self) -> int:
        """How dark the cell is."""
        return sum(self.total >= least for least in STEPS)


@dataclass(frozen=True)
class Row:
    """One action field: its cells and the number of its indicators."""

    action_field: ActionField
    cells: tuple[Cell, ...]
    indicators: int


def cover(site: Site) -> list[Row]:
    """Return one row for each action field, with a cell for each principle."""
    return [row(site, field) for field in site.records("action_field")]


def row(site: Site, field: ActionField) -> Row:
    """Count what belongs to one action field."""
    examples = [one for one in site.records("example") if field.id in one.action_fields]
    measures = [one for one in site.records("measure") if field.id in (one.action_field, *one.further_fields)]
    cells = tuple(
        Cell(
            principle,
            sum(principle.id in one.principles for one in examples),
            sum(principle.id in one.principles for one in measures),
        )
        for principle in site.records("principle")
    )
    return Row(field, cells, len(field.indicators))


def step_labels() -> list[str]:
    """Return what each step stands for, from none to many."""
    spans = [f"{low} bis {above - 1}" for low, above in pairwise(STEPS)]
    return ["keine", *spans, f"{STEPS[-1]} und mehr"]
