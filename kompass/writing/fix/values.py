"""How values may be written: which fields hold texts, days and yes/no, and when two ways of writing mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from pydantic import BaseModel

from kompass.days import DAYS, as_day
from kompass.model import DataFile
from kompass.model.paths import every_field, plain_types
from kompass.rules.invisible_characters import INVISIBLE

NAME = re.compile(r"[a-z][a-z0-9_]*")
YES = frozenset({"true", "yes", "on", "ja", "wahr"})
NO = frozenset({"false", "no", "off", "nein", "falsch"})


@cache
def field_names(file: DataFile) -> frozenset[str]:
    """Return the names of all fields of the file's records, at any depth."""
    return frozenset(name for kind in file.kinds for name, _ in _fields(kind.model)) | {
        str(kind.key) for kind in file.kinds if kind.key
    }


@cache
def flag_names(file: DataFile) -> frozenset[str]:
    """Return the names of the fields that say yes or no, in this file always."""
    return _always(file, frozenset({bool}))


@cache
def text_names(file: DataFile) -> frozenset[str]:
    """Return the names of the fields that hold text, in this file always."""
    return _always(file, frozenset({str})) - DAYS


def _always(file: DataFile, wanted: frozenset[type]) -> frozenset[str]:
    """Return the names of the fields that hold one value of these types wherever they occur in the file."""
    found: dict[str, set[bool]] = {}
    for kind in file.kinds:
        for name, annotation in _fields(kind.model):
            found.setdefault(name, set()).add({kind for kind in plain_types(annotation) if kind is not type(None)} == wanted)
    return frozenset(name for name, answers in found.items() if answers == {True})


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    return [(names[-1], field.annotation) for names, field in every_field(model)]


def normal(value: Any) -> Any:
    """Return a value in a form in which two ways of writing the same are equal; lists of entries with ids lose their order."""
    if isinstance(value, dict):
        if len(value) == 1 and not NAME.fullmatch(key := next(iter(value))):
            return normal(f"{key}: {value[key]}")  # a text with a colon that lacked its quotation marks
        return {key: normal(part) for key, part in value.items()}
    if isinstance(value, list):
        parts = [normal(part) for part in value]
        is_entries = bool(parts) and all(isinstance(part, dict) and isinstance(part.get("id"), str) for part in parts)
        return sorted(parts, key=lambda part: part["id"]) if is_entries else parts
    if isinstance(value, bool):
        return value
    text = INVISIBLE.sub(
        "", unicodedata.normalize("NFC", "" if value is None else str(value)).replace("\n", " ").replace("\t", " ")
    )
    text = " ".join(text.split())
    if text.lower() in YES | NO:
        return text.lower() in YES
    return as_day(text) or text
