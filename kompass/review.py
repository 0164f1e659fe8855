"""When a record is due for its next review; how urgent that is belongs to the rule `pruefung-faellig`."""

from __future__ import annotations

from datetime import date

from kompass.model import Kind


def due_day(checked: date, kind: Kind) -> date:
    """Return the first day of the month by which a record of `kind`, last reviewed on `checked`, should be reviewed again."""
    month = checked.month - 1 + kind.review_months
    return date(checked.year + month // 12, month % 12 + 1, 1)
