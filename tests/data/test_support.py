"""The support offers lead to a door: each has a link, and money that runs says how much, until when and where."""

from __future__ import annotations

from pathlib import Path

from kompass.load import load
from kompass.model import Support
from kompass.model.vocabulary import SupportKind, SupportState

OFFERS: tuple[Support, ...] = load(Path(__file__).parents[2] / "data").catalogue.all("support")
MOST_RESERVATIONS = 16


def test_every_offer_has_a_link() -> None:
    assert OFFERS
    assert [offer.id for offer in OFFERS if not offer.url] == []


def test_running_money_names_rate_deadline_and_place() -> None:
    running = [one for one in OFFERS if one.kind is SupportKind.FUNDING and one.state is SupportState.OPEN]
    assert running
    assert [one.id for one in running if not (one.rate and one.deadline and one.apply_at)] == []


def test_reservations_stay_the_exception() -> None:
    reserved = [offer.id for offer in OFFERS if offer.reservation]
    assert len(reserved) <= MOST_RESERVATIONS, reserved
