"""What keeps a template from being written: names, forms, values and formulas that misfit. The rules report it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kompass.model.templates import Section, Slot, Table
from kompass.model.vocabulary import FieldType
from kompass.rule_names import RuleName
from kompass.templates import formula
from kompass.templates.worksheet import LIGHTS, Row

NUMBERS = {FieldType.NUMBER, FieldType.EURO, FieldType.PERCENT}
CELL_LIKE = re.compile(r"[a-z]{1,3}\d+")
SHEET_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a template: the rule, where (field names and list positions), and a German message."""

    rule: RuleName
    path: tuple[str | int, ...]
    message: str


def faults(sections: tuple[Section, ...], *, is_table: bool) -> Iterator[Fault]:
    """Yield everything that keeps a template from being written."""
    yield from _duplicates(sections)
    yield from _forms(sections, is_table)
    found = list(_values(sections))
    yield from found
    yield from _formulas(sections, is_table)


def misfit(slot: Slot, value: Any) -> str:  # noqa: PLR0911  one return per kind of field
    """Return why a value does not fit its field, or nothing."""
    match slot.type:
        case FieldType.LINE | FieldType.TEXT:
            return "" if isinstance(value, str) else "Hier muss ein Text stehen."
        case FieldType.LIST:
            return "" if isinstance(value, tuple) and value else "Hier muss eine Liste von Texten stehen."
        case FieldType.CHOICE if slot.options_from:
            return "" if isinstance(value, str) else "Hier muss ein Text stehen."
        case FieldType.CHOICE:
            return "" if value in slot.options else f"Möglich sind nur: {', '.join(slot.options)}."
        case FieldType.LIGHT:
            return "" if value in LIGHTS else f"Möglich sind nur: {', '.join(LIGHTS)}."
        case FieldType.CHECK:
            return "" if isinstance(value, bool) else "Möglich sind nur true und false."
        case FieldType.DATE:
            return _date_misfit(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "Hier muss eine Zahl stehen."
    if slot.low is not None and value < slot.low:
        return f"Die Zahl muss mindestens {slot.low} sein."
    if slot.high is not None and value > slot.high:
        return f"Die Zahl darf höchstens {slot.high} sein."
    return ""


def _date_misfit(value: Any) -> str:
    try:
        date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        return "Hier muss ein Datum der Form JJJJ-MM-TT stehen."
    return ""


def _duplicates(sections: tuple[Section, ...]) -> Iterator[Fault]:
    seen: set[str] = set()
    for path, name in _names(sections):
        if name in seen:
            yield Fault(RuleName.TEMPLATE_FIELD_NAME, path, f"Den Namen „{name}“ gibt es in dieser Vorlage schon.")
        if CELL_LIKE.fullmatch(name):
            yield Fault(RuleName.TEMPLATE_FIELD_NAME, path, f"Der Name „{name}“ sieht aus wie die Adresse einer Zelle.")
        seen.add(name)
    for place, section in enumerate(sections):
        if section.table:
            columns: set[str] = set()
            for number, column in enumerate(section.table.columns):
                if column.id in columns or column.id in seen:
                    path = ("sections", place, "table", "columns", number, "id")
                    yield Fault(RuleName.TEMPLATE_FIELD_NAME, path, f"Den Namen „{column.id}“ gibt es in dieser Vorlage schon.")
                columns.add(column.id)


def _names(sections: tuple[Section, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for place, section in enumerate(sections):
        for number, entry in enumerate(section.fields):
            yield ("sections", place, "fields", number, "id"), entry.id
        if section.table:
            yield ("sections", place, "table", "id"), section.table.id


def _forms(sections: tuple[Section, ...], is_table: bool) -> Iterator[Fault]:
    for place, section in enumerate(sections):
        if is_table and (len(section.title) > 31 or SHEET_FORBIDDEN.search(section.title)):
            message = "Der Name eines Tabellenblatts hat höchstens 31 Zeichen und keines von [ ] : * ? / \\."
            yield Fault(RuleName.TEMPLATE_FORM, ("sections", place, "title"), message)
        if is_table and not section.fields and not section.table:
            yield Fault(RuleName.TEMPLATE_FORM, ("sections", place), "Ein Tabellenblatt braucht Felder oder eine Tabelle.")
        for path, slot in _slots(place, section):
            if (slot.type == FieldType.CHOICE) != bool(slot.options or slot.options_from):
                message = "Antworten (options) gehören zu einem Feld der Art „auswahl“, und nur dorthin."
                yield Fault(RuleName.TEMPLATE_FORM, path, message)
            if (slot.low is not None or slot.high is not None) and slot.type not in NUMBERS:
                yield Fault(RuleName.TEMPLATE_FORM, path, "Grenzen (low, high) gibt es nur bei Zahlen.")
        if section.table and section.table.timeline:
            yield from _timeline(place, section, sections)
        yield from _places(place, section, sections, is_table)


def _places(place: int, section: Section, sections: tuple[Section, ...], is_table: bool) -> Iterator[Fault]:
    """Yield names of columns and fields that say where something stands, and that do not exist."""
    fields = {entry.id for part in sections for entry in part.fields}
    tables = {part.table.id: {column.id for column in part.table.columns} for part in sections if part.table}
    columns = tables[section.table.id] if section.table else set()
    for number, entry in enumerate(section.fields):
        if bool(entry.row) != bool(entry.column):
            yield Fault(RuleName.TEMPLATE_FORM, ("sections", place, "fields", number), "„row“ und „column“ gehören zusammen.")
        elif columns and entry.column and entry.column not in columns:
            message = f"Die Spalte „{entry.column}“ gibt es nicht. Möglich sind: {', '.join(sorted(columns))}."
            yield Fault(RuleName.TEMPLATE_FORM, ("sections", place, "fields", number, "column"), message)
    for path, slot in _slots(place, section):
        table, _, column = (slot.options_from or "").partition(".")
        if table and column not in tables.get(table, ()):
            yield Fault(RuleName.TEMPLATE_FORM, (*path, "options_from"), f"Die Spalte „{slot.options_from}“ gibt es nicht.")
    if not section.table:
        return
    labels: set[str] = set()
    for number, one in enumerate(section.table.columns):
        path = ("sections", place, "table", "columns", number)
        if one.needed_with and one.needed_with not in columns:
            yield Fault(RuleName.TEMPLATE_FORM, (*path, "needed_with"), f"Die Spalte „{one.needed_with}“ gibt es nicht.")
        if one.year and section.table.first_year not in fields:
            yield Fault(
                RuleName.TEMPLATE_FORM, (*path, "year"), "Dazu nennt die Tabelle unter „first_year“ das Feld mit dem ersten Jahr."
            )
        if is_table and one.label.casefold() in labels:
            yield Fault(
                RuleName.TEMPLATE_FORM, (*path, "label"), f"Die Beschriftung „{one.label}“ gibt es in dieser Tabelle schon."
            )
        labels.add(one.label.casefold())


def _timeline(place: int, section: Section, sections: tuple[Section, ...]) -> Iterator[Fault]:
    assert section.table is not None  # noqa: S101  the caller has looked
    assert section.table.timeline is not None  # noqa: S101
    plan, columns = section.table.timeline, {column.id: column for column in section.table.columns}
    fields = {entry.id: entry for part in sections for entry in part.fields}
    for key, name, known in (("start", plan.start, columns), ("end", plan.end, columns), ("first", plan.first, fields)):
        if name not in known or known[name].type != FieldType.DATE:
            path = ("sections", place, "table", "timeline", key)
            yield Fault(RuleName.TEMPLATE_FORM, path, f"„{name}“ ist hier kein Datum dieser Vorlage.")


def _slots(place: int, section: Section) -> Iterator[tuple[tuple[str | int, ...], Slot]]:
    for number, entry in enumerate(section.fields):
        yield ("sections", place, "fields", number), entry
    for number, column in enumerate(section.table.columns if section.table else ()):
        yield ("sections", place, "table", "columns", number), column


def _values(sections: tuple[Section, ...]) -> Iterator[Fault]:
    for place, section in enumerate(sections):
        for number, entry in enumerate(section.fields):
            for key in ("preset", "example"):
                value = getattr(entry, key)
                if value is not None:
                    yield from _value(entry, value, ("sections", place, "fields", number, key))
        if section.table:
            for key in ("rows", "example"):
                for number, row in enumerate(getattr(section.table, key)):
                    yield from _row(section.table, row, ("sections", place, "table", key, number))


def _value(slot: Slot, value: Any, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if slot.formula:
        yield Fault(RuleName.TEMPLATE_VALUE, path, f"„{slot.id}“ wird berechnet, hier darf kein Wert stehen.")
    elif reason := misfit(slot, value):
        yield Fault(RuleName.TEMPLATE_VALUE, path, f"Der Wert passt nicht zu „{slot.id}“. {reason}")


def _row(table: Table, row: Row, path: tuple[str | int, ...]) -> Iterator[Fault]:
    columns = {column.id: column for column in table.columns}
    for name, value in row.items():
        if name not in columns:
            message = f"Die Spalte „{name}“ gibt es nicht. Möglich sind: {', '.join(columns)}."
            yield Fault(RuleName.TEMPLATE_VALUE, (*path, name), message)
        else:
            yield from _value(columns[name], value, (*path, name))


def _formulas(sections: tuple[Section, ...], is_table: bool) -> Iterator[Fault]:
    fields = {entry.id for section in sections for entry in section.fields}
    tables = {section.table.id: {column.id for column in section.table.columns} for section in sections if section.table}
    for place, section in enumerate(sections):
        own = tables[section.table.id] if section.table else set()
        for path, slot in _slots(place, section):
            if slot.formula:
                allowed = fields | own if "columns" in path else fields
                for message in _formula(slot, allowed, tables, is_table):
                    yield Fault(RuleName.TEMPLATE_FORMULA, (*path, "formula"), message)
    yield from _circles(sections)


def _formula(slot: Slot, allowed: set[str], tables: dict[str, set[str]], is_table: bool) -> Iterator[str]:
    if not is_table:
        yield "Formeln gibt es nur in Vorlagen der Form „tabelle“."
        return
    try:
        term = formula.read(slot.formula or "")
    except formula.FormulaError as error:
        yield str(error)
        return
    for name in formula.names(term):
        if isinstance(name, formula.Name) and name.id not in allowed:
            yield f"Die Formel nennt „{name.id}“; das gibt es hier nicht."
        if isinstance(name, formula.Range) and name.column not in tables.get(name.table, ()):
            yield f"Die Formel nennt „{name.table}.{name.column}“; diese Spalte gibt es nicht."


def _circles(sections: tuple[Section, ...]) -> Iterator[Fault]:
    uses: dict[str, set[str]] = {}
    places: dict[str, tuple[str | int, ...]] = {}
    for place, section in enumerate(sections):
        for path, slot in _slots(place, section):
            if slot.formula:
                try:
                    term = formula.read(slot.formula)
                except formula.FormulaError:
                    continue
                named = formula.names(term)
                uses[slot.id] = {name.id if isinstance(name, formula.Name) else name.column for name in named}
                places[slot.id] = path
    for name in uses:
        if _reaches(name, name, uses, set()):
            yield Fault(RuleName.TEMPLATE_FORMULA, (*places[name], "formula"), f"Die Formel von „{name}“ braucht sich selbst.")


def _reaches(start: str, target: str, uses: dict[str, set[str]], seen: set[str]) -> bool:
    for name in uses.get(start, ()):
        if name == target:
            return True
        if name not in seen:
            seen.add(name)
            if _reaches(name, target, uses, seen):
                return True
    return False
