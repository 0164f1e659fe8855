"""What a page needs to be drawn: the catalogue, the day of the build, the renderer, and short ways to look things up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from kompass.addresses import address, list_address, relative
from kompass.catalogue import Catalogue
from kompass.downloads.library import make_library
from kompass.downloads.store import Library
from kompass.load import load
from kompass.model import SHOWN_KINDS, Part, Record
from kompass.reading.cache import Memory
from kompass.review import due_day
from kompass.telling.report import errors, format_text
from macros.evidence import evidence_line
from macros.render import Here, Renderer, kind_of
from macros.repository import Repository, read_repository

MEMORY = Memory()
"""The data files as the last build of `mkdocs serve` has read them."""
Made = TypeVar("Made")


class BadDataError(Exception):
    """The data has errors; the message is the report."""


@dataclass(frozen=True)
class Group:
    """Related records of one kind under their German name."""

    kind: str
    label: str
    records: Sequence[Record]


@dataclass(frozen=True)
class Site:
    """The knowledge base as seen from one page.

    `page` is the address of the page being drawn, `address` that of the site, `library` holds the downloads,
    `done` what is made once for all pages.
    """

    catalogue: Catalogue
    today: date
    repository: Repository | None = None
    email: str = ""
    address: str = ""
    library: Library = field(default_factory=Library)
    renderer: Renderer = field(default_factory=Renderer)
    page: str = ""
    done: dict[str, Any] = field(default_factory=dict)

    def at(self, page: str) -> Site:
        """Return the site as seen from another page."""
        return replace(self, page=page)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what `make` returned when this was first asked for on any page."""
        if name not in self.done:
            self.done[name] = make()
        made: Made = self.done[name]
        return made

    def render(self, template: str, **context: Any) -> str:
        """Return a template drawn for the page."""
        return self.renderer(template, Here(self.page, self.edit_address, self.evidence), **context)

    def edit_address(self, record: Part) -> str:
        """Return the address that opens the line of a record for editing; the page that explains it if there is no repository."""
        place = self.catalogue.place(kind_of(record), str(getattr(record, "id", "")))
        if self.repository is None or place is None:
            return "mitmachen/#selbst"
        return self.repository.edit(f"data/{place.file}", place.line)

    def evidence(self, example: Any) -> str:
        """Tell how new the evidence of an example is."""
        return evidence_line(example, self.today)

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
        found = {name: self.catalogue.related(kind, record_id, name) for name in SHOWN_KINDS if name not in leave_out}
        return [Group(name, SHOWN_KINDS[name].plural, records) for name, records in found.items() if records]

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
        return {record.id: (record.title, relative(address(kind, record.id), self.page)) for record in self.records(kind)}

    def oldest_check(self, kind: str) -> date:
        """Return the day of the oldest review among the records of `kind`."""
        return min((record.checked for record in self.records(kind)), default=self.today)

    def draw(self, kind: str, record_id: str, **context: Any) -> str:
        """Draw the page of one record with the template of its kind."""
        record = self.catalogue.get(kind, record_id)
        return self.render(kind, record=record, next_review=next_review(record, kind), **context)


def next_review(record: Record, kind: str) -> date:
    """Return the first day of the month by which the record should be reviewed again."""
    return due_day(record.checked, SHOWN_KINDS[kind])


def open_site(
    root: Path, settings: Mapping[str, Any], *, today: date | None = None, data: Path | None = None, makes: bool = True
) -> Site:
    """Return the site of the project in `root` with the settings of mkdocs.yml; raise BadDataError if its data has errors.

    Without `makes` there are only those downloads that an earlier build has made.
    """
    loaded = load(data or root / "data", errors_only=True, read_file=MEMORY.read)
    if errors(loaded):
        raise BadDataError(format_text(loaded))
    cache, extra, address = root / ".cache", settings["extra"], settings["site_url"] or ""
    return Site(
        loaded.catalogue,
        today or date.today(),
        repository=read_repository(extra.get("repository")),
        email=extra["operator"]["email"],
        address=address,
        library=make_library(loaded.catalogue, address, cache / "downloads", makes=makes),
        renderer=Renderer(cache / "templates"),
    )
