"""What a page needs to be drawn: the catalogue, the day of the build, the renderer, and short ways to look things up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kompass.addresses import address, list_address, relative
from kompass.catalogue import Catalogue
from kompass.downloads.library import Library, make_library
from kompass.model import FILES, Kind, Part, Record
from kompass.review import due_day
from macros.evidence import evidence_line
from macros.render import Renderer, kind_of
from macros.repository import Repository

KINDS: dict[str, Kind] = {kind.name: kind for file in FILES for kind in file.kinds if not kind.is_register}
"""The kinds that have pages or places on them."""


@dataclass(frozen=True)
class Group:
    """Related records of one kind under their German name."""

    kind: str
    label: str
    records: Sequence[Record]


@dataclass(frozen=True)
class Site:
    """The knowledge base as seen by the pages."""

    catalogue: Catalogue
    today: date
    render: Renderer = field(default_factory=Renderer)
    repository: Repository | None = None
    email: str = ""
    address: str = ""
    cache: Path | None = None

    def __post_init__(self) -> None:
        """Let templates ask where a record is edited, and how new the evidence of an example is."""
        self.render.add_words("evidence", lambda example: evidence_line(example, self.today))
        self.render.add_filter("edit_address", self.edit_address)
        self.render.add_filter("form_address", lambda record: f"mitmachen/eintrag/?art={kind_of(record)}&id={record.id}")

    @cached_property
    def library(self) -> Library:
        """The downloads, made when they are first asked for; the cache spares making what has not changed."""
        return make_library(self.catalogue, self.address, self.cache)

    def edit_address(self, record: Part) -> str:
        """Return the address that opens the line of a record for editing; the page that explains it if there is no repository."""
        place = self.catalogue.place(kind_of(record), str(getattr(record, "id", "")))
        if self.repository is None or place is None:
            return "mitmachen/#selbst"
        return self.repository.edit(f"data/{place.file}", place.line)

    def records(self, kind: str) -> Sequence[Any]:
        """Return all records of `kind` in their order."""
        return self.catalogue.all(kind)

    def by_id(self, kind: str) -> dict[str, Any]:
        """Return all records of `kind` by id, in their order."""
        return {record.id: record for record in self.records(kind)}

    def find_all(self, kind: str, ids: Iterable[str]) -> list[Any]:
        """Return the records with these ids, in the order of the ids."""
        return [self.catalogue.get(kind, record_id) for record_id in ids]

    def referring(self, kind: str, record_id: str, from_kind: str) -> Sequence[Any]:
        """Return the records of `from_kind` that refer to the record."""
        return self.catalogue.referring(kind, record_id, from_kind)

    def related(self, kind: str, record_id: str, leave_out: Collection[str] = ()) -> list[Group]:
        """Return what the record refers to and what refers to it, by kind, without the kinds in `leave_out`."""
        found = {name: self.catalogue.related(kind, record_id, name) for name in KINDS if name not in leave_out}
        return [Group(name, KINDS[name].plural, records) for name, records in found.items() if records]

    def links(self, kind: str, leave_out: Collection[str] = ()) -> dict[str, list[Record]]:
        """Return for each record of `kind` all records that belong to it, as one list."""
        return {
            record.id: [other for group in self.related(kind, record.id, leave_out) for other in group.records]
            for record in self.records(kind)
        }

    def grouped(self, kind: str, by: str) -> dict[str, list[Any]]:
        """Return the records of `kind` by the first value of their field `by`, in order of appearance."""
        groups: dict[str, list[Any]] = {}
        for record in self.records(kind):
            value = getattr(record, by)
            groups.setdefault(value[0] if isinstance(value, tuple) else value, []).append(record)
        return groups

    def list_address(self, kind: str) -> str:
        """Return the address of the page that lists `kind`."""
        return list_address(kind)

    def places(self, kind: str) -> dict[str, tuple[str, str]]:
        """Return title and address, as seen from the page being drawn, of each record of `kind`."""
        return {record.id: (record.title, relative(address(kind, record.id), self.render.page)) for record in self.records(kind)}

    def oldest_check(self, kind: str) -> date:
        """Return the day of the oldest review among the records of `kind`."""
        return min((record.checked for record in self.records(kind)), default=self.today)

    def bind(self, macro: Callable[..., str], page: Callable[[], str]) -> Callable[..., str]:
        """Return `macro` with the site as its first argument, drawing for the page whose address `page` gives."""

        def draw(*arguments: str) -> str:
            self.render.page = page()
            return macro(self, *arguments)

        return draw

    def draw(self, kind: str, record_id: str, **context: Any) -> str:
        """Draw the page of one record with the template of its kind."""
        record = self.catalogue.get(kind, record_id)
        return self.render(kind, record=record, next_review=next_review(record, kind), **context)


def next_review(record: Record, kind: str) -> date:
    """Return the first day of the month by which the record should be reviewed again."""
    return due_day(record.checked, KINDS[kind])
