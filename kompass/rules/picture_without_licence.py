"""A picture in a page comes with no statement about its author and licence."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.pictures import Picture, pictures
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown

EVERYTHING = {"**", "**/*", "*", "docs/**"}


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each picture from elsewhere and at each whose file neither `.license` nor REUSE.toml names."""
    named: list[str] | None = None
    for picture in pictures(inventory):
        named = _named(inventory.folder.parent / "REUSE.toml") if named is None else named
        if message := _judge(picture, inventory.folder.parent, named):
            yield Problem(
                picture.page,
                picture.line,
                picture.column,
                RuleName.PICTURE_WITHOUT_LICENCE,
                message,
                subject=RuleName.PICTURE_WITHOUT_LICENCE,
            )


def _judge(picture: Picture, root: Path, named: list[str]) -> str:
    file = picture.file
    if file is None:
        return f"Das Bild {shown(picture.address)} liegt auf einem fremden Server."
    if Path(f"{file}.license").is_file():
        return ""
    place = _place(file, root)
    if any(fnmatch(place, pattern) for pattern in named):
        return ""
    return f"Zum Bild {shown(picture.address)} fehlen Urheber:in und Lizenz."


def _place(file: Path, root: Path) -> str:
    """Return the path from `root`, with steps upwards taken, whether the file exists or not."""
    whole, start = file.resolve(), root.resolve()
    return whole.relative_to(start).as_posix() if whole.is_relative_to(start) else whole.as_posix()


def _named(path: Path) -> list[str]:
    """Return the patterns of REUSE.toml that name files; those for everything name nobody's picture."""
    if not path.is_file():
        return []
    content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    paths = [note.get("path", []) for note in content.get("annotations", [])]
    flat = [item for found in paths for item in ([found] if isinstance(found, str) else found)]
    return [pattern for pattern in flat if pattern not in EVERYTHING]


RULE = Rule(
    name=RuleName.PICTURE_WITHOUT_LICENCE,
    stage=Stage.MEANING,
    why="Bilder darf nur zeigen, wer das Recht dazu hat; wer die Inhalte weiternutzt, muss es ebenfalls wissen.",
    fix="Legen Sie das Bild in den Ordner docs und neben es eine Datei mit der Endung .license, "
    "in der SPDX-FileCopyrightText und SPDX-License-Identifier stehen.",
    check=check,
)
