"""One problem in the data: where it is, which rule found it, what to say. How it is printed stands in `report`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kompass.rule_names import RuleName

LIMIT = 1000
"""So many problems of one rule are looked for: nobody reads more, and hostile data cannot make the check endless."""


class Severity(StrEnum):
    """How much a problem matters; only errors fail the check."""

    ERROR = "Fehler"
    WARNING = "Warnung"
    NOTE = "Hinweis"


@dataclass(frozen=True, order=True)
class Problem:
    """A problem at a place of a file (line and column count from 1).

    `rule` is the name of the rule whose `why` and `fix` are shown; `fix` replaces that of the rule where it knows better.
    `subject` tells apart problems of one place that have different causes, such as two missing fields of a record.
    `severity` is set only where it differs from that of the rule.
    """

    path: Path
    line: int
    column: int
    rule: RuleName
    message: str
    fix: str = field(default="", compare=False)
    subject: str = field(default="", compare=False)
    severity: Severity | None = field(default=None, compare=False)

    @property
    def place(self) -> tuple[Path, int, int]:
        """File, line and column."""
        return self.path, self.line, self.column
