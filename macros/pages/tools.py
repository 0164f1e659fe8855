"""Pages to work with: checklist, roadmap, finder, bookmarks."""

from __future__ import annotations

from typing import Any

from kompass.model import MUNICIPALITY_SIZES, SHOWN_KINDS, ParticipationFormat, PersonDays
from kompass.model.vocabulary import Audience, Purpose
from macros.site import Site

LAST_PHASE_BEFORE_DECISION = 5


def format_finder(site: Site) -> str:
    """Draw the finder for participation formats, with all formats by purpose."""
    records = site.records("participation_format")
    places = site.places("participation_format")
    purposes = [(word, [record for record in records if word in record.purposes]) for word in Purpose]
    return site.render(
        "format_finder",
        formats=[_finder_row(record, places[record.id][1]) for record in records],
        purposes=[(word, found) for word, found in purposes if found],
        audiences=[word for word in Audience if any(word in record.audiences for record in records)],
    )


def roadmap(site: Site) -> str:
    """Draw the person-days of all phases, with the sum until the decision."""
    sums = [_days_until_decision(site, size) for size in MUNICIPALITY_SIZES]
    return site.render("roadmap", phases=site.records("phase"), sums=sums, checked=site.oldest_check("phase"))


def effort_summary(site: Site) -> str:
    """Draw the person-days until the decision and in each year of carrying out."""
    carrying_out = site.catalogue.get("phase", "umsetzen").effort
    rows = [
        {"label": label, "until": _days_until_decision(site, size), "after": getattr(carrying_out, size)}
        for size, label in MUNICIPALITY_SIZES.items()
    ]
    return site.render("effort_summary", rows=rows, checked=site.oldest_check("phase"))


def bookmarks(site: Site) -> str:
    """Draw the reader's own list, with the titles of all records that can stand on it."""
    kinds = [
        {"name": name, "label": kind.plural, "records": site.places(name)}
        for name, kind in SHOWN_KINDS.items()
        if site.records(name)
    ]
    return site.render("bookmarks", kinds=kinds)


def _finder_row(record: ParticipationFormat, address: str) -> dict[str, Any]:
    """Return what the finder must know of a participation format."""
    return {
        "id": record.id,
        "title": record.title,
        "address": address,
        "summary": record.summary,
        "purposes": record.purposes,
        "audiences": record.audiences,
        "group": record.group_size,
        "min": record.group_min,
        "max": record.group_max,
        "weeks": record.lead_weeks,
        "setting": record.setting,
        "settingLabel": record.setting.label,
        "fit": record.small_fit,
        "effort": record.effort,
        "duration": record.duration,
    }


def _days_until_decision(site: Site, size: str) -> PersonDays:
    """Return the sum of the person-days of phases 1 to 5 for one size of municipality."""
    spans = [getattr(phase.effort, size) for phase in site.records("phase") if phase.order <= LAST_PHASE_BEFORE_DECISION]
    return PersonDays(low=sum(span.low for span in spans), high=sum(span.high for span in spans))
