"""The page on law begins with what must be done by when; what has passed is told as past."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kompass.load import load
from kompass.model.vocabulary import Concerned
from macros.duties import sort_duties

LAWS = load(Path("data")).catalogue.all("law")
HEAT = "waermeplanung-pflicht"


def test_duty_moves_from_coming_to_in_force_on_its_day() -> None:
    before, on_the_day = (sort_duties(LAWS, day) for day in (date(2026, 12, 31), date(2027, 1, 1)))
    assert "umsatzsteuer-2b" in [law.id for _, law in before.coming]
    assert "umsatzsteuer-2b" not in [duty.law.id for duty in before.in_force]
    assert "umsatzsteuer-2b" not in [law.id for _, law in on_the_day.coming]
    assert ("2027-01-01",) in [duty.since for duty in on_the_day.in_force if duty.law.id == "umsatzsteuer-2b"]


def test_what_comes_is_in_the_order_of_its_days() -> None:
    days = [entry.date for entry, _ in sort_duties(LAWS, date(2026, 11, 28)).coming]
    assert len(days) >= 6
    assert days == sorted(days)
    assert "2028-06-30" in days


def test_duty_of_some_stands_under_its_condition_only() -> None:
    duties = sort_duties(LAWS, date(2026, 11, 28))
    groups = {word: [duty.law.id for duty in found] for word, found in duties.only_some}
    assert "nis2-kommunen" in groups[Concerned.UTILITIES]
    assert Concerned.EVERY not in groups
    assert "nis2-kommunen" not in [duty.law.id for duty in duties.in_force]


def test_note_is_no_duty() -> None:
    duties = sort_duties(LAWS, date(2026, 11, 28))
    shown = {duty.law.id for duty in duties.in_force} | {duty.law.id for _, found in duties.only_some for duty in found}
    assert "efa-dienste" in {law.id for law in LAWS}
    assert "efa-dienste" not in shown
