"""What a rule is; one module beside this one per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from kompass.problem import Problem, Severity
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript

EXAMPLES = "# yaml-language-server: $schema=../schemas/examples.schema.json\n"
"""The first line of `data/examples.yml`, with which snippets begin that are whole files."""


class Stage(IntEnum):
    """Where a cause lies; at one place only the problems of the earliest stage are reported, for later ones follow from it."""

    FILE = 0
    TEXT = 1
    SHAPE = 2
    MEANING = 3
    WORDING = 4


@dataclass(frozen=True)
class Finding:
    """What is wrong with a text, and a fix if it is more precise than that of the rule."""

    message: str
    fix: str = ""


@dataclass(frozen=True)
class Rule:
    """A rule of the data.

    `good` and `bad` are fields of an entry of `file` (or the whole file, if they begin with a comment) and run as tests;
    `encoding` is how the bad one is saved. Rules about files as such have none.
    Manuscript and typing report their problems themselves; the other rules have `check`, which looks at all entries,
    `inspect`, which looks at one text of any kind, or `review`, which looks at what editors wrote in one entry.
    Severity, reason and measures of the editorial rules stand in `editorial.yml`; `reason` tells why a rule is so strict.
    """

    name: RuleName
    stage: Stage
    why: str
    fix: str
    good: str = ""
    bad: str = ""
    file: str = "examples"
    encoding: str = "utf-8"
    severity: Severity = Severity.ERROR
    reason: str = ""
    check: Callable[[Inventory], Iterator[Problem]] | None = None
    inspect: Callable[[str], Finding | None] | None = None
    review: Callable[[Manuscript, Inventory], Iterator[Problem]] | None = None
