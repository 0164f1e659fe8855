"""Pages of single records, and pages that show all records of a kind in full."""

from __future__ import annotations

from itertools import groupby

from kompass.comparison import compare, people, sizes_without_cases
from kompass.downloads.library import (
    DEADLINES,
    measure_path,
)
from kompass.model import SHOWN_KINDS, Measure, Topic
from kompass.model.vocabulary import LawArea, QuestionTopic, SupportKind, SupportState
from kompass.size import inhabitants
from kompass.wording import sort_key
from macros.duties import sort_duties
from macros.files import file_link
from macros.lists import (
    list_strategies,
)
from macros.site import Site
from macros.terms import uses


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
        reserved=[record for record in records if record.reservation],
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


def participation_format(site: Site, record_id: str) -> str:
    """Draw the page of one participation format."""
    groups = site.related("participation_format", record_id)
    return site.draw("participation_format", record_id, groups=groups)


def strategies(site: Site) -> str:
    """Draw how places of each size did it, the strategies, and the collections of strategies."""
    records = site.records("strategy")
    return site.render(
        "strategies",
        listing=list_strategies(site),
        comparison=compare(site.catalogue),
        without=sizes_without_cases(site.catalogue),
        people={record.id: people(site.catalogue, record) for record in records},
        brandenburg=[record for record in records if not record.collection and not record.outside],
        outside=[record for record in records if record.outside],
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
    )


def law(site: Site, record_id: str) -> str:
    """Draw the page of one law."""
    return site.draw("law", record_id, groups=site.related("law", record_id))


def topics(site: Site) -> str:
    """Draw the Querschnittsthemen as a list."""
    records = site.records("topic")
    return site.render("topics", topics=records, hours={record.id: _hours_to_start(record) for record in records})


def topic(site: Site, record_id: str) -> str:
    """Draw the page of one Querschnittsthema."""
    record = site.catalogue.get("topic", record_id)
    return site.draw(
        "topic",
        record_id,
        laws=site.find_all("law", record.laws),
        hours=_hours_to_start(record),
        support=site.find_all("support", record.support),
        groups=site.related("topic", record_id, ("law", "support")),
    )


def _hours_to_start(topic: Topic) -> int:
    """Return the working hours of the first steps of a Querschnittsthema."""
    return sum(step.hours for step in topic.first_steps)


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


def method(site: Site, record_id: str) -> str:
    """Draw the page of one method."""
    return site.draw("method", record_id, groups=site.related("method", record_id))


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
        open_text=file_link(site.library, measure_path(record_id, "odt")),
        long_form=file_link(site.library, measure_path(f"{record_id}-lang", "docx")),
    )


def measure_fields(site: Site) -> str:
    """Draw the fields of a measure profile with their meaning."""
    skipped = {"id", "title", "code", "checked", "sources", "aliases", "reservation", "summary"}
    rows = [{"name": name, "meaning": field.description} for name, field in Measure.model_fields.items() if name not in skipped]
    return site.render("measure_fields", fields=rows)


def support_offers(site: Site) -> str:
    """Draw who helps and what pays: what can be applied for, who advises, what is uncertain, what has ended."""
    offers = site.records("support")
    open_offers = [offer for offer in offers if offer.state is SupportState.OPEN]
    kinds = [kind for kind in SupportKind if kind is not SupportKind.FUNDING]
    return site.render(
        "support_offers",
        money=[offer for offer in open_offers if offer.kind is SupportKind.FUNDING],
        advice=[(kind, found) for kind in kinds if (found := [offer for offer in open_offers if offer.kind is kind])],
        unclear=[offer for offer in offers if offer.state is SupportState.UNCLEAR],
        ended=[offer for offer in offers if offer.state is SupportState.CLOSED],
    )


def support(site: Site, record_id: str) -> str:
    """Draw the page of one support offer."""
    return site.draw("support", record_id, groups=site.related("support", record_id))


def glossary(site: Site) -> str:
    """Draw the terms from A to Z."""
    terms = sorted(site.records("term"), key=lambda term: sort_key(term.title))
    groups = [(letter, list(found)) for letter, found in groupby(terms, key=lambda term: sort_key(term.title)[0].upper())]
    return site.render("glossary", groups=groups, links=site.links("term"), uses=uses(site), kinds=SHOWN_KINDS)
