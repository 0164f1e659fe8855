"""What the law asks of a municipality and by when, sorted for the page: in force, coming, only for some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kompass.model.guidance import Law, LawDate
from kompass.model.vocabulary import Concerned, Duty


@dataclass(frozen=True)
class InForce:
    """A duty that holds today; `since` are the days on which its parts began, where they are known."""

    law: Law
    since: tuple[str, ...]


@dataclass(frozen=True)
class Duties:
    """All duties: what holds for every municipality, what is to come, what holds only for some."""

    in_force: list[InForce]
    coming: list[tuple[LawDate, Law]]
    only_some: list[tuple[Concerned, list[InForce]]]


def sort_duties(laws: Sequence[Law], today: date) -> Duties:
    """Return the duties as they stand on one day, what comes next in the order of its days."""
    day = today.isoformat()
    coming = [(entry, law) for law in laws for entry in law.dates if entry.binding and entry.date > day]
    held = [found for law in laws if law.duty == Duty.MUST and (found := in_force(law, day))]
    only_some = [(word, [duty for duty in held if word in duty.law.binds]) for word in Concerned if word != Concerned.EVERY]
    return Duties(
        in_force=[duty for duty in held if Concerned.EVERY in duty.law.binds],
        coming=sorted(coming, key=lambda found: found[0].date),
        only_some=[(word, duties) for word, duties in only_some if duties],
    )


def in_force(law: Law, day: str) -> InForce | None:
    """Return the law if it holds on `day`: it has no day of beginning, or one that has passed."""
    begins = [entry.date for entry in law.dates if entry.binding]
    past = tuple(begin for begin in begins if begin <= day)
    return InForce(law, past) if past or not begins else None
