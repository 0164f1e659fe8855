"""How values may be written: which fields hold texts, days and yes/no, and when two ways of writing mean the same."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from kompass.model import DataFile
from kompass.model.paths import every_field

GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
SHORT_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
DAYS = frozenset({"checked", "date", "as_of"})
YES = frozenset({"true", "yes", "on", "ja", "wahr"})
NO = frozenset({"false", "no", "off", "nein", "falsch"})


@cache
def field_names(file: DataFile) -> frozenset[str]:
    """Return the names of all fields of the file's records, at any depth."""
    return frozenset(name for kind in file.kinds for name, _ in _fields(kind.model)) | {str(kind.key) for kind in file.kinds if kind.key}


@cache
def flag_names(file: DataFile) -> frozenset[str]:
    """Return the names of the fields that say yes or no."""
    return frozenset(name for kind in file.kinds for name, annotation in _fields(kind.model) if annotation is bool)


@cache
def text_names(file: DataFile) -> frozenset[str]:
    """Return the names of the fields that hold text, in this file always."""
    texts = {name for kind in file.kinds for name, annotation in _fields(kind.model) if annotation in (str, str | None)}
    others = {name for kind in file.kinds for name, annotation in _fields(kind.model) if annotation not in (str, str | None)}
    return frozenset(texts - others - DAYS)


def _fields(model: type[BaseModel]) -> list[tuple[str, Any]]:
    return [(names[-1], field.annotation) for names, field in every_field(model)]


def as_day(text: str) -> str | None:
    """Return a day in the form JJJJ-MM-TT (or JJJJ-MM), or None if it is none or has this form."""
    if match := GERMAN_DAY.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
    elif match := SHORT_DAY.fullmatch(text):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
    else:
        return None
    try:
        proper = date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None
    return proper if proper != text else None


def normal(value: Any) -> Any:
    """Return a value in a form in which two ways of writing the same are equal; lists of entries with ids lose their order."""
    if isinstance(value, dict):
        return {key: normal(part) for key, part in value.items()}
    if isinstance(value, list):
        parts = [normal(part) for part in value]
        is_entries = bool(parts) and all(isinstance(part, dict) and isinstance(part.get("id"), str) for part in parts)
        return sorted(parts, key=lambda part: part["id"]) if is_entries else parts
    if isinstance(value, bool):
        return value
    text = " ".join(unicodedata.normalize("NFC", "" if value is None else str(value)).split())
    if text.lower() in YES | NO:
        return text.lower() in YES
    return as_day(text) or text
