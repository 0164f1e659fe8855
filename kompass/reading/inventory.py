"""All entries of all files as they were read, before they become records: what the rules look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kompass.model import FILES, KINDS, DataFile, Indicator, Kind
from kompass.model.base import SLUG
from kompass.model.paths import Names, parts
from kompass.problem import Problem, Severity
from kompass.reading.misplaced import misplaced
from kompass.reading.positions import locate, size, starts
from kompass.reading.source import Document, read
from kompass.rule_names import RuleName
from kompass.wording import shown

ValuePath = tuple[str | int, ...]
MAX_VALUES = 5_000
EXPLAINED = re.compile(r"^[^:]{2,30}(?=:)|\([^)]{2,30}\)")
"""The parts of a title that a reader can look up: what stands before a colon or in brackets."""


@dataclass(frozen=True)
class Entry:
    """One entry of a file: the values as read and where they stand."""

    kind: Kind
    document: Document
    data: Any
    slot: int
    is_set_aside: bool = False
    """Told already that it stands in the wrong place or is too large: nothing else is looked at."""

    @property
    def fields(self) -> dict[str, Any]:
        """The fields; empty if the entry is not made of fields."""
        return self.data if isinstance(self.data, dict) else {}

    @property
    def id(self) -> str | None:
        """The id as read, if it is text."""
        value = self.fields.get("id")
        return value if isinstance(value, str) else None

    def select(self, names: Names) -> Iterator[tuple[ValuePath, Any]]:
        """Yield path and value of everything at the path of field names; lists are passed through."""
        return _select(self.data, names, ())

    def texts(self) -> Iterator[tuple[ValuePath, str]]:
        """Yield path and value of every text at any depth."""
        return _texts(self.data, ())

    def problem(  # noqa: PLR0913
        self,
        rule: RuleName,
        message: str,
        path: ValuePath = (),
        *,
        fix: str = "",
        key: bool = False,
        subject: str = "",
        severity: Severity | None = None,
    ) -> Problem:
        """Return a problem at the value (or its key) that `path` leads to."""
        slot = locate(self.data, path, self.slot, key=key)
        return Problem(self.document.path, *self.document.position(slot), rule, message, fix, subject, severity)


@dataclass(frozen=True)
class Inventory:
    """The files of a data folder, the entries in them, and the day that counts as today.

    `is_main` tells that the published state is checked, where overdue reviews count as errors. `focus`, if given, are the
    only entries that rules about single entries look at; `removed` are the ids that have gone with the same change.
    """

    folder: Path
    documents: dict[str, Document]
    entries: tuple[Entry, ...]
    today: date
    is_main: bool = False
    focus: tuple[Entry, ...] | None = None
    removed: frozenset[str] = frozenset()

    @property
    def inspected(self) -> tuple[Entry, ...]:
        """The entries that rules about single entries look at."""
        return self.entries if self.focus is None else self.focus

    def inspected_of(self, kind: str) -> list[Entry]:
        """Return those of one kind."""
        return [entry for entry in self.inspected if entry.kind.name == kind]

    @cached_property
    def by_kind(self) -> dict[str, list[Entry]]:
        """The entries of each kind in the order of the file."""
        found: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
        for entry in self.entries:
            found[entry.kind.name].append(entry)
        return found

    @cached_property
    def ids(self) -> dict[str, dict[str, Entry]]:
        """For each kind, indicators included, the first entry (the home, for indicators) of each id."""
        found: dict[str, dict[str, Entry]] = defaultdict(dict)
        for entry in self.entries:
            if entry.id is not None:
                found[entry.kind.name].setdefault(entry.id, entry)
            for _, value in self.indicator_ids(entry):
                found["indicator"].setdefault(value, entry)
        return found

    @cached_property
    def open_kinds(self) -> frozenset[str]:
        """The kinds of which entries may be missing because a file could not be read completely."""
        names = {kind.name for file in FILES for kind in file.kinds if not _is_read(self.documents[file.name], kind)}
        names |= {entry.kind.name for entry in self.entries if entry.id is None or not SLUG.fullmatch(entry.id)}
        if names & {"action_field", "phase"}:
            names.add("indicator")
        return frozenset(names)

    @cached_property
    def explained(self) -> frozenset[str]:
        """The words that glossary and titles explain: „RUFUS: ein Rufbus“ or „Brandenburgische Bauordnung (BbgBO)“."""
        terms = [entry.fields.get(name) for entry in self.by_kind["term"] for name in ("title", "long_form", "synonyms")]
        titles = [str(entry.fields.get("title")) for entry in self.entries]
        named = [part for title in titles for part in EXPLAINED.findall(title)]
        return frozenset(re.findall(r"\w+", " ".join([*map(str, terms), *named])))

    def indicator_ids(self, entry: Entry) -> Iterator[tuple[ValuePath, str]]:
        """Yield path and value of the id of each indicator of an entry."""
        for names in parts(entry.kind.model, Indicator):
            for path, value in entry.select((*names, "id")):
                if isinstance(value, str):
                    yield path, value


def read_folder(
    folder: Path, today: date, *, is_main: bool = False, read_file: Callable[[Path], Document] = read
) -> tuple[Inventory, list[Problem]]:
    """Read all files of a data folder; return the inventory and what was wrong with the files."""
    documents = {file.name: read_file(folder / f"{file.name}.yml") for file in FILES}
    problems = [problem for document in documents.values() for problem in document.problems]
    entries: list[Entry] = []
    for file in FILES:
        found, wrong = _entries(file, documents[file.name])
        entries += found
        problems += wrong if documents[file.name].is_complete else []
    return Inventory(folder, documents, tuple(entries), today, is_main), problems


def _is_read(document: Document, kind: Kind) -> bool:
    data = document.data
    if kind.key is not None:
        data = data.get(kind.key) if isinstance(data, dict) else None
    return document.is_complete and isinstance(data, list)


def _entries(file: DataFile, document: Document) -> tuple[list[Entry], list[Problem]]:
    if document.data is None:
        return [], []
    if file.is_list:
        return _list_entries(file.kinds[0], document, document.data, 0)
    if not isinstance(document.data, dict):
        keys = ", ".join(f"{kind.key}:" for kind in file.kinds)
        return [], [_wrong_shape(document, 0, f"Die Datei muss die Listen {keys} enthalten.")]
    return _grouped_entries(file, document)


def _grouped_entries(file: DataFile, document: Document) -> tuple[list[Entry], list[Problem]]:
    entries: list[Entry] = []
    keys = [str(kind.key) for kind in file.kinds]
    problems = [
        _wrong_shape(document, locate(document.data, (key,), 0, key=True), f"Die Liste {shown(key)} gibt es hier nicht.")
        for key in document.data
        if key not in keys
    ]
    for key, kind in zip(keys, file.kinds, strict=True):
        if key not in document.data:
            problems.append(_wrong_shape(document, 0, f"Die Liste „{key}“ ({kind.plural}) fehlt."))
            continue
        found, wrong = _list_entries(kind, document, document.data[key], locate(document.data, (key,), 0))
        entries += found
        problems += wrong
    return entries, problems


def _list_entries(kind: Kind, document: Document, data: Any, slot: int) -> tuple[list[Entry], list[Problem]]:
    if not isinstance(data, list):
        return [], [
            _wrong_shape(document, slot, f"Hier muss eine Liste stehen: {kind.plural}, jeder Eintrag beginnt mit „- id:“.")
        ]
    entries, problems = [], []
    for item, start in zip(data, starts(data, slot), strict=True):
        is_huge = size(item) > MAX_VALUES
        wrong = None if is_huge else misplaced(kind, item)
        is_aside = is_huge or wrong is not None
        entries.append(Entry(kind, document, None if is_aside else item, start, is_aside))
        if wrong:
            whole = Entry(kind, document, item, start)
            problems.append(whole.problem(RuleName.MISPLACED_ENTRY, wrong.message, wrong.path, fix=wrong.fix))
        if is_huge:
            problems.append(
                entries[-1].problem(RuleName.OVERSIZED_ENTRY, f"Der Eintrag besteht aus mehr als {MAX_VALUES} Angaben.")
            )
    return entries, problems


def _wrong_shape(document: Document, slot: int, message: str) -> Problem:
    return Problem(document.path, *document.position(slot), RuleName.FILE_SHAPE, message, subject=message)


def _select(value: Any, names: Names, path: ValuePath) -> Iterator[tuple[ValuePath, Any]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _select(item, names, (*path, number))
    elif not names:
        yield path, value
    elif isinstance(value, dict) and names[0] in value:
        yield from _select(value[names[0]], names[1:], (*path, names[0]))


def _texts(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, (*path, name))
