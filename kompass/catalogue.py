"""The catalogue: the typed records, looked up by kind and id. Loading it reads, types and checks all data once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from kompass.diagnosis import diagnose
from kompass.focus import take_changed
from kompass.inventory import Inventory, take
from kompass.model import FILES, Indicator, Record
from kompass.model.base import Ref
from kompass.model.paths import Names, marked, parts
from kompass.problem import LIMIT, Problem
from kompass.rules import run, settle
from kompass.source import paused_collector
from kompass.wording import shown

INDICATOR = "indicator"
KINDS = {kind.name: kind for file in FILES for kind in file.kinds}


class UnknownRecordError(KeyError):
    """There is no record of this kind and id, or no such kind."""

    def __str__(self) -> str:
        """Return the message without the quotation marks of KeyError."""
        return str(self.args[0])


@dataclass(frozen=True)
class Place:
    """Where a record stands: the name of its data file, line and column (from 1) of its first key."""

    file: str
    line: int
    column: int


@dataclass(frozen=True)
class Catalogue:
    """All records. Indicators, which are parts of records, can be looked up like records of the kind "indicator"."""

    records: dict[str, tuple[Record, ...]]
    places: dict[tuple[str, str], Place] = field(default_factory=dict)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of all kinds, "indicator" included."""
        return (*self.records, INDICATOR)

    def all(self, kind: str) -> tuple[Any, ...]:
        """Return all records of `kind`, by `order` where they have one, else as in the file."""
        return tuple(self._by_id(kind).values())

    def get(self, kind: str, record_id: str) -> Any:
        """Return one record; raise UnknownRecordError if there is none."""
        record = self.find(kind, record_id)
        if record is None:
            raise UnknownRecordError(f"{kind} „{record_id}“ gibt es nicht")
        return record

    def find(self, kind: str, record_id: str) -> Any | None:
        """Return one record, or None."""
        return self._by_id(kind).get(record_id)

    def place(self, kind: str, record_id: str) -> Place | None:
        """Return where a record stands, or None if it was not read from a file."""
        if kind == INDICATOR and record_id in self._homes:
            home = self._homes[record_id][0]
            kind, record_id = next(name for name in KINDS if isinstance(home, KINDS[name].model)), home.id
        return self.places.get((kind, record_id))

    def home(self, indicator_id: str) -> Record:
        """Return the record that an indicator is part of."""
        if indicator_id not in self._homes:
            raise UnknownRecordError(f"Den Indikator „{indicator_id}“ gibt es nicht")
        return self._homes[indicator_id][0]

    def referring(self, kind: str, record_id: str, from_kind: str) -> tuple[Any, ...]:
        """Return the records of `from_kind` that refer, in any field or part, to the record."""
        return self._referring.get((from_kind, kind, record_id), ())

    def related(self, kind: str, record_id: str, other_kind: str) -> tuple[Any, ...]:
        """Return the records of `other_kind` that the record refers to or that refer to it, each once."""
        record = self.get(kind, record_id)
        targets = (self.find(other_kind, found) for to, found in references_of(record) if to == other_kind)
        found = {other.id: other for other in targets if other is not None}
        found |= {other.id: other for other in self.referring(kind, record_id, other_kind)}
        if kind == other_kind:
            found.pop(record_id, None)
        return tuple(found.values())

    def _by_id(self, kind: str) -> dict[str, Any]:
        if kind not in self._index:
            raise UnknownRecordError(f"Die Art „{kind}“ gibt es nicht")
        return self._index[kind]

    @cached_property
    def _index(self) -> dict[str, dict[str, Any]]:
        index: dict[str, dict[str, Any]] = {kind: {record.id: record for record in found} for kind, found in self.records.items()}
        index[INDICATOR] = {name: indicator for name, (_, indicator) in self._homes.items()}
        return index

    @cached_property
    def _homes(self) -> dict[str, tuple[Record, Indicator]]:
        return {
            indicator.id: (record, indicator)
            for kind, found in self.records.items()
            for names in parts(KINDS[kind].model, Indicator)
            for record in found
            for indicator in cast(Iterator[Indicator], values(record, names))
        }

    @cached_property
    def _referring(self) -> dict[tuple[str, str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str, str], dict[str, Record]] = {}
        for from_kind, records in self.records.items():
            for record in records:
                for kind, record_id in references_of(record):
                    found.setdefault((from_kind, kind, record_id), {})[record.id] = record
        return {key: tuple(records.values()) for key, records in found.items()}


