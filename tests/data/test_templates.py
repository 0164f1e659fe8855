"""The templates and the writing workshop hold what was promised, and are linked from both ends."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from kompass.catalogue import Catalogue
from kompass.load import load
from kompass.model.templates import Template, Workshop
from kompass.templates.faults import faults
from kompass.templates.worksheet import Worksheet

ROOT = Path(__file__).parents[2]
PROMISED = [
    "arbeitsmappe-digitalstrategie",
    "bestandsaufnahme",
    "beschlussvorlage",
    "beteiligungskonzept",
    "finanz-und-personalplan",
    "handlungsfeld-steckbrief",
    "indikatoren-set",
    "it-notfallblatt",
    "kurzfassung-fuer-den-rat",
    "leitbild-werkstatt",
    "massnahmensteckbrief",
    "massnahmensteckbrief-eine-seite",
    "priorisierungsmatrix",
    "sprechzettel",
    "stakeholder-analyse",
    "strategie-gliederung-kurz",
    "strategie-gliederung-voll",
    "swot",
    "umsetzungs-und-evaluationsbericht",
    "zeit-und-arbeitsplan",
]
PROFILE_FIELDS = (
    "titel handlungsfeld ziel ausgangslage beschreibung zielgruppe federfuehrung beteiligte bausteine zeit prioritaet "
    "finanzierung indikator daten abhaengigkeit status"
).split()


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for kind in ("template", "workshop"):
        if kind in metafunc.fixturenames:
            metafunc.parametrize(kind, catalogue().all(kind), ids=lambda record: record.id)


def test_all_promised_templates_are_there() -> None:
    assert sorted(template.id for template in catalogue().all("template")) == sorted(PROMISED)


def test_template_can_be_written(template: Template) -> None:
    assert list(faults(template.sections, is_table=template.form == "tabelle")) == []


def test_every_field_of_the_example_is_filled(template: Template) -> None:
    sheet = Worksheet(template.sections, is_example=True)
    open_fields = [field.id for section in template.sections for field in section.fields if sheet.field_value(field.id) is None]
    assert open_fields == []


def test_every_table_of_the_example_is_filled(template: Template) -> None:
    for section in template.sections:
        if section.table:
            assert Worksheet(template.sections, is_example=True).rows(section.table)


def test_template_helps_with_a_method_or_a_question(template: Template) -> None:
    assert template.methods or template.questions


def test_links_of_a_template_lead_back(template: Template) -> None:
    for kind, ids in (("phase", template.phases), ("method", template.methods), ("question", template.questions)):
        for record_id in ids:
            assert template in catalogue().referring(kind, record_id, "template")


def test_profile_template_has_the_recommended_fields() -> None:
    template = catalogue().get("template", "massnahmensteckbrief")
    names = {field.id for section in template.sections for field in section.fields}
    names |= {section.table.id for section in template.sections if section.table}
    assert set(PROFILE_FIELDS) <= names
    assert {"kosten_einmalig", "kosten_laufend", "personal"} <= names


def test_papers_for_the_council_form_a_bundle() -> None:
    found = {template.id for template in catalogue().all("template") if template.bundle == "gremien-paket"}
    assert found == {"beschlussvorlage", "kurzfassung-fuer-den-rat", "sprechzettel"}


def test_work_plan_is_a_gantt_chart_of_three_to_five_years() -> None:
    sections = catalogue().get("template", "zeit-und-arbeitsplan").sections
    months = [section.table.timeline.months for section in sections if section.table and section.table.timeline]
    assert months
    assert all(36 <= count <= 60 for count in months)


def test_the_writing_workshop_has_six_meetings_in_order() -> None:
    days = [workshop.days_after_start for workshop in catalogue().all("workshop")]
    assert len(days) == 6
    assert days[0] == 0
    assert days == sorted(set(days))


def test_a_meeting_lasts_half_a_day_at_most_with_a_break(workshop: Workshop) -> None:
    assert 180 <= workshop.minutes <= 390
    assert any("Pause" in item.title or "Mittag" in item.title for item in workshop.agenda)


def test_handouts_of_a_meeting_can_be_written(workshop: Workshop) -> None:
    assert [list(faults(handout.sections, is_table=False)) for handout in workshop.handouts] == [[] for _ in workshop.handouts]


def test_file_of_templates_has_no_anchor_or_alias() -> None:
    text = (ROOT / "data" / "templates.yml").read_text(encoding="utf-8")
    assert not [event for event in yaml.parse(text) if isinstance(event, yaml.AliasEvent)]
