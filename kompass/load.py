"""The one way down: read the data below a folder, type it, check it, and hand over the catalogue with all problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kompass.catalogue import Catalogue, Place, has_order
from kompass.diagnosis import diagnose
from kompass.model import KINDS, Record, SampleTown, Template
from kompass.problem import LIMIT, Problem
from kompass.reading.focus import read_changed
from kompass.reading.inventory import Inventory, read_folder
from kompass.reading.source import Document, paused_collector, read
from kompass.rule_names import RuleName
from kompass.rules import causes, run
from kompass.templates.sample import fill
from kompass.wording import shown

BETTER_TOLD = {RuleName.SLUG_FORM: RuleName.DANGLING_REFERENCE, RuleName.TEXT_TOO_SHORT: RuleName.UNSAFE_ADDRESS}
"""Complaints about the form of a value that give way where a rule knows what was meant."""


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


def load(
    folder: Path,
    *,
    today: date | None = None,
    is_main: bool = False,
    errors_only: bool = False,
    read_file: Callable[[Path], Document] = read,
) -> Loaded:
    """Read, type and check the data below `folder`; entries that cannot be typed are left out of the catalogue.

    With `errors_only` the rules on wording that can only warn are not run: a build does not ask for them.
    """
    with paused_collector():
        inventory, problems = read_folder(folder, today or date.today(), is_main=is_main, read_file=read_file)
        catalogue, found = _type_and_run(inventory, errors_only)
    return Loaded(catalogue, causes([*problems, *found]), len(inventory.documents), len(inventory.entries))


def load_changed(folder: Path, revision: str, *, today: date | None = None, is_main: bool = False) -> Loaded:
    """Do the same for what differs from a revision that Git knows; the catalogue holds nothing else.

    Raises RevisionError if Git does not know the revision.
    """
    with paused_collector():
        change = read_changed(folder, today or date.today(), revision, is_main=is_main)
        catalogue, found = _type_and_run(change.inventory, errors_only=False)
    problems = causes([*change.problems, *filter(change.concerns, found)])
    changed = tuple(change.inventory.inspected)
    names = tuple(f"{entry.kind.label} {shown(entry.fields.get('title') or entry.id)}" for entry in changed)
    return Loaded(catalogue, problems, len(change.files), len(changed), names)


def _type_and_run(inventory: Inventory, errors_only: bool) -> tuple[Catalogue, list[Problem]]:
    records: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    problems: list[Problem] = []
    for entry in inventory.inspected:
        record, found = (None, []) if entry.is_set_aside else diagnose(entry)
        problems += found if len(problems) < LIMIT else []
        if record is not None:
            records[entry.kind.name].append(record)
    found = list(run(inventory, errors_only=errors_only))
    told = {(problem.rule, problem.place) for problem in found}
    problems = [problem for problem in problems if (BETTER_TOLD.get(problem.rule), problem.place) not in told] + found
    records["template"] = _with_examples(records)
    return Catalogue(_ordered(records), _places(inventory)), problems


def _with_examples(records: dict[str, list[Record]]) -> list[Record]:
    """Return the templates with the examples that they take from the invented town, if it was read."""
    towns = [town for town in records["sample"] if isinstance(town, SampleTown)]
    templates = [template for template in records["template"] if isinstance(template, Template)]
    fields = {field.id: field.title for field in records["action_field"]}
    return list(fill(templates, towns[0], fields)) if towns else list(records["template"])


def _places(inventory: Inventory) -> dict[tuple[str, str], Place]:
    return {
        (entry.kind.name, entry.id): Place(entry.document.path.name, *entry.document.position(entry.slot))
        for entry in inventory.entries
        if entry.id is not None
    }


def _ordered(records: dict[str, list[Record]]) -> dict[str, tuple[Record, ...]]:
    phases = {record.id: getattr(record, "order", 0) for record in records["phase"]}

    def place(record: Record) -> tuple[int, int]:
        return phases.get(getattr(record, "phase", ""), 0), getattr(record, "order", 0)

    return {kind: tuple(sorted(found, key=place) if has_order(kind) else found) for kind, found in records.items()}
