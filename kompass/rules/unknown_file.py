"""The data folder holds a file that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from kompass.model import FILES
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown

NEW = "Neue Einträge kommen in eine vorhandene Datei, Beispiele in examples.yml."
SAME = 0.8
"""How alike two names must be to count as a slip."""


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem for each file that is none of the data files; hidden files and a README may stand there."""
    known = [f"{file.name}.yml" for file in FILES]
    for path in _files(inventory.folder):
        if path.name in known or path.name.startswith(".") or path.name == "README.md":
            continue
        message = f"{shown(path.name)} ist keine der Datendateien."
        yield Problem(path, 1, 1, RuleName.UNKNOWN_FILE, message, _fix(path.name, known))


def _fix(name: str, known: list[str]) -> str:
    """Return the right name where only a slip keeps the file from being read; a new file has no place here."""
    guess = get_close_matches(name, known, n=1, cutoff=SAME)
    advice = f"Meinten Sie „{guess[0]}“?" if guess else NEW
    return f"{advice} Erlaubt sind: {', '.join(known)}."


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
