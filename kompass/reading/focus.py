"""Narrow a check to the entries that differ from an earlier revision; everything else is only looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kompass.problem import Problem
from kompass.reading.cache import Cache
from kompass.reading.changes import changed_entries, ids_in, look_up
from kompass.reading.inventory import Entry, Inventory, read_folder
from kompass.reading.source import Document, read
from kompass.rule_names import RuleName

CACHE = Path(".cache") / "kompass"


@dataclass(frozen=True)
class Change:
    """An inventory narrowed to what has changed, the problems of reading it, and the files that have changed."""

    inventory: Inventory
    problems: list[Problem]
    files: frozenset[str]

    def concerns(self, problem: Problem) -> bool:
        """Tell whether the change may be answerable for a problem: not for what it left as it was."""
        document = self.inventory.documents.get(problem.path.stem)
        if document is None or document.path != problem.path:
            return True
        return problem.path.stem in self.files or problem.rule == RuleName.DANGLING_REFERENCE


def read_changed(folder: Path, today: date, revision: str, *, is_main: bool = False) -> Change:
    """Read a data folder; narrow it to what has changed since `revision`; raise RevisionError if Git does not know that."""
    before = look_up(folder, revision)
    contents = {path.stem: path.read_bytes() for path in folder.glob("*.yml") if path.is_file()}
    inventory, problems = read_folder(folder, today, is_main=is_main, read_file=_remembering(folder, contents))
    files = frozenset(name for name in inventory.documents if not before.has(f"{name}.yml", contents.get(name, b"")))
    former = {name: before.text(f"{name}.yml") for name in files}
    focus = tuple(entry for name in sorted(files) for entry in _changed(inventory, name, contents, former))
    known = {found for ids in inventory.ids.values() for found in ids}
    removed = frozenset().union(*map(ids_in, former.values())) - known
    narrowed = replace(inventory, focus=focus, removed=removed)
    return Change(narrowed, [problem for problem in problems if problem.path.stem in files], files)


def _remembering(folder: Path, contents: dict[str, bytes]) -> Callable[[Path], Document]:
    cache = Cache(folder.parent / CACHE)
    return lambda path: cache.read(path, contents[path.stem]) if path.stem in contents else read(path)


def _changed(inventory: Inventory, name: str, contents: dict[str, bytes], former: dict[str, str]) -> list[Entry]:
    document = inventory.documents[name]
    entries = [entry for entry in inventory.entries if entry.document is document]
    return list(changed_entries(document, contents.get(name, b""), entries, former[name]))