@dataclass(frozen=True)
class Loaded:
    """The outcome of loading: the catalogue, all problems sorted by place, and how much was looked at.

    `changed` names the entries looked at where only changes were.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    files: int
    entries: int
    changed: tuple[str, ...] | None = None


def load(folder: Path, *, today: date | None = None, is_main: bool = False, errors_only: bool = False) -> Loaded:
    """Read, type and check the data below `folder`; entries that cannot be typed are left out of the catalogue.

    With `errors_only` the rules on wording that can only warn are not run: a build does not ask for them.
    """
    with paused_collector():
        inventory, problems = take(folder, today or date.today(), is_main=is_main)
        catalogue, found = _type_and_run(inventory, errors_only)
    return Loaded(catalogue, settle([*problems, *found]), len(inventory.documents), len(inventory.entries))


def load_changed(folder: Path, revision: str, *, today: date | None = None, is_main: bool = False) -> Loaded:
    """Do the same for what differs from a revision that Git knows; the catalogue holds nothing else.

    Raises RevisionError if Git does not know the revision.
    """
    with paused_collector():
        change = take_changed(folder, today or date.today(), revision, is_main=is_main)
        catalogue, found = _type_and_run(change.inventory, errors_only=False)
    problems = settle([*change.problems, *filter(change.concerns, found)])
    changed = tuple(change.inventory.inspected)
    names = tuple(f"{entry.kind.label} {shown(entry.fields.get('title') or entry.id)}" for entry in changed)
    return Loaded(catalogue, problems, len(change.files), len(changed), names)


def _type_and_run(inventory: Inventory, errors_only: bool) -> tuple[Catalogue, list[Problem]]:
    records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    problems: list[Problem] = []
    for entry in inventory.inspected:
        record, found = diagnose(entry)
        problems += found if len(problems) < LIMIT else []
        if record is not None:
            records[entry.kind.name].append(record)
    problems += run(inventory, errors_only=errors_only)
    return Catalogue(_ordered(records), _places(inventory)), problems


def _places(inventory: Inventory) -> dict[tuple[str, str], Place]:
    return {
        (entry.kind.name, entry.id): Place(entry.document.path.name, *entry.document.position(entry.slot))
        for entry in inventory.entries
        if entry.id is not None
    }


def references_of(record: Record) -> Iterator[tuple[str, str]]:
    """Yield kind and id of everything that a record refers to, in its parts too."""
    for names, mark in marked(type(record), Ref):
        for value in values(record, names):
            yield mark.kind, str(value)


def values(value: Any, names: Names) -> Iterator[Any]:
    """Yield all values at a path of field names; tuples are passed through, None is left out."""
    if isinstance(value, tuple):
        for item in value:
            yield from values(item, names)
    elif not names:
        if value is not None:
            yield value
    elif value is not None:
        yield from values(getattr(value, names[0]), names[1:])


def _ordered(records: dict[str, list[Record]]) -> dict[str, tuple[Record, ...]]:
    phases = {record.id: getattr(record, "order", 0) for record in records["phase"]}

    def place(record: Record) -> tuple[int, int]:
        return phases.get(getattr(record, "phase", ""), 0), getattr(record, "order", 0)

    return {kind: tuple(sorted(found, key=place) if has_order(kind) else found) for kind, found in records.items()}


def has_order(kind: str) -> bool:
    """Tell whether records of `kind` are numbered."""
    return "order" in KINDS[kind].model.model_fields
