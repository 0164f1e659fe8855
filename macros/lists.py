"""The lists that can be narrowed down, one function each: facets, columns, orders."""

from __future__ import annotations

from typing import Any

from kompass.comparison import SIZES, people, size_class
from kompass.model import Example, Indicator, Measure, Method, ParticipationFormat, Strategy
from kompass.model.templates import Template
from kompass.model.vocabulary import (
    Body,
    CostClass,
    Direction,
    District,
    Effort,
    Fit,
    Level,
    Measures,
    Priority,
    Purpose,
    Setting,
    Status,
    TemplateForm,
)
from kompass.size import LABELS, inhabitants, sizes_of
from macros.evidence import evidence_label, evidence_of, evidence_options
from macros.listing import Column, Facet, Listing, Sorting, joined, labels, listing, meanings, named, titles, words
from macros.render import format_partial_day
from macros.site import Site

STATEWIDE = ("landesweit", "landesweit")
DISTRICTS = (*sorted(words(District), key=lambda pair: pair[1]), STATEWIDE)
DURATIONS = (("kurz", "bis 3 Monate"), ("mittel", "4 bis 12 Monate"), ("lang", "über 12 Monate"))
BUNDLES = (("gremien-paket", "Gremien-Paket"),)


def list_examples(site: Site) -> Listing:
    """Describe the list of the examples."""

    def population(record: Example) -> int | None:
        found = inhabitants(site.catalogue, record)
        return found.count if found else None

    fields, principles = titles(site, "action_field"), titles(site, "principle")
    meaning = meanings(Example)
    return listing(
        site,
        "example",
        facets=(
            Facet("feld", "Handlungsfeld", tuple(fields.items()), lambda record: record.action_fields),
            Facet("groesse", "Größe der Kommune", tuple(LABELS.items()), lambda record: sizes_of(site.catalogue, record)),
            Facet("belege", "Belege", evidence_options(site.today), lambda record: evidence_of(record, site.today)),
            Facet("status", "Status", words(Status), lambda record: (record.status,)),
            Facet("kreis", "Kreis", DISTRICTS, places, folded=True),
            Facet("traeger", "Träger", words(Body), lambda record: (record.body,), folded=True),
            Facet("grundsatz", "Grundsatz", tuple(principles.items()), lambda record: record.principles, folded=True),
        ),
        columns=(
            Column("Beispiel", meaning["title"], lambda record: record.title, in_table=True),
            Column("Status", meaning["status"], lambda record: record.status.label, labels(Status), in_table=True),
            Column("Stand der Belege", "Datum der jüngsten Quelle.", evidence_label, in_table=True),
            Column("Träger", meaning["municipality"], lambda record: record.municipality, in_table=True),
            Column(
                "Handlungsfelder",
                meaning["action_fields"],
                lambda record: named(record.action_fields, fields),
                tuple(fields.values()),
                in_table=True,
            ),
            Column("Jüngster Beleg", "Jahr, Monat oder Tag der jüngsten Quelle, zum Ordnen.", lambda record: record.evidence),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Art des Trägers", meaning["body"], lambda record: record.body.label, labels(Body)),
            Column("Kreise", meaning["districts"], lambda record: joined(record.districts), labels(District)),
            Column("Einwohner:innen", "Menschen am Ort laut amtlichem Verzeichnis.", population),
            Column("Beginn", meaning["start"], lambda record: record.start and format_partial_day(record.start)),
            Column("Ende", meaning["end"], lambda record: record.end and format_partial_day(record.end)),
            Column(
                "Grundsätze",
                meaning["principles"],
                lambda record: named(record.principles, principles),
                tuple(principles.values()),
            ),
            Column("Kosten einmalig", meaning["costs"], lambda record: record.costs),
            Column("Laufende Kosten", meaning["running_costs"], lambda record: record.running_costs),
            Column("Förderung", meaning["funding"], lambda record: record.funding),
            Column("Was schwer war", meaning["difficulties"], lambda record: " ".join(record.difficulties) or None),
        ),
        sortings=(
            Sorting("titel", "Titel", 0),
            Sorting("belege", "Neueste Belege zuerst", 5, True),
            Sorting("traeger", "Träger", 3),
        ),
    )


