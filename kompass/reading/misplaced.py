"""Recognise a whole record that stands where it does not belong: in the file of another kind, or inside another record."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from kompass.model import FILES, Kind

FOREIGN = 2
"""So many fields of a record must be unknown, and as many missing, before it is taken for one of another kind."""
TOO_FAR_RIGHT = "Rücken Sie den ganzen Eintrag nach links, bis sein Strich unter dem Strich des Eintrags darüber steht."


@dataclass(frozen=True)
class Misplaced:
    """Where in an entry a record stands that does not belong there, what to say, and a fix if it is more precise."""

    path: tuple[str | int, ...]
    message: str
    fix: str = ""


def misplaced(kind: Kind, data: Any) -> Misplaced | None:
    """Return what is in the wrong place in an entry of a kind, if anything is."""
    if not isinstance(data, dict):
        return None
    for name, value in data.items():
        for number, part in enumerate(value if isinstance(value, list) else ()):
            if isinstance(part, dict) and "checked" in part and "id" in part:
                return Misplaced((name, number), f"Hier beginnt ein ganzer Eintrag mitten in „{name}“.", TOO_FAR_RIGHT)
    required, known = _fields(kind)
    if len(data.keys() - known) < FOREIGN or len(required - data.keys()) < FOREIGN:
        return None
    other = _kind_of(frozenset(map(str, data)), kind)
    if other is None:
        return None
    label, file = other
    return Misplaced((), f"Dieser Eintrag ist von der Art „{label}“ und gehört in {file}.yml; hier stehen {kind.plural}.")


@cache
def _fields(kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    fields = kind.model.model_fields
    return frozenset(name for name, field in fields.items() if field.is_required()), frozenset(fields)


def _kind_of(names: frozenset[str], but: Kind) -> tuple[str, str] | None:
    """Return label and file of the kind that has all these fields and asks for hardly any more."""
    for file in FILES:
        for kind in file.kinds:
            required, known = _fields(kind)
            if kind != but and names <= known and len(required - names) < FOREIGN:
                return kind.label, file.name
    return None
