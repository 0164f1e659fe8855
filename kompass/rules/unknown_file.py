"""The data folder holds a file that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kompass.model import FILES
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown, suggest


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem for each file that is none of the data files; hidden files and a README may stand there."""
    known = [f"{file.name}.yml" for file in FILES]
    for path in _files(inventory.folder):
        if path.name in known or path.name.startswith(".") or path.name == "README.md":
            continue
        message = f"{shown(path.name)} ist keine der Datendateien."
        yield Problem(path, 1, 1, RuleName.UNKNOWN_FILE, message, suggest(path.name, known))


def _files(folder: Path) -> list[Path]:
    """Return what stands in the folder; one that cannot be listed has problems enough with each of its files."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


RULE = Rule(
    name=RuleName.UNKNOWN_FILE,
    stage=Stage.FILE,
    why="Diese Datei liest niemand; meist ist ihr Name falsch geschrieben.",
    fix="Benennen Sie die Datei richtig, oder löschen Sie sie.",
    check=check,
)
