"""The values of a template, empty or as the filled example: looks formulas up and calculates them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kompass.model.templates import Column, FormField, Section, Table
from kompass.templates import formula

LIGHTS = ("grün", "gelb", "rot")

Row = dict[str, Any]


@dataclass
class Worksheet:
    """Fields and tables of a template with their values; computed ones are calculated on first use."""

    sections: tuple[Section, ...]
    is_example: bool
    _fields: dict[str, FormField] = field(init=False)
    _tables: dict[str, Table] = field(init=False)
    _rows: dict[str, list[Row]] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what will be asked for by name."""
        self._fields = {entry.id: entry for section in self.sections for entry in section.fields}
        self._tables = {section.table.id: section.table for section in self.sections if section.table}
        self._rows = {name: self._start(table) for name, table in self._tables.items()}
        self._known: dict[str, Any] = {}

    def _start(self, table: Table) -> list[Row]:
        source = table.example if self.is_example and table.example else table.rows
        rows = [dict(row) for row in source]
        return rows if self.is_example else rows + [{} for _ in range(table.blank_rows)]

    def field_value(self, name: str) -> Any:
        """Return the value of a field, calculated where it has a formula."""
        if name not in self._known:
            entry = self._fields[name]
            self._known[name] = None
            if entry.formula:
                self._known[name] = formula.calculate(formula.read(entry.formula), _InField(self))
            else:
                filled = self.is_example and entry.example is not None
                self._known[name] = entry.example if filled else entry.preset
        return self._known[name]

    def rows(self, table: Table) -> list[Row]:
        """Return the rows of a table with all computed cells."""
        for row in self._rows[table.id]:
            for column in table.columns:
                self.cell(table.id, row, column.id)
        return self._rows[table.id]

    def cell(self, table: str, row: Row, name: str) -> Any:
        """Return the value of one cell."""
        if name not in row:
            column = next((column for column in self._tables[table].columns if column.id == name), None)
            row[name] = None
            if column is not None and column.formula:
                row[name] = formula.calculate(formula.read(column.formula), _InRow(self, table, row))
        return row[name]

    def column(self, table: str, name: str) -> list[Any]:
        """Return the values of a whole column."""
        return [self.cell(table, row, name) for row in self._rows[table]]

    def footer(self, table: Table, column: Column) -> Any:
        """Return the value in the last line under a column."""
        if not column.footer:
            return None
        found = [value for value in self.column(table.id, column.id) if value not in (None, "")]
        if column.footer == "anzahl":
            return len(found)
        figures = [value for value in found if isinstance(value, int | float)]
        if not figures:
            return 0 if column.footer == "summe" else None
        return sum(figures) if column.footer == "summe" else sum(figures) / len(figures)


@dataclass(frozen=True)
class _InField:
    sheet: Worksheet

    def value(self, name: str) -> Any:
        return self.sheet.field_value(name)

    def column(self, table: str, column: str) -> list[Any]:
        return self.sheet.column(table, column)

    def siblings(self, name: str) -> list[Any]:
        return []

    def position(self) -> int:
        return 0


@dataclass(frozen=True)
class _InRow(_InField):
    table: str
    row: Row

    def value(self, name: str) -> Any:
        if any(column.id == name for column in self.sheet._tables[self.table].columns):
            return self.sheet.cell(self.table, self.row, name)
        return self.sheet.field_value(name)

    def siblings(self, name: str) -> list[Any]:
        return self.sheet.column(self.table, name)

    def position(self) -> int:
        return next(number for number, row in enumerate(self.sheet._rows[self.table], 1) if row is self.row)
