"""Pages that list many records, most of them to be narrowed down."""

from __future__ import annotations

from datetime import timedelta
from itertools import accumulate, groupby
from typing import Any

from kompass.downloads.calendar import description
from kompass.downloads.library import (
    BUNDLE,
    CALENDAR,
    CHECKLIST,
    FIRST_MEETING,
    GUIDE,
    HANDBOOK,
    WORKSHOPS,
)
from kompass.model import SHOWN_KINDS
from kompass.model.templates import Workshop
from kompass.model.vocabulary import District, Level, Package
from macros.coverage import cover
from macros.coverage import step_labels as coverage_steps
from macros.files import file_link, file_links, package_row, template_row
from macros.lists import (
    list_examples,
    list_formats,
    list_indicators,
    list_measures,
    list_methods,
    list_templates,
)
from macros.site import Site
from macros.tiles import draw_tiles, step_labels


def coverage(site: Site) -> str:
    """Draw how many examples and measure profiles there are for each action field and principle."""
    return site.render("coverage", rows=cover(site), principles=site.records("principle"), steps=coverage_steps())


def examples(site: Site) -> str:
    """Draw all examples by action field, those that did not go on, and all by district."""
    fields, records = site.by_id("action_field"), site.records("example")
    by_field = site.grouped("example", "action_fields")
    going = {name: [one for one in found if not one.stopped] for name, found in by_field.items()}
    found = {kind: _in_district(site, kind) for kind in ("example", "strategy")}
    return site.render(
        "examples",
        fields=fields,
        groups=[(field, going[field.id]) for field in fields.values() if going.get(field.id)],
        stopped=[one for one in records if one.stopped],
        listing=list_examples(site),
        tiles=draw_tiles(*({word: len(rows) for word, rows in kind.items()} for kind in found.values())),
        steps=step_labels(),
        districts=[(word, *(kind[word] for kind in found.values())) for word in sorted(District, key=lambda word: word.label)],
        statewide=[example for example in records if not example.districts],
    )


def participation_formats(site: Site) -> str:
    """Draw all participation formats by level."""
    by_level = site.grouped("participation_format", "levels")
    groups = [(level, by_level[level]) for level in Level if level in by_level]
    return site.render("participation_formats", listing=list_formats(site), groups=groups)


def methods(site: Site) -> str:
    """Draw all methods by the first phase they help in."""
    grouped = site.grouped("method", "phases")
    groups = [(phase, grouped.get(phase.id, [])) for phase in site.records("phase")]
    return site.render("methods", listing=list_methods(site), groups=groups)


def measures(site: Site) -> str:
    """Draw all measure profiles by action field."""
    grouped = site.grouped("measure", "action_field")
    groups = [(field, grouped.get(field.id, [])) for field in site.records("action_field")]
    return site.render("measures", listing=list_measures(site), groups=groups)


def indicators(site: Site) -> str:
    """Draw all indicators under the action field or phase they belong to."""
    entries = [
        (site.catalogue.home(indicator.id), indicator, site.referring("indicator", indicator.id, "measure"))
        for indicator in site.records("indicator")
    ]
    groups = [
        (home, [{"indicator": indicator, "measures": found} for _, indicator, found in rows])
        for home, rows in groupby(entries, key=lambda entry: entry[0])
    ]
    return site.render("indicators", listing=list_indicators(site), groups=groups)


def templates(site: Site) -> str:
    """Draw all templates by the first phase they help in."""
    grouped, links = site.grouped("template", "phases"), site.links("template")
    rows = {name: [template_row(site.library, one, links[one.id]) for one in found] for name, found in grouped.items()}
    return site.render(
        "templates",
        listing=list_templates(site),
        groups=[(phase, rows.get(phase.id, [])) for phase in site.records("phase")],
        packages=[package_row(site.library, site.records("template"), package) for package in Package],
        handbook=file_link(site.library, HANDBOOK),
        bundle=file_link(site.library, BUNDLE),
        checklist=file_links(site.library, (f"{CHECKLIST}.{kind}" for kind in ("docx", "odt", "pdf"))),
        measures=len(site.records("measure")),
    )


def workshops(site: Site) -> str:
    """Draw the meetings of the writing workshop with their dates and files."""
    return site.render(
        "workshops",
        rows=[_workshop_row(site, workshop) for workshop in site.records("workshop")],
        guide=file_links(site.library, (f"{GUIDE}.{kind}" for kind in ("docx", "odt", "pdf"))),
        calendar=file_link(site.library, CALENDAR),
        first=FIRST_MEETING,
    )


def all_pages(site: Site) -> str:
    """Draw a list of all records."""
    groups = [{"kind": kind.name, "label": kind.plural, "records": site.records(kind.name)} for kind in SHOWN_KINDS.values()]
    return site.render("all_pages", groups=[group for group in groups if group["records"]])


def _in_district(site: Site, kind: str) -> dict[District, list[Any]]:
    """Return the records of `kind` by district; a record may stand in several."""
    return {word: [record for record in site.records(kind) if word in record.districts] for word in District}


def _workshop_row(site: Site, workshop: Workshop) -> dict[str, Any]:
    """Return what the page shows of one meeting: its day, its clock times, its files, what belongs to it."""
    times = _clock_times(workshop.begins, [item.minutes for item in workshop.agenda])
    return {
        "workshop": workshop,
        "description": description(workshop),
        "day": FIRST_MEETING + timedelta(days=workshop.days_after_start),
        "agenda": list(zip(times, workshop.agenda, strict=False)),
        "ends": times[-1],
        "handouts": [(one, file_link(site.library, f"{WORKSHOPS}{one.id}.docx")) for one in workshop.handouts],
        "groups": site.related("workshop", workshop.id),
    }


def _clock_times(begins: str, minutes: list[int]) -> list[str]:
    """Return when each item begins, and at the end when the last one is over."""
    start = int(begins[:2]) * 60 + int(begins[3:])
    return [f"{place // 60:02d}:{place % 60:02d}" for place in accumulate(minutes, initial=start)]
