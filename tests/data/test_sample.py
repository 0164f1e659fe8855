"""Musterstadt is one town: what one example says about it, no other contradicts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model.sample import SampleMeasure, SampleTown
from kompass.model.templates import Template
from kompass.templates.worksheet import Worksheet

ROOT = Path(__file__).parents[2]
AMOUNT = re.compile(r"\b(\d{1,3}(?:\.\d{3})+)(?= (?:Euro|€))")
OF_THE_REPORT = {70_800, 5_700}
"""What was spent in 2027 and what was left: only the report knows that."""


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


@cache
def town() -> SampleTown:
    found: SampleTown = catalogue().get("sample", "musterstadt")
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "measure" in metafunc.fixturenames:
        metafunc.parametrize("measure", town().measures, ids=lambda measure: measure.code)


def example(template_id: str) -> Worksheet:
    return Worksheet(catalogue().get("template", template_id).sections, is_example=True)


def table(template_id: str, name: str) -> list[dict[str, Any]]:
    sections = catalogue().get("template", template_id).sections
    found = next(section.table for section in sections if section.table and section.table.id == name)
    return example(template_id).rows(found)


def test_a_measure_works_only_in_the_years_of_its_plan(measure: SampleMeasure) -> None:
    years = range(measure.begin.year, measure.end.year + 1)
    assert [days > 0 for days in measure.days] == [town().first_year + number in years for number in range(4)]


def test_nothing_is_paid_once_before_a_measure_begins_or_after_it_ends(measure: SampleMeasure) -> None:
    for number, amount in enumerate(measure.once):
        assert amount == 0 or measure.begin.year <= town().first_year + number <= measure.end.year


def test_running_costs_do_not_begin_before_the_measure(measure: SampleMeasure) -> None:
    for number, amount in enumerate(measure.running):
        assert amount == 0 or town().first_year + number >= measure.begin.year


def test_grants_and_risks_name_measures_that_exist() -> None:
    codes = [measure.code for measure in town().measures]
    assert len(codes) == len(set(codes))
    assert {grant.measure for grant in town().grants} <= set(codes)
    assert {risk.measure for risk in town().risks if risk.measure} <= set(codes)


def test_a_grant_is_not_applied_for_before_its_step() -> None:
    """The steps of the plan say when an application is written; until then a grant is only planned."""
    steps = [step for step in table("zeit-und-arbeitsplan", "schritte") if "Förderantrag" in step["schritt"]]
    as_of = example("zeit-und-arbeitsplan").field_value("planstand")
    later = {step["massnahme_nr"] for step in steps if step["faellig"] > as_of}
    assert later
    assert {grant.status for grant in town().grants if grant.measure in later} == {"geplant"}


def test_plans_of_time_and_of_staff_have_the_same_days_per_year() -> None:
    load_rows = {
        row["kuerzel"]: [row[f"tage_jahr_{number}"] for number in (1, 2, 3, 4)]
        for row in table("zeit-und-arbeitsplan", "auslastung")
    }
    staff = {
        row["aufgabe"].split(":")[0]: [row[f"tage_{word}"] for word in ("eins", "zwei", "drei", "vier")]
        for row in table("finanz-und-personalplan", "stellen")
        if ":" in row["aufgabe"]
    }
    assert load_rows == staff
    assert {row["nummer"]: row["personentage"] for row in table("zeit-und-arbeitsplan", "massnahmen")} == {
        code: sum(days) for code, days in staff.items()
    }


def test_finance_plan_council_paper_and_strategies_have_the_same_sums_per_year() -> None:
    plan = example("finanz-und-personalplan")
    words = ("eins", "zwei", "drei", "vier")
    once = [plan.field_value(f"einmalig_{word}") for word in words]
    running = [plan.field_value(f"laufend_{word}") for word in words]
    own = [plan.field_value(f"eigen_{word}") for word in words]
    for name in ("strategie-gliederung-kurz", "strategie-gliederung-voll"):
        rows = table(name, "geldtabelle")
        assert [row["geld_einmalig"] for row in rows] == once
        assert [row["geld_laufend"] for row in rows] == running
        assert [row["geld_eigen"] for row in rows] == own
    rows = table("beschlussvorlage", "auswirkungen")
    assert [row["einmalig"] for row in rows] == once
    assert [row["laufend_vorlage"] for row in rows] == running
    assert [row["eigenmittel"] for row in rows] == own
    assert [row["eigen_kurz"] for row in table("kurzfassung-fuer-den-rat", "kosten_kurz")] == own
    assert example("beschlussvorlage").field_value("folgekosten") == running[-1] == plan.field_value("dauerlast")


def test_report_starts_from_the_plan_of_its_year() -> None:
    costs = {measure.code: measure.once[0] + measure.running[0] for measure in town().measures}
    planned = {row["posten"].split()[0]: row["geld_plan"] for row in table("umsetzungs-und-evaluationsbericht", "geld")}
    assert planned == {code: amount for code, amount in costs.items() if amount}
    assert example("umsetzungs-und-evaluationsbericht").field_value("personal_plan") == sum(
        one.days[0] for one in town().measures
    )


def test_money_that_is_only_planned_is_no_income() -> None:
    plan = example("finanz-und-personalplan")
    assert plan.field_value("nur_geplant") == sum(sum(grant.amounts) for grant in town().grants if grant.status == "geplant")
    assert plan.field_value("zaehlt_gesamt") == sum(sum(grant.amounts) for grant in town().grants if grant.status != "geplant")


def test_check_lines_of_the_examples_are_in_order() -> None:
    checked = 0
    for template in catalogue().all("template"):
        sheet = Worksheet(template.sections, is_example=True)
        for field in (field for section in template.sections for field in section.fields if field.check):
            checked += 1
            assert sheet.field_value(field.id) == "in Ordnung", (template.id, field.id)
    assert checked


def test_amounts_in_running_text_are_those_of_the_plans() -> None:
    """Every amount of a thousand euros and more that an example names in words stands in a plan."""
    known = OF_THE_REPORT | plan_amounts()
    found = {
        (template.id, amount) for template in catalogue().all("template") for text in texts(template) for amount in amounts(text)
    }
    assert len(found) > 20
    assert sorted(pair for pair in found if pair[1] not in known) == []


def plan_amounts() -> set[int]:
    """Return every amount of the plans: of single measures and grants, of the years, of all, of the systems in use."""
    single = [amount for one in town().measures for amount in (*one.once, *one.running, sum(one.once))]
    grants = [amount for one in town().grants for amount in (*one.amounts, sum(one.amounts))]
    years = [
        value for row in table("strategie-gliederung-kurz", "geldtabelle") for value in row.values() if isinstance(value, int)
    ]
    plan = example("finanz-und-personalplan")
    fields = {one.code: one.action_field for one in town().measures}
    mobility = sum(sum(one.once) + sum(one.running) for one in town().measures if fields[one.code] == "mobilitaet")
    total = sum(sum(one.once) + sum(one.running) for one in town().measures)
    systems = example("bestandsaufnahme").field_value("kosten_systeme")
    return {*single, *grants, *years, total, plan.field_value("eigen_gesamt"), plan.field_value("dauerlast"), mobility, systems}


def texts(template: Template) -> list[str]:
    """Return all texts of the filled example."""
    values = [field.example for section in template.sections for field in section.fields]
    values += [value for section in template.sections if section.table for row in section.table.example for value in row.values()]
    return [part for value in values for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, str)]


def amounts(text: str) -> list[int]:
    """Return the amounts in euros that a text names."""
    return [int(found.replace(".", "")) for found in AMOUNT.findall(text)]


def test_workbook_has_the_sums_of_the_single_files() -> None:
    book, plan = example("arbeitsmappe-digitalstrategie"), example("finanz-und-personalplan")
    for word in ("eins", "zwei", "drei", "vier"):
        assert book.field_value(f"eigen_{word}") == plan.field_value(f"eigen_{word}")
        assert book.field_value(f"laufend_{word}") == plan.field_value(f"laufend_{word}")
        assert book.field_value(f"ausgaben_{word}") == plan.field_value(f"einmalig_{word}") + plan.field_value(f"laufend_{word}")
        used, there = sum(one.days[("eins", "zwei", "drei", "vier").index(word)] for one in town().measures), 150
        assert book.field_value(f"auslastung_{word}") == pytest.approx(used / there)
    annex = table("arbeitsmappe-digitalstrategie", "anlage")
    assert sum(row["anlage_eigen"] for row in annex) == plan.field_value("eigen_gesamt")
    assert [row["anlage_nr"] for row in annex] == [one.code for one in town().measures]
