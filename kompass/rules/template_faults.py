"""What keeps a template or a handout from being written, found by the code that the writers rely on (`faults`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import ValidationError

from kompass.model.templates import Handout, Section, Template, Workshop
from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory, ValuePath
from kompass.rule_names import RuleName
from kompass.templates.faults import Fault, faults

KINDS = ("template", "workshop")


def checker(rule: RuleName) -> Callable[[Inventory], Iterator[Problem]]:
    """Return the check of one rule: a problem at each of its faults."""

    def check(inventory: Inventory) -> Iterator[Problem]:
        for kind in KINDS:
            for entry in inventory.inspected_of(kind):
                for above, fault in found(entry):
                    if fault.rule == rule:
                        yield entry.problem(rule, fault.message, (*above, *fault.path), subject=fault.message)

    return check


def found(entry: Entry) -> Iterator[tuple[ValuePath, Fault]]:
    """Yield every fault of an entry with the path of the document it lies in; nothing if the entry cannot be typed."""
    try:
        record = entry.kind.model.model_validate(entry.data)
    except ValidationError:
        return
    for path, sections, is_table in documents(record):
        for fault in faults(sections, is_table=is_table):
            yield path, fault


def documents(record: object) -> Iterator[tuple[ValuePath, tuple[Section, ...], bool]]:
    """Yield path, sections and form of each document that a record describes."""
    if isinstance(record, Template):
        yield (), record.sections, record.form == "tabelle"
    if isinstance(record, Workshop):
        handouts: tuple[Handout, ...] = record.handouts
        for number, handout in enumerate(handouts):
            yield ("handouts", number), handout.sections, False
