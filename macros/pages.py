"""One function per macro: look the records up, hand them to the template of the same name.

Every function takes the site first; `macros.define_env` binds it, so that a page writes `{{ action_field("energie") }}`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import accumulate, groupby
from typing import Any

from kompass.downloads.calendar import description
from kompass.downloads.library import (
    BUNDLE,
    CALENDAR,
    CHECKLIST,
    DEADLINES,
    FIRST_MEETING,
    GUIDE,
    HANDBOOK,
    WORKSHOPS,
    measure_path,
)
from kompass.model import FILES, Measure, ParticipationFormat, PersonDays, Topic
from kompass.model.templates import Workshop
from kompass.model.vocabulary import Audience, District, LawArea, Level, Purpose, QuestionTopic, SupportKind
from kompass.size import inhabitants
from macros.coverage import cover
from macros.coverage import step_labels as coverage_steps
from macros.duties import sort_duties
from macros.entry_form import RARE, facts_file, field_rows, form_kinds
from macros.evidence import outdated_examples
from macros.files import file_link, file_links, template_row
from macros.lists import (
    list_examples,
    list_formats,
    list_indicators,
    list_measures,
    list_methods,
    list_strategies,
    list_templates,
)
from macros.site import KINDS, Site
from macros.terms import uses
from macros.tiles import draw_tiles, step_labels
from macros.upkeep import due_records, file_labels, freshness_row, rule_groups

Macro = Callable[..., str]
LAST_PHASE_BEFORE_DECISION = 5
SIZES = {
    "under_5000": "unter 5.000 Einwohner:innen",
    "to_20000": "5.000 bis 20.000",
    "over_20000": "über 20.000",
    "district": "Landkreis",
}


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
        {"label": labels.get(kind, KINDS[kind].plural), "number": len(site.records(kind)), "address": site.list_address(kind)}
        for kind in kinds
    ]
    return site.render("counts", counts=rows)


def decision_banner(site: Site) -> str:
    """Draw the banner that leads to the two-minute page."""
    return site.render("decision_banner")


def questions(site: Site) -> str:
    """Draw the FAQ."""
    grouped = site.grouped("question", "topic")
    return site.render(
        "questions",
        groups=[(topic, grouped[topic]) for topic in QuestionTopic if topic in grouped],
        links=site.links("question"),
        checked=site.oldest_check("question"),
    )


def charta(site: Site) -> str:
    """Draw guidelines, features and principles of the Smart City Charta."""
    kinds = ("guideline", "feature", "principle")
    records = [record for kind in kinds for record in site.records(kind)]
    links = {record.id: site.related(kind, record.id) for kind in kinds for record in site.records(kind)}
    unique = {source.url: source for record in records for source in record.cited}
    return site.render(
        "charta",
        **{f"{kind}s": site.records(kind) for kind in kinds},
        links=links,
        sources=list(unique.values()),
        checked=min(record.checked for record in records),
    )


def action_fields(site: Site) -> str:
    """Draw the list of the ten Handlungsfelder."""
    counted = {
        field.id: {
            "examples": len(site.referring("action_field", field.id, "example")),
            "measures": len(site.referring("action_field", field.id, "measure")),
        }
        for field in site.records("action_field")
    }
    return site.render("action_fields", fields=site.records("action_field"), counts=counted)


def coverage(site: Site) -> str:
    """Draw how many examples and measure profiles there are for each action field and principle."""
    return site.render("coverage", rows=cover(site), principles=site.records("principle"), steps=coverage_steps())


def action_field(site: Site, record_id: str) -> str:
    """Draw the page of one Handlungsfeld."""
    return site.draw(
        "action_field",
        record_id,
        fields=site.by_id("action_field"),
        examples=sorted(
            site.referring("action_field", record_id, "example"),
            key=lambda example: example.action_fields.index(record_id),
        ),
        measures=site.referring("action_field", record_id, "measure"),
        topics=site.records("topic"),
        groups=site.related("action_field", record_id, ("example", "measure")),
    )


def examples(site: Site) -> str:
    """Draw all examples by action field, those that did not go on, and all by district."""
    fields, records = site.by_id("action_field"), site.records("example")
    by_field = site.grouped("example", "action_fields")
    going = {name: [one for one in found if not one.stopped] for name, found in by_field.items()}
    found = {kind: in_district(site, kind) for kind in ("example", "strategy")}
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


def example(site: Site, record_id: str) -> str:
    """Draw the page of one example."""
    record = site.catalogue.get("example", record_id)
    return site.draw(
        "example",
        record_id,
        fields=site.by_id("action_field"),
        groups=site.related("example", record_id),
        municipalities=site.by_id("municipality"),
        inhabitants=inhabitants(site.catalogue, record),
    )


def participation_formats(site: Site) -> str:
    """Draw all participation formats by level."""
    by_level = site.grouped("participation_format", "levels")
    groups = [(level, by_level[level]) for level in Level if level in by_level]
    return site.render("participation_formats", listing=list_formats(site), groups=groups)


def participation_format(site: Site, record_id: str) -> str:
    """Draw the page of one participation format."""
    groups = site.related("participation_format", record_id)
    return site.draw("participation_format", record_id, groups=groups)


def format_finder(site: Site) -> str:
    """Draw the finder for participation formats, with all formats by purpose."""
    records = site.records("participation_format")
    places = site.places("participation_format")
    purposes = [(word, [record for record in records if word in record.purposes]) for word in Purpose]
    return site.render(
        "format_finder",
        formats=[finder_row(record, places[record.id][1]) for record in records],
        purposes=[(word, found) for word, found in purposes if found],
        audiences=[word for word in Audience if any(word in record.audiences for record in records)],
    )


def strategies(site: Site) -> str:
    """Draw the strategies and the collections of strategies."""
    records = site.records("strategy")
    return site.render(
        "strategies",
        listing=list_strategies(site),
        strategies=[record for record in records if not record.collection],
        collections=[record for record in records if record.collection],
        links=site.links("strategy"),
    )


def laws(site: Site) -> str:
    """Draw what a municipality must do by when, then the legal frame by area."""
    grouped = site.grouped("law", "area")
    return site.render(
        "laws",
        duties=sort_duties(site.records("law"), site.today),
        deadlines=file_link(site.library, DEADLINES),
        groups=[(area, grouped[area]) for area in LawArea if area in grouped],
        links=site.links("law"),
    )


def topics(site: Site) -> str:
    """Draw the Querschnittsthemen as a list."""
    records = site.records("topic")
    return site.render("topics", topics=records, hours={record.id: hours_to_start(record) for record in records})


def topic(site: Site, record_id: str) -> str:
    """Draw the page of one Querschnittsthema."""
    record = site.catalogue.get("topic", record_id)
    return site.draw(
        "topic",
        record_id,
        laws=site.find_all("law", record.laws),
        hours=hours_to_start(record),
        support=site.find_all("support", record.support),
        groups=site.related("topic", record_id, ("law", "support")),
    )


def phases(site: Site) -> str:
    """Draw the seven phases as a list."""
    return site.render("phases", phases=site.records("phase"))


def phase(site: Site, record_id: str) -> str:
    """Draw the page of one phase."""
    kinds = {"methods": "method", "formats": "participation_format", "items": "checklist_item"}
    shown = {name: site.referring("phase", record_id, kind) for name, kind in kinds.items()}
    shown["topics"] = site.records("topic")
    groups = site.related("phase", record_id, tuple(kinds.values()))
    return site.draw("phase", record_id, phases=site.records("phase"), groups=groups, **shown)


def methods(site: Site) -> str:
    """Draw all methods by the first phase they help in."""
    grouped = site.grouped("method", "phases")
    groups = [(phase, grouped.get(phase.id, [])) for phase in site.records("phase")]
    return site.render("methods", listing=list_methods(site), groups=groups)


def method(site: Site, record_id: str) -> str:
    """Draw the page of one method."""
    return site.draw("method", record_id, groups=site.related("method", record_id))


def measures(site: Site) -> str:
    """Draw all measure profiles by action field."""
    grouped = site.grouped("measure", "action_field")
    groups = [(field, grouped.get(field.id, [])) for field in site.records("action_field")]
    return site.render("measures", listing=list_measures(site), groups=groups)


def measure(site: Site, record_id: str) -> str:
    """Draw the page of one measure profile."""
    fields = site.by_id("action_field")
    record = site.catalogue.get("measure", record_id)
    return site.draw(
        "measure",
        record_id,
        fields=fields,
        action_field=fields[record.action_field],
        examples=site.find_all("example", record.examples),
        funding=site.find_all("support", record.funding),
        groups=site.related("measure", record_id, ("example", "support")),
        word=file_link(site.library, measure_path(record_id, "docx")),
        sheet=file_link(site.library, measure_path(record_id, "pdf")),
    )


def measure_fields(site: Site) -> str:
    """Draw the fields of a measure profile with their meaning."""
    skipped = {"id", "title", "code", "checked", "sources", "aliases", "reservation", "summary"}
    rows = [{"name": name, "meaning": field.description} for name, field in Measure.model_fields.items() if name not in skipped]
    return site.render("measure_fields", fields=rows)


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


def checklist(site: Site) -> str:
    """Draw the checklist by phase."""
    records, grouped = site.records("checklist_item"), site.grouped("checklist_item", "phase")
    return site.render(
        "checklist",
        groups=[(phase, grouped.get(phase.id, [])) for phase in site.records("phase")],
        links=site.links("checklist_item", ("phase",)),
        count=len(records),
        essential=sum(record.essential for record in records),
        checked=site.oldest_check("checklist_item"),
        word=file_link(site.library, f"{CHECKLIST}.docx"),
        sheet=file_link(site.library, f"{CHECKLIST}.pdf"),
    )


def templates(site: Site) -> str:
    """Draw all templates by the first phase they help in."""
    grouped, links = site.grouped("template", "phases"), site.links("template")
    rows = {name: [template_row(site.library, one, links[one.id]) for one in found] for name, found in grouped.items()}
    return site.render(
        "templates",
        listing=list_templates(site),
        groups=[(phase, rows.get(phase.id, [])) for phase in site.records("phase")],
        handbook=file_link(site.library, HANDBOOK),
        bundle=file_link(site.library, BUNDLE),
        checklist=file_links(site.library, (f"{CHECKLIST}.{kind}" for kind in ("docx", "odt", "pdf"))),
        measures=len(site.records("measure")),
    )


def workshops(site: Site) -> str:
    """Draw the meetings of the writing workshop with their dates and files."""
    return site.render(
        "workshops",
        rows=[workshop_row(site, workshop) for workshop in site.records("workshop")],
        guide=file_links(site.library, (f"{GUIDE}.{kind}" for kind in ("docx", "odt", "pdf"))),
        calendar=file_link(site.library, CALENDAR),
        first=FIRST_MEETING,
    )


def support_offers(site: Site) -> str:
    """Draw who helps and what pays."""
    grouped = site.grouped("support", "kind")
    groups = [(kind, grouped[kind]) for kind in SupportKind if kind in grouped]
    return site.render("support_offers", groups=groups, links=site.links("support"))


def glossary(site: Site) -> str:
    """Draw the terms from A to Z."""
    terms = sorted(site.records("term"), key=lambda term: sort_key(term.title))
    groups = [(letter, list(found)) for letter, found in groupby(terms, key=lambda term: sort_key(term.title)[0].upper())]
    return site.render("glossary", groups=groups, links=site.links("term"), uses=uses(site), kinds=KINDS)


def roadmap(site: Site) -> str:
    """Draw the person-days of all phases, with the sum until the decision."""
    sums = [days_until_decision(site, size) for size in SIZES]
    return site.render("roadmap", phases=site.records("phase"), sums=sums, checked=site.oldest_check("phase"))


def effort_summary(site: Site) -> str:
    """Draw the person-days until the decision and in each year of carrying out."""
    carrying_out = site.catalogue.get("phase", "umsetzen").effort
    rows = [
        {"label": label, "until": days_until_decision(site, size), "after": getattr(carrying_out, size)}
        for size, label in SIZES.items()
    ]
    return site.render("effort_summary", rows=rows, checked=site.oldest_check("phase"))


def self_check_questions(site: Site) -> str:
    """Draw the questions of all action fields."""
    return site.render("self_check_questions", fields=site.records("action_field"))


def bookmarks(site: Site) -> str:
    """Draw the reader's own list, with the titles of all records that can stand on it."""
    kinds = [
        {"name": name, "label": kind.plural, "records": site.places(name)} for name, kind in KINDS.items() if site.records(name)
    ]
    return site.render("bookmarks", kinds=kinds)


