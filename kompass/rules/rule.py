"""What a rule is; one module beside this one per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from kompass.inventory import Inventory
from kompass.problem import Problem

EXAMPLES = "# yaml-language-server: $schema=../schemas/examples.schema.json\n"
"""The first line of `data/examples.yml`, with which snippets begin that are whole files."""


class Severity(StrEnum):
    """How much a problem matters; only errors fail the check."""

    ERROR = "Fehler"
    WARNING = "Warnung"
    NOTE = "Hinweis"


class Stage(IntEnum):
    """Where a cause lies; at one place only the problems of the earliest stage are reported, for later ones follow from it."""

    FILE = 0
    TEXT = 1
    SHAPE = 2
    MEANING = 3


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
    Reading and typing report their problems themselves; the other rules have `check`, which looks at all entries, or
    `inspect`, which looks at one text.
    """

    name: str
    stage: Stage
    why: str
    fix: str
    good: str = ""
    bad: str = ""
    file: str = "examples"
    encoding: str = "utf-8"
    severity: Severity = Severity.ERROR
    check: Callable[[Inventory], Iterator[Problem]] | None = None
    inspect: Callable[[str], Finding | None] | None = None
