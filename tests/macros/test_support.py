"""The page of the support offers groups them by what one can do; each leads to a page of its own."""

from __future__ import annotations

from bs4 import BeautifulSoup

from kompass.model import Support
from kompass.model.vocabulary import SupportKind, SupportState
from macros.pages.reading import support, support_offers
from macros.site import Site
from tests.macros.small import small_site


def site_with(**kinds: tuple[SupportKind, SupportState]) -> Site:
    (offer,) = small_site().records("support")
    offers: tuple[Support, ...] = tuple(
        offer.model_copy(update={"id": name, "kind": kind, "state": state}) for name, (kind, state) in kinds.items()
    )
    return small_site(support=offers)


def test_each_offer_stands_once_under_what_one_can_do_about_it() -> None:
    site = site_with(
        geld=(SupportKind.FUNDING, SupportState.OPEN),
        rat=(SupportKind.ADVICE, SupportState.OPEN),
        offen=(SupportKind.FUNDING, SupportState.UNCLEAR),
        vorbei=(SupportKind.FUNDING, SupportState.CLOSED),
    )
    text = support_offers(site)
    marks = ["#jetzt-beantragbar", 'id="geld"', "#beratung", 'id="rat"', "#unklar", 'id="offen"', "#archiv", 'id="vorbei"']
    assert [text.count(mark) for mark in marks] == [1] * len(marks)
    assert sorted(marks, key=text.index) == marks


def test_what_is_uncertain_is_folded() -> None:
    page = BeautifulSoup(support_offers(site_with(offen=(SupportKind.ADVICE, SupportState.UNCLEAR))), "html.parser")
    row = page.find(id="offen")
    assert row
    assert row.find_parent("details")


def test_reservation_stands_behind_the_sources() -> None:
    (offer,) = small_site().records("support")
    site = small_site(support=(offer.model_copy(update={"reservation": "Eine Frist ist nicht belegt."}),))
    text = support(site, offer.id)
    assert text.index("{: #quellen }") < text.index("Vorbehalt: Eine Frist ist nicht belegt.")