def list_formats(site: Site) -> Listing:
    """Describe the list of the participation formats."""
    phases, meaning = titles(site, "phase"), meanings(ParticipationFormat)
    return listing(
        site,
        "participation_format",
        facets=(
            Facet("stufe", "Stufe", words(Level), lambda record: record.levels),
            Facet("zweck", "Zweck", words(Purpose), lambda record: record.purposes),
            Facet("ort", "Ort", words(Setting), lambda record: (record.setting,)),
            Facet("aufwand", "Aufwand", words(Effort), lambda record: (record.effort,)),
            Facet("klein", "Kleine Kommunen", words(Fit), lambda record: (record.small_fit,)),
            Facet("phase", "Phase", tuple(phases.items()), lambda record: record.phases, folded=True),
        ),
        columns=(
            Column("Format", meaning["title"], lambda record: record.title, in_table=True),
            Column("Stufen", meaning["levels"], lambda record: joined(record.levels), labels(Level), in_table=True),
            Column("Gruppe", meaning["group_size"], lambda record: record.group_size, in_table=True),
            Column("Wochen Vorlauf", meaning["lead_weeks"], lambda record: record.lead_weeks, in_table=True),
            Column("Ort", meaning["setting"], lambda record: record.setting.label, labels(Setting), in_table=True),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Zwecke", meaning["purposes"], lambda record: joined(record.purposes), labels(Purpose)),
            Column("Erreicht gut", meaning["audiences"], lambda record: joined(record.audiences)),
            Column("Kleinste Gruppe", meaning["group_min"], lambda record: record.group_min),
            Column("Größte Gruppe", meaning["group_max"], lambda record: record.group_max),
            Column("Dauer", meaning["duration"], lambda record: record.duration),
            Column("Aufwand", meaning["effort"], lambda record: record.effort.label, labels(Effort)),
            Column("Kleine Kommunen", meaning["small_fit"], lambda record: record.small_fit.label, labels(Fit)),
            Column("Phasen", meaning["phases"], lambda record: named(record.phases, phases), tuple(phases.values())),
        ),
        sortings=(Sorting("titel", "Titel", 0), Sorting("vorlauf", "Kürzester Vorlauf", 3)),
    )


def list_methods(site: Site) -> Listing:
    """Describe the list of the methods."""
    phases, meaning = titles(site, "phase"), meanings(Method)
    return listing(
        site,
        "method",
        facets=(
            Facet("phase", "Phase", tuple(phases.items()), lambda record: record.phases),
            Facet("aufwand", "Aufwand", words(Effort), lambda record: (record.effort,)),
            Facet("klein", "Kleine Kommunen", words(Fit), lambda record: (record.small_fit,)),
        ),
        columns=(
            Column("Methode", meaning["title"], lambda record: record.title, in_table=True),
            Column(
                "Phasen",
                meaning["phases"],
                lambda record: named(record.phases, phases),
                tuple(phases.values()),
                in_table=True,
            ),
            Column("Dauer", meaning["duration"], lambda record: record.duration, in_table=True),
            Column("Aufwand", meaning["effort"], lambda record: record.effort.label, labels(Effort), in_table=True),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Wer mitmacht", meaning["participants"], lambda record: record.participants),
            Column("Ergebnis", meaning["output"], lambda record: record.output),
            Column("Kleine Kommunen", meaning["small_fit"], lambda record: record.small_fit.label, labels(Fit)),
            Column(
                "Personentage unter 5.000",
                "Personentage in Gemeinden unter 5.000 Einwohner:innen (Einschätzung), von und bis.",
                lambda record: f"{record.person_days.under_5000.low} bis {record.person_days.under_5000.high}",
            ),
        ),
        sortings=(Sorting("titel", "Titel", 0),),
    )


def duration_class(months: int) -> str:
    """Return the key of DURATIONS that a number of months belongs to."""
    return "kurz" if months <= 3 else "mittel" if months <= 12 else "lang"


