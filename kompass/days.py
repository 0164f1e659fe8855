"""How people write days and months, and how the data want them: used by the messages and by `--fix`."""

from __future__ import annotations

import re
from datetime import date

DAYS = frozenset({"checked", "date", "as_of"})
"""The fields that hold a day, a month or a year."""
WHOLE_DAY = len("2026-05-31")
GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
SHORT_DAY = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?")
MONTH = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{4})")
NAMED = re.compile(r"(?:(\d{1,2})\.\s*)?([A-Za-zä]{3,9})\.?\s+(\d{4})")
NAMES = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)


def as_day(text: str) -> str | None:
    """Return a day in the form JJJJ-MM-TT (or JJJJ-MM), or None if it is none or has this form; no day is invented."""
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    try:
        proper = date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None
    return proper if proper != text else None


def _parts(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day (0 if there is none)."""
    if match := GERMAN_DAY.fullmatch(text):
        return int(match[3]), int(match[2]), int(match[1])
    if match := SHORT_DAY.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3] or 0)
    if match := MONTH.fullmatch(text):
        return int(match[2]), int(match[1]), 0
    if (match := NAMED.fullmatch(text)) and (month := _month(match[2])):
        return int(match[3]), month, int(match[1] or 0)
    return None


def _month(name: str) -> int:
    """Return the number of a month from its name or the beginning of it, 0 if it is none."""
    word = name.casefold().replace("maerz", "märz")
    found = [number for number, month in enumerate(NAMES, start=1) if month.startswith(word)]
    return found[0] if len(found) == 1 else 0
