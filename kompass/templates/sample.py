"""What the filled examples know about the invented town: rows and single figures, all worked out from data/sample.yml.

A table of a template says `sample: kosten`, a field `sample: einwohner`; nothing about the town is written twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kompass.model.sample import SampleGrant, SampleMeasure, SampleTown
from kompass.model.templates import Section, Table, Template
from kompass.model.vocabulary import Budget, GrantStatus, Staffing

Row = dict[str, Any]
YEARS = ("eins", "zwei", "drei", "vier")
COUNTED = (GrantStatus.GRANTED, GrantStatus.APPLIED)
"""States of a grant that count as income; what is only planned does not."""
OVERALL = "Strategie insgesamt"


def fill(templates: Iterable[Template], town: SampleTown, fields: Mapping[str, str]) -> Iterator[Template]:
    """Yield the templates with the examples that they take from `town`; `fields` gives the titles of the action fields."""
    known, single = lists(town, fields), figures(town)
    for template in templates:
        sections = tuple(_section(section, known, single) for section in template.sections)
        yield template if sections == template.sections else template.model_copy(update={"sections": sections})


def _section(section: Section, known: Mapping[str, list[Row]], single: Mapping[str, Any]) -> Section:
    changes: dict[str, Any] = {}
    if any(field.sample for field in section.fields):
        changes["fields"] = tuple(
            field.model_copy(update={"example": single[field.sample]}) if field.sample else field for field in section.fields
        )
    if section.table and section.table.sample:
        example = tuple(_rows(section.table, known[section.table.sample]))
        changes["table"] = section.table.model_copy(update={"example": example})
    return section.model_copy(update=changes) if changes else section


def _rows(table: Table, rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        found = {one.id: row.get(one.sample or one.id) for one in table.columns if not one.formula}
        yield {name: value for name, value in found.items() if value is not None}


def lists(town: SampleTown, fields: Mapping[str, str]) -> dict[str, list[Row]]:
    """Return all lists of rows by name, with German names for what stands in them."""
    return {
        "massnahmen": [measure_row(measure, fields) for measure in town.measures],
        "tage": [measure_row(measure, fields) | by_year("tage", measure.days) for measure in town.measures],
        "kosten": [row for measure in town.measures for row in cost_rows(measure, fields)],
        "einnahmen": [grant_row(grant) for grant in town.grants if grant.status in COUNTED],
        "zuwendungen": [grant_row(grant) for grant in town.grants],
        "stellen": [steering_row(town), *(post_row(measure, fields) for measure in town.measures)],
        "personal": [post_row(measure, fields) for measure in town.measures],
        "indikatoren": [indicator_row(one, fields) for one in town.indicators],
        "risiken": [risk_row(risk) for risk in town.risks],
        "jahre": [year_row(town, number) for number in range(4)],
    }


def figures(town: SampleTown) -> dict[str, Any]:
    """Return single figures by name."""
    year = (f"tage_verfuegbar_{word}" for word in YEARS)
    after = sum(measure.running[-1] for measure in town.measures)
    own = {"einwohner": town.inhabitants, "erstes_jahr": town.first_year, "dauerlast": after}
    return own | dict(zip(year, town.capacity, strict=True))


def by_year(name: str, amounts: Iterable[int]) -> Row:
    """Return amounts as `name_eins` to `name_vier`."""
    return {f"{name}_{word}": amount for word, amount in zip(YEARS, amounts, strict=True)}


def measure_row(measure: SampleMeasure, fields: Mapping[str, str]) -> Row:
    """Return what a plan says about a measure before it begins."""
    return {
        "nummer": measure.code,
        "massnahme": measure.title,
        "feld": fields.get(measure.action_field, measure.action_field),
        "federfuehrung": measure.owner,
        "prioritaet": measure.priority.value,
        "beginn": measure.begin.isoformat(),
        "ende": measure.end.isoformat(),
        "zeitraum": f"{measure.begin:%m/%Y}–{measure.end:%m/%Y}",
        "personentage": sum(measure.days),
        "umsetzung": 0.0,
        "lage": "grün",
        "einmalig": sum(measure.once),
        "laufend": measure.running[-1],
    }


def cost_rows(measure: SampleMeasure, fields: Mapping[str, str]) -> Iterator[Row]:
    """Yield one row with what is paid once and one with what is paid every year."""
    for kind, budget, amounts in (("einmalig", measure.budget, measure.once), ("laufend", Budget.RESULT, measure.running)):
        own = {"kostenart": kind, "haushalt": budget.value, "konto": measure.product}
        yield measure_row(measure, fields) | own | by_year("jahr", amounts)


def grant_row(grant: SampleGrant) -> Row:
    """Return what is expected from others; years without an amount stay empty."""
    amounts = by_year("jahr", grant.amounts)
    given = {name: amount for name, amount in amounts.items() if amount}
    return {
        "nummer": grant.measure,
        "herkunft": grant.title,
        "beides": f"{grant.measure}: {grant.title}",
        "stand": grant.status,
    } | given


def steering_row(town: SampleTown) -> Row:
    """Return the days of the post that steers."""
    own = {"aufgabe": "Steuerung der Strategie", "stelle": town.steering_post, "besetzung": Staffing.THERE.value}
    return own | by_year("tage", town.steering)


def post_row(measure: SampleMeasure, fields: Mapping[str, str]) -> Row:
    """Return who works on a measure, and how many days."""
    own = {
        "aufgabe": f"{measure.code}: {measure.title}",
        "stelle": measure.post or measure.owner,
        "besetzung": measure.staffing.value,
    }
    return measure_row(measure, fields) | own | by_year("tage", measure.days)


def indicator_row(one: Any, fields: Mapping[str, str]) -> Row:
    """Return an indicator with its values."""
    return {
        "feld": fields.get(one.action_field, one.action_field) if one.action_field else OVERALL,
        "indikator": one.title,
        "misst": one.measures.value,
        "besser": one.better.value,
        "einheit": one.unit,
        "ausgangswert": one.base,
        "basisjahr": one.base_year,
        "zielwert": one.target,
        "zieljahr": one.target_year,
        "sollwert": one.due,
        "istwert": one.actual,
        "meldet": one.reporter,
        "erklaerung": one.note,
    }


def risk_row(risk: Any) -> Row:
    """Return a risk; without a measure it concerns all."""
    return {
        "nummer": risk.measure,
        "risiko": risk.title,
        "folge": risk.effect,
        "eintritt": risk.likelihood,
        "schwere": risk.impact,
        "vorsorge": risk.precaution,
        "wer": risk.owner,
    }


def year_row(town: SampleTown, number: int) -> Row:
    """Return what a year costs: once, running, together, income that counts, own money."""
    once = sum(measure.once[number] for measure in town.measures)
    running = sum(measure.running[number] for measure in town.measures)
    income = sum(grant.amounts[number] for grant in town.grants if grant.status in COUNTED)
    return {
        "jahr": str(town.first_year + number),
        "einmalig": once,
        "laufend": running,
        "ausgaben": once + running,
        "einnahmen": income,
        "eigen": once + running - income,
        "veranschlagt": "Finanzplanung" if number else f"Entwurf {town.first_year}",
    }