def list_measures(site: Site) -> Listing:
    """Describe the list of the measure profiles."""
    fields, principles = titles(site, "action_field"), titles(site, "principle")
    meaning = meanings(Measure)
    return listing(
        site,
        "measure",
        facets=(
            Facet("feld", "Handlungsfeld", tuple(fields.items()), lambda record: (record.action_field, *record.further_fields)),
            Facet("kosten", "Kosten einmalig", words(CostClass), lambda record: (record.cost_class,)),
            Facet("dauer", "Dauer", DURATIONS, lambda record: (duration_class(record.months),)),
            Facet("aufwand", "Aufwand", words(Effort), lambda record: (record.effort,)),
            Facet("prioritaet", "Priorität im Muster", words(Priority), lambda record: (record.priority,)),
            Facet("grundsatz", "Grundsatz", tuple(principles.items()), lambda record: record.principles, folded=True),
        ),
        columns=(
            Column("Maßnahme", meaning["title"], lambda record: record.title, in_table=True),
            Column("Nummer", meaning["code"], lambda record: record.code, in_table=True),
            Column(
                "Handlungsfeld",
                meaning["action_field"],
                lambda record: fields[record.action_field],
                tuple(fields.values()),
                in_table=True,
            ),
            Column("Kosten einmalig", meaning["cost_class"], lambda record: record.cost_class.label, labels(CostClass), True),
            Column("Euro einmalig", meaning["cost_once"], lambda record: record.cost_once.text),
            Column("Euro im Jahr", meaning["cost_yearly"], lambda record: record.cost_yearly.text),
            Column("Monate", meaning["months"], lambda record: str(record.months), in_table=True),
            Column("Personentage", meaning["person_days"], lambda record: record.person_days.text),
            Column("Personentage im Jahr", meaning["person_days_yearly"], lambda record: record.person_days_yearly.text),
            Column("Aufwand", meaning["effort"], lambda record: record.effort.label, labels(Effort), in_table=True),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Ziel", meaning["goal"], lambda record: record.goal),
            Column("Weitere Felder", meaning["further_fields"], lambda record: named(record.further_fields, fields)),
            Column("Federführung", meaning["owner"], lambda record: record.owner),
            Column("Laufzeit", meaning["duration"], lambda record: record.duration),
            Column("Kosten laufend", meaning["running_costs"], lambda record: record.running_costs),
            Column("Priorität", meaning["priority"], lambda record: record.priority.label, labels(Priority)),
            Column(
                "Grundsätze",
                meaning["principles"],
                lambda record: named(record.principles, principles),
                tuple(principles.values()),
            ),
        ),
        sortings=(Sorting("titel", "Titel", 0), Sorting("nummer", "Nummer", 1)),
    )


def list_strategies(site: Site) -> Listing:
    """Describe the list of the strategies."""
    fields, meaning = titles(site, "action_field"), meanings(Strategy)
    forms = (("strategie", "Strategie"), ("ausserhalb", "Kleiner Ort außerhalb Brandenburgs"), ("sammlung", "Sammlung"))

    def form_of(record: Strategy) -> str:
        return "sammlung" if record.collection else "ausserhalb" if record.outside else "strategie"

    def sizes(record: Strategy) -> tuple[str, ...]:
        return () if record.collection else (size_class(site.catalogue, record),)

    def month(day: str | None) -> str | None:
        return format_partial_day(day) if day else None

    return listing(
        site,
        "strategy",
        facets=(
            Facet("feld", "Handlungsfeld", tuple(fields.items()), lambda record: record.action_fields),
            Facet("groesse", "Größe der Kommune", tuple(SIZES.items()), sizes),
            Facet("traeger", "Träger", words(Body), lambda record: (record.body,)),
            Facet("art", "Art", forms, lambda record: (form_of(record),)),
            Facet("kreis", "Kreis", DISTRICTS, lambda record: () if record.outside else places(record), folded=True),
        ),
        columns=(
            Column("Strategie", meaning["title"], lambda record: record.title, in_table=True),
            Column("Kommune", meaning["municipality"], lambda record: record.municipality, in_table=True),
            Column("Beschluss", meaning["adopted"], lambda record: record.adopted, in_table=True),
            Column("Fassung", meaning["state"], lambda record: record.state, in_table=True),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Art", meaning["collection"], lambda record: dict(forms)[form_of(record)], tuple(dict(forms).values())),
            Column("Art des Trägers", meaning["body"], lambda record: record.body.label, labels(Body)),
            Column("Kreise", meaning["districts"], lambda record: joined(record.districts), labels(District)),
            Column(
                "Handlungsfelder",
                meaning["action_fields"],
                lambda record: named(record.action_fields, fields),
                tuple(fields.values()),
            ),
            Column("Eigene Handlungsfelder", meaning["own_fields"], lambda record: ", ".join(record.own_fields) or None),
            Column("Einwohner:innen", "Amtliche Zahl, außerhalb laut Quelle.", lambda record: people(site.catalogue, record)),
            Column("Bundesland", meaning["outside"], lambda record: record.outside),
            Column("Beschlossen", meaning["decided"], lambda record: month(record.decided)),
            Column("Zahl der Felder", meaning["field_count"], lambda record: record.field_count),
            Column("Zahl der Maßnahmen", meaning["measure_count"], lambda record: record.measure_count),
            Column("Werkstätten", meaning["workshops"], lambda record: record.workshops),
            Column("Monate", meaning["months"], lambda record: record.months),
            Column("Seiten", meaning["pages"], lambda record: record.pages),
            Column("Euro für das Schreiben", meaning["euros"], lambda record: record.euros),
            Column("Mittel", meaning["money"], lambda record: record.money),
            Column("Personal", meaning["staff"], lambda record: record.staff),
            Column("Hilfe von außen", meaning["external_help"], lambda record: record.external_help),
            Column("Zum Übernehmen", meaning["adopt"], lambda record: record.adopt),
            Column("Stand", meaning["as_of"], lambda record: month(record.as_of)),
            Column("Fundstelle", meaning["url"], lambda record: record.url),
        ),
        sortings=(Sorting("titel", "Titel", 0), Sorting("kommune", "Kommune", 1)),
    )


