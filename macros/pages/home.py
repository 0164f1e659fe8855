"""The start page and what leads on from it: the head, the situations, the way, the counts, the search."""

from __future__ import annotations

from kompass.model import SHOWN_KINDS
from macros.site import Site


def start_hero(site: Site) -> str:
    """Draw the head of the start page."""
    return site.render("start_hero")


def situations(site: Site) -> str:
    """Draw the four situations that readers come from."""
    return site.render("situations", phases=site.by_id("phase"))


def way(site: Site) -> str:
    """Draw the way in seven phases."""
    return site.render("way", phases=site.records("phase"))


def counts(site: Site) -> str:
    """Draw how many records of the main kinds there are."""
    kinds = ("example", "action_field", "measure", "participation_format", "template", "term")
    labels = {"measure": "Musterprofile", "term": "Begriffe"}
    rows = [
        {
            "label": labels.get(kind, SHOWN_KINDS[kind].plural),
            "number": len(site.records(kind)),
            "address": site.list_address(kind),
        }
        for kind in kinds
    ]
    return site.render("counts", counts=rows)


def decision_banner(site: Site) -> str:
    """Draw the banner that leads to the two-minute page."""
    return site.render("decision_banner")


def search_page(site: Site) -> str:
    """Draw the search form with its filters and the place of its results."""
    return site.render("search_page")
