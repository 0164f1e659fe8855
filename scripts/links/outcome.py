"""What the check of one link has shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How an editor should take it; the values are the headings of the report."""

    BROKEN = "Kaputt"
    UNCLEAR = "Unklar"
    MOVED = "Umgezogen"
    FINE = "In Ordnung"
    SKIPPED = "Nicht geprüft"


@dataclass(frozen=True)
class Outcome:
    """One link, the verdict and its reason in German; `target` is where the link leads in the end, if elsewhere."""

    url: str
    verdict: Verdict
    reason: str = ""
    target: str = ""