def entry_form(site: Site) -> str:
    """Draw the form that writes an entry."""
    kinds = [kind for _, kind in form_kinds()]
    return site.render(
        "entry_form",
        frequent=sorted((kind for kind in kinds if kind.name not in RARE), key=lambda kind: sort_key(kind.label)),
        rare=[kind for kind in kinds if kind.name in RARE],
        facts=facts_file(site)[0],
        repository=site.repository,
    )


def entry_fields(site: Site) -> str:
    """Draw what belongs into each field of each kind."""
    kinds = [
        {"name": kind.name, "label": kind.label, "file": file.name, "fields": field_rows(kind.model)}
        for file, kind in form_kinds()
    ]
    return site.render("entry_fields", kinds=kinds)


def contact_mail(site: Site) -> str:
    """Draw the texts of mails to the editors."""
    return site.render("contact_mail", email="" if site.email.startswith("[") else site.email)


def issue_forms(site: Site) -> str:
    """Draw the links to the forms for suggestions."""
    return site.render("issue_forms", repository=site.repository)


def editable_files(site: Site) -> str:
    """Draw the data files with the links that open them for editing."""
    rows = [{"name": file.name, "label": ", ".join(kind.plural for kind in file.kinds)} for file in FILES]
    return site.render("editable_files", rows=rows, repository=site.repository)