def list_indicators(site: Site) -> Listing:
    """Describe the list of the indicators."""
    homes = {indicator.id: site.catalogue.home(indicator.id) for indicator in site.records("indicator")}
    options = {home.id: home.title for home in homes.values()}
    meaning = meanings(Indicator)
    return listing(
        site,
        "indicator",
        facets=(
            Facet("feld", "Handlungsfeld", tuple(options.items()), lambda record: (homes[record.id].id,)),
            Facet("misst", "Misst", words(Measures), lambda record: (record.level,)),
            Facet("klein", "Kleine Kommunen", words(Fit), lambda record: (record.small_fit,)),
            Facet("richtung", "Gut ist", words(Direction), lambda record: (record.direction,), folded=True),
        ),
        columns=(
            Column("Indikator", meaning["title"], lambda record: record.title, in_table=True),
            Column(
                "Gehört zu",
                "Handlungsfeld oder Phase, zu der der Indikator gehört.",
                lambda record: homes[record.id].title,
                in_table=True,
            ),
            Column("Misst", meaning["level"], lambda record: record.level.label, labels(Measures), in_table=True),
            Column("Einheit", meaning["unit"], lambda record: record.unit, in_table=True),
            Column("Kleine Kommunen", meaning["small_fit"], lambda record: record.small_fit.label, labels(Fit), True),
            Column("Was gemessen wird", meaning["measures"], lambda record: record.measures),
            Column("Rechnung", meaning["formula"], lambda record: record.formula),
            Column("Richtung", meaning["direction"], lambda record: record.direction.label, labels(Direction)),
            Column("Datenquelle", meaning["data_source"], lambda record: record.data_source),
            Column("Turnus", meaning["interval"], lambda record: record.interval),
        ),
        sortings=(Sorting("titel", "Titel", 0),),
    )


def list_templates(site: Site) -> Listing:
    """Describe the list of the templates."""
    phases, meaning = titles(site, "phase"), meanings(Template)
    return listing(
        site,
        "template",
        facets=(
            Facet("phase", "Phase", tuple(phases.items()), lambda record: record.phases),
            Facet("form", "Form", words(TemplateForm), lambda record: (record.form,)),
            Facet("paket", "Paket", BUNDLES, lambda record: (record.bundle,) if record.bundle else ()),
        ),
        columns=(
            Column("Vorlage", meaning["title"], lambda record: record.title, in_table=True),
            Column(
                "Phasen",
                meaning["phases"],
                lambda record: named(record.phases, phases),
                tuple(phases.values()),
                in_table=True,
            ),
            Column("Wann", meaning["when"], lambda record: record.when, in_table=True),
            Column("Form", meaning["form"], lambda record: record.form.label, labels(TemplateForm), in_table=True),
            Column("Kern", meaning["summary"], lambda record: record.summary),
            Column("Dauer", meaning["duration"], lambda record: record.duration),
            Column("Fassung", meaning["version"], lambda record: record.version),
        ),
        sortings=(Sorting("titel", "Titel", 0),),
    )


def places(record: Any) -> tuple[str, ...]:
    """Return the districts of a record; one without districts concerns the whole state."""
    return tuple(record.districts) or (STATEWIDE[0],)
