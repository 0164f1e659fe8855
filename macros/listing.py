"""What a list that can be narrowed down consists of: facets, columns, orders, rows.

The page, the script in the reader's browser and the exported table all follow the same description.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kompass.addresses import address, relative
from kompass.model.vocabulary import Word
from macros.site import Site

Values = Callable[[Any], Iterable[str]]


@dataclass(frozen=True)
class Facet:
    """One way to narrow the list down; choices inside a facet are alternatives. `folded`: shown closed at first."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    values: Values
    folded: bool = False


@dataclass(frozen=True)
class Column:
    """One column of the table; `codes` are the words that can stand in it, `in_table` says whether the page shows it."""

    title: str
    meaning: str
    value: Callable[[Any], Any]
    codes: tuple[str, ...] = ()
    in_table: bool = False


@dataclass(frozen=True)
class Sorting:
    """One order of the list: by the column of this number, downwards if asked; entries without value come last."""

    name: str
    label: str
    column: int
    descending: bool = False


@dataclass(frozen=True)
class Listing:
    """A list with everything that the page and its script need."""

    kind: str
    facets: tuple[Facet, ...]
    columns: tuple[Column, ...]
    sortings: tuple[Sorting, ...]
    records: Sequence[Any]
    page: str
    today: date

    @property
    def shown_facets(self) -> list[tuple[Facet, list[tuple[str, str, int]]]]:
        """The facets with their options that occur, each with its number of entries."""
        return [
            (facet, [(value, label, count) for value, label in facet.options if (count := self._count(facet, value))])
            for facet in self.facets
        ]

    @property
    def data(self) -> dict[str, Any]:
        """What the script reads: columns, orders, rows."""
        return {
            "columns": [
                {"title": column.title, "meaning": column.meaning, "codes": column.codes, "shown": column.in_table}
                for column in self.columns
            ],
            "sortings": {sorting.name: [sorting.column, sorting.descending] for sorting in self.sortings},
            "rows": [self._row(record) for record in self.records],
        }

    def _count(self, facet: Facet, value: str) -> int:
        return sum(value in set(facet.values(record)) for record in self.records)

    def _row(self, record: Any) -> dict[str, Any]:
        return {
            "id": record.id,
            "address": relative(address(self.kind, record.id), self.page),
            "facets": {facet.name: list(facet.values(record)) for facet in self.facets},
            "cells": [column.value(record) for column in self.columns],
        }


def listing(
    site: Site, kind: str, *, facets: tuple[Facet, ...], columns: tuple[Column, ...], sortings: tuple[Sorting, ...]
) -> Listing:
    """Return the list of all records of `kind` for the page being drawn."""
    return Listing(kind, facets, columns, sortings, site.records(kind), site.page, site.today)


def titles(site: Site, kind: str) -> dict[str, str]:
    """Return the titles of all records of `kind` by id, in their order."""
    return {record.id: record.title for record in site.records(kind)}


def meanings(model: Any) -> dict[str, str]:
    """Return what each field of `model` means, in the words that editors read."""
    return {name: field.description or "" for name, field in model.model_fields.items()}


def words(vocabulary: type[Word]) -> tuple[tuple[str, str], ...]:
    """Return value and label of all words."""
    return tuple((word.value, word.label) for word in vocabulary)


def labels(vocabulary: type[Word]) -> tuple[str, ...]:
    """Return the labels of all words."""
    return tuple(word.label for word in vocabulary)


def joined(found: Iterable[Word]) -> str:
    """Return the labels of some words as one text."""
    return ", ".join(word.label for word in found)


def named(ids: Iterable[str], names: dict[str, str]) -> str:
    """Return the titles of some records as one text."""
    return ", ".join(names[record_id] for record_id in ids)