def freshness(site: Site) -> str:
    """Draw how up to date the records are, by kind."""
    kinds = [kind for kind in KINDS if site.records(kind)]
    groups = [{"label": KINDS[kind].plural, "due": due} for kind in kinds if (due := due_records(site, kind))]
    return site.render(
        "freshness",
        rows=[freshness_row(site, kind) for kind in kinds],
        groups=groups,
        today=site.today,
        outdated=outdated_examples(list(site.records("example")), site.today),
    )


def rules(site: Site) -> str:
    """Draw all rules of the check."""
    groups = rule_groups()
    return site.render("rules", groups=groups, count=sum(len(group["rules"]) for group in groups), files=file_labels())


def data_files(site: Site) -> str:
    """Draw the list of data files."""
    rows = [
        {
            "name": file.name,
            "label": ", ".join(kind.plural for kind in file.kinds),
            "count": sum(len(site.records(kind.name)) for kind in file.kinds),
        }
        for file in FILES
    ]
    return site.render("data_files", rows=rows)


def all_pages(site: Site) -> str:
    """Draw a list of all records."""
    groups = [{"kind": kind.name, "label": kind.plural, "records": site.records(kind.name)} for kind in KINDS.values()]
    return site.render("all_pages", groups=[group for group in groups if group["records"]])


