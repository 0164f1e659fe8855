"""The catalogue: the typed records, looked up by kind and id. How they get there stands in `load`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, cast

from kompass.model import KINDS, Indicator, Record
from kompass.model.base import Ref
from kompass.model.paths import Names, marked, parts

INDICATOR = "indicator"


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
        self.get(kind, record_id)
        targets = (self.find(other_kind, found) for found in self._targets.get((kind, record_id, other_kind), ()))
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
    def _targets(self) -> dict[tuple[str, str, str], list[str]]:
        found: dict[tuple[str, str, str], list[str]] = {}
        for from_kind, records in self.records.items():
            for record in records:
                for kind, record_id in references_of(record):
                    found.setdefault((from_kind, record.id, kind), []).append(record_id)
        return found

    @cached_property
    def _referring(self) -> dict[tuple[str, str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str, str], dict[str, Record]] = {}
        for from_kind, records in self.records.items():
            for record in records:
                for kind, record_id in references_of(record):
                    found.setdefault((from_kind, kind, record_id), {})[record.id] = record
        return {key: tuple(records.values()) for key, records in found.items()}


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


def has_order(kind: str) -> bool:
    """Tell whether records of `kind` are numbered."""
    return "order" in KINDS[kind].model.model_fields
