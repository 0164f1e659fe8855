"""The tile map of Brandenburg: where each district's block stands and how dark it is.

Grid of 6 columns and 4 rows, tile 100, gap 8; Berlin is the hole at column 3, row 2.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from kompass.model.vocabulary import District

PITCH = 108
PLACES = {
    District.PR: (1, 1),
    District.OPR: (2, 1),
    District.OHV: (3, 1),
    District.UM: (4, 1),
    District.HVL: (2, 2),
    District.BAR: (4, 2),
    District.MOL: (5, 2),
    District.BRB: (1, 3),
    District.P: (2, 3),
    District.TF: (3, 3),
    District.LDS: (4, 3),
    District.LOS: (5, 3),
    District.FF: (6, 3),
    District.PM: (2, 4),
    District.EE: (3, 4),
    District.OSL: (4, 4),
    District.CB: (5, 4),
    District.SPN: (6, 4),
}
CITIES = {District.BRB, District.P, District.FF, District.CB}
STEPS = (1, 3, 5, 7)


@dataclass(frozen=True)
class Tile:
    """One block of the map; `x` and `y` in the units of the drawing, `step` from 0 (none) to 4 (many)."""

    id: str
    code: str
    name: str
    x: int
    y: int
    city: bool
    count: int
    strategies: int
    step: int


def draw_tiles(counts: Mapping[District, int], strategies: Mapping[District, int]) -> list[Tile]:
    """Return the tiles in reading order with the number of examples and of strategies in each district."""
    return [
        Tile(
            id=district.value,
            code=district.name,
            name=district.label,
            x=(column - 1) * PITCH,
            y=(row - 1) * PITCH,
            city=district in CITIES,
            count=counts.get(district, 0),
            strategies=strategies.get(district, 0),
            step=sum(counts.get(district, 0) >= least for least in STEPS),
        )
        for district, (column, row) in PLACES.items()
    ]


def step_labels() -> list[str]:
    """Return what each step stands for: 1 bis 2, 3 bis 4 …, 7 und mehr."""
    spans = [f"{low} bis {above - 1}" for low, above in pairwise(STEPS)]
    return [*spans, f"{STEPS[-1]} und mehr"]
