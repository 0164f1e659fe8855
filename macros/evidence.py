"""What pages say of an example's evidence: how new it is, and whether the example runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from kompass.model import Example
from kompass.model.vocabulary import Status
from kompass.review import EVIDENCE_YEARS, is_outdated
from macros.render import format_partial_day

FRESH_YEARS = 2
RUNNING, OUTDATED, UNDATED = "laeuft-belegt", "alt", "ohne-datum"


def evidence_options(today: date) -> tuple[tuple[str, str], ...]:
    """Return the choices of the list, with their years as of today."""
    return (
        (RUNNING, f"läuft, belegt seit {today.year - FRESH_YEARS}"),
        (OUTDATED, f"älter als {EVIDENCE_YEARS} Jahre"),
        (UNDATED, "Quellen ohne Datum"),
    )


def evidence_of(example: Example, today: date) -> tuple[str, ...]:
    """Return the choices that an example falls under."""
    if example.evidence is None:
        return (UNDATED,)
    if is_outdated(example.evidence, today):
        return (OUTDATED,)
    is_fresh = int(example.evidence[:4]) >= today.year - FRESH_YEARS
    return (RUNNING,) if is_fresh and example.status is Status.RUNNING else ()


def evidence_label(example: Example) -> str:
    """Return the date of the newest evidence in words."""
    return format_partial_day(example.evidence) if example.evidence else "ohne Datum"


def evidence_line(example: Example, today: date) -> str:
    """Return what a list says under the title: the newest evidence, or that there is none since."""
    if example.evidence is None:
        return "Belege ohne Datum"
    label = evidence_label(example)
    return f"kein Beleg nach {label}" if is_outdated(example.evidence, today) else f"Stand der Belege: {label}"


def outdated_examples(examples: Iterable[Example], today: date) -> list[tuple[str, list[Example]]]:
    """Return the examples with old or undated evidence, by the year of the newest, the oldest first."""
    found = [example for example in examples if OUTDATED in (kinds := evidence_of(example, today)) or UNDATED in kinds]
    found.sort(key=lambda example: (_year(example), example.title))
    return [(year, list(group)) for year, group in groupby(found, key=_year)]


def _year(example: Example) -> str:
    return example.evidence[:4] if example.evidence else "ohne Datum"
