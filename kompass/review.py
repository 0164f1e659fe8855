"""When a record is due for its next review, and from when on evidence is old; how urgent that is belongs to the rules."""

from __future__ import annotations

from datetime import date

from kompass.model import Kind

EVIDENCE_YEARS = 3
"""After so many years the evidence of an example is called old."""


def due_day(checked: date, kind: Kind) -> date:
    """Return the first day of the month by which a record of `kind`, last reviewed on `checked`, should be reviewed again."""
    month = checked.month - 1 + kind.review_months
    return date(checked.year + month // 12, month % 12 + 1, 1)


def is_outdated(evidence: str, today: date) -> bool:
    """Tell whether a day, month or year of evidence lies more than three years back; of a month or year the last day counts."""
    limit = f"{today.year - EVIDENCE_YEARS}-{today.month:02}-{today.day:02}"
    return evidence < limit[: len(evidence)]