def in_district(site: Site, kind: str) -> dict[District, list[Any]]:
    """Return the records of `kind` by district; a record may stand in several."""
    return {word: [record for record in site.records(kind) if word in record.districts] for word in District}


def search_page(site: Site) -> str:
    """Draw the search form with its filters and the place of its results."""
    return site.render("search_page")


def finder_row(record: ParticipationFormat, address: str) -> dict[str, Any]:
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


def workshop_row(site: Site, workshop: Workshop) -> dict[str, Any]:
    """Return what the page shows of one meeting: its day, its clock times, its files, what belongs to it."""
    times = clock_times(workshop.begins, [item.minutes for item in workshop.agenda])
    return {
        "workshop": workshop,
        "description": description(workshop),
        "day": FIRST_MEETING + timedelta(days=workshop.days_after_start),
        "agenda": list(zip(times, workshop.agenda, strict=False)),
        "ends": times[-1],
        "handouts": [(one, file_link(site.library, f"{WORKSHOPS}{one.id}.docx")) for one in workshop.handouts],
        "groups": site.related("workshop", workshop.id),
    }


def clock_times(begins: str, minutes: list[int]) -> list[str]:
    """Return when each item begins, and at the end when the last one is over."""
    start = int(begins[:2]) * 60 + int(begins[3:])
    return [f"{place // 60:02d}:{place % 60:02d}" for place in accumulate(minutes, initial=start)]


def days_until_decision(site: Site, size: str) -> PersonDays:
    """Return the sum of the person-days of phases 1 to 5 for one size of municipality."""
    spans = [getattr(phase.effort, size) for phase in site.records("phase") if phase.order <= LAST_PHASE_BEFORE_DECISION]
    return PersonDays(low=sum(span.low for span in spans), high=sum(span.high for span in spans))


def hours_to_start(topic: Topic) -> int:
    """Return the working hours of the first steps of a Querschnittsthema."""
    return sum(step.hours for step in topic.first_steps)


def sort_key(title: str) -> str:
    """Return how a title is sorted in German: without umlauts, without regard to case."""
    return title.casefold().translate(str.maketrans("äöü", "aou")).replace("ß", "ss")


MACROS: tuple[Macro, ...] = (
    action_field,
    action_fields,
    all_pages,
    bookmarks,
    contact_mail,
    editable_files,
    entry_fields,
    entry_form,
    issue_forms,
    charta,
    checklist,
    counts,
    coverage,
    data_files,
    decision_banner,
    effort_summary,
    example,
    examples,
    format_finder,
    freshness,
    glossary,
    indicators,
    laws,
    topics,
    topic,
    measure,
    measure_fields,
    measures,
    method,
    methods,
    participation_format,
    participation_formats,
    phase,
    phases,
    questions,
    roadmap,
    rules,
    search_page,
    self_check_questions,
    situations,
    start_hero,
    strategies,
    support_offers,
    way,
    templates,
    workshops,
)
