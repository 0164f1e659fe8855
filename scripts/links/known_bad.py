"""The list of links whose failure is known: each with a reason, each with a day on which the excuse ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

LIST = Path("docs-intern/links-ausnahmen.yml")
LONGEST = timedelta(days=183)
FIELDS = {"url", "reason", "since", "until"}


@dataclass(frozen=True)
class Excuse:
    """A known failure; `until` is the last day on which it counts."""

    url: str
    reason: str
    since: date
    until: date

    def counts(self, today: date) -> bool:
        """Tell whether the excuse still counts."""
        return today <= self.until


def read_excuses(path: Path = LIST) -> dict[str, Excuse]:
    """Return the excuses by link; raise ValueError in German where the list is not as it must be."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    if not isinstance(entries, list):
        raise ValueError(f"{path}: Hier muss eine Liste stehen.")
    excuses = [_excuse(entry, f"{path}, Eintrag {number}") for number, entry in enumerate(entries, start=1)]
    return {excuse.url: excuse for excuse in excuses}


def _excuse(entry: object, place: str) -> Excuse:
    if not isinstance(entry, dict) or set(entry) != FIELDS:
        raise ValueError(f"{place}: Gebraucht werden genau die Felder {', '.join(sorted(FIELDS))}.")
    if not isinstance(entry["url"], str) or not isinstance(entry["reason"], str) or len(entry["reason"].split()) < 3:
        raise ValueError(f"{place}: Es fehlt eine Adresse oder ein Grund in einem Satz.")
    if not all(type(entry[name]) is date for name in ("since", "until")):
        raise ValueError(f"{place}: since und until brauchen ein Datum der Form JJJJ-MM-TT.")
    excuse = Excuse(**entry)
    if not timedelta(0) <= excuse.until - excuse.since <= LONGEST:
        raise ValueError(f"{place}: Eine Ausnahme gilt höchstens {LONGEST.days} Tage.")
    return excuse
