"""An id, present or former, takes an address or a file name that is taken already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kompass.addresses import list_address
from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory, ValuePath
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown

WINDOWS = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names that no file and no folder can have on Windows, whatever its ending."""


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each id that would hide a page written by hand or that Windows cannot store."""
    docs = inventory.folder.parent / "docs"
    for entry in inventory.inspected:
        if entry.kind.is_register:
            continue
        pages = docs / list_address(entry.kind.name)
        for path, value in _ids(entry):
            if message := _reason(value, pages):
                yield entry.problem(RuleName.RESERVED_ID, message, path)


def _ids(entry: Entry) -> Iterator[tuple[ValuePath, str]]:
    for names in (("id",), ("aliases",)):
        yield from ((path, value) for path, value in entry.select(names) if isinstance(value, str))


def _reason(value: str, pages: Path) -> str:
    if WINDOWS.fullmatch(value):
        return f"Die Kennung {shown(value)} ist unter Windows als Name verboten."
    if value == "index":
        return "Unter der Kennung „index“ steht schon die Liste aller Einträge."
    if "/" not in value and "\0" not in value and ((pages / f"{value}.md").is_file() or (pages / value).is_dir()):
        return f"Unter der Kennung {shown(value)} gibt es schon eine andere Seite."
    return ""


RULE = Rule(
    name=RuleName.RESERVED_ID,
    stage=Stage.MEANING,
    why="Die Kennung wird Teil der Adresse: Die neue Seite würde eine vorhandene verdrängen oder ließe sich nicht speichern.",
    fix="Wählen Sie eine andere Kennung, am besten aus Ort und Thema.",
    good="id: buergerbus",
    bad="id: com1",
    check=check,
)
