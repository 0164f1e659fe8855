"""Pages of "Meine Strategie": each is readable without script and can be filled in with it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from pydantic.fields import FieldInfo

from kompass.addresses import relative
from kompass.downloads.library import CHECKLIST, FORMATS, template_path
from kompass.model import Record
from kompass.model.workspace import OwnMeasure
from kompass.schema import workspace_schema
from macros.files import FileLink, file_link, file_links
from macros.site import Site
from macros.workspace_files import profiles_file, sample_file, skeleton_file

STEPS = ("auftakt", "checkliste", "selbstcheck", "massnahmen", "papier")
"""The pages of "Meine Strategie" in their order; their words stand in the template."""


def workspace_home(site: Site) -> str:
    """Draw the page where one sees how far one is, and opens, begins or saves."""
    files = {
        "auftakt": _template_files(site, "beschlussvorlage"),
        "checkliste": file_links(site.library, (f"{CHECKLIST}.docx", f"{CHECKLIST}.odt")),
        "massnahmen": _template_files(site, "massnahmensteckbrief"),
        "papier": _template_files(site, "strategie-gliederung-kurz"),
    }
    return site.render("workspace_home", names=STEPS, files=files, schema=workspace_schema(), sample=sample_file(site)[0])


def workspace_bar(site: Site) -> str:
    """Draw the bar that says whose strategy is at work and whether it is saved."""
    return site.render("workspace_bar")


def checklist(site: Site) -> str:
    """Draw the checklist by phase."""
    records, grouped = site.records("checklist_item"), site.grouped("checklist_item", "phase")
    return site.render(
        "checklist",
        groups=[
            (phase, sorted(grouped.get(phase.id, []), key=lambda item: not item.essential)) for phase in site.records("phase")
        ],
        links=site.links("checklist_item", ("phase",)),
        count=len(records),
        essential=sum(record.essential for record in records),
        checked=site.oldest_check("checklist_item"),
        word=file_link(site.library, f"{CHECKLIST}.docx"),
        sheet=file_link(site.library, f"{CHECKLIST}.pdf"),
    )


def self_check(site: Site) -> str:
    """Draw the statements of the self-check with their levels, by action field and topic."""
    records = site.records("statement")
    groups = [(subject, list(found)) for subject, found in groupby(records, key=lambda record: _subject(site, record))]
    return site.render(
        "self_check", groups=groups, data=[_statement(site, record) for record in records], checked=site.oldest_check("statement")
    )


def strategy_start(site: Site) -> str:
    """Draw the page of the mandate: size, hours, wished day; the way that follows from them."""
    phases = site.records("phase")
    places = site.places("phase")
    return site.render(
        "strategy_start",
        phases=phases,
        skeleton=skeleton_file(site)[0],
        data={
            "names": _names(site),
            "phases": [_phase(phase, places[phase.id][1]) for phase in phases],
            "municipalities": [_municipality(record) for record in site.records("municipality")],
        },
    )


PLACES = dict(zip(STEPS, ("fahrplan", "checkliste", "selbstcheck", "steckbrief", "strategie"), strict=True))
"""The last part of the address of each page."""


FIRST = ("title", "goal", "owner", "begin", "cost_once", "cost_yearly", "person_days")
"""The fields of a measure that a decision needs first; `workspace/completeness.mjs` counts them."""
LONG = {
    "situation",
    "description",
    "steps",
    "target_groups",
    "partners",
    "risks",
    "indicators",
    "dependencies",
    "next_step",
    "left_out",
}
NOT_ASKED = {"id", "changed", "kind", "place", "profile", "effort", "cost_class", "funding", "examples", "laws", "principles"}


def own_measures(site: Site) -> str:
    """Draw the page on which readers describe their own measures, and without script what belongs into a profile."""
    fields = {name: field for name, field in OwnMeasure.model_fields.items() if name not in NOT_ASKED}
    rest = [name for name in fields if name not in FIRST]
    return site.render(
        "own_measures",
        first=[_form_field(name, fields[name]) for name in FIRST],
        others=[_form_field(name, fields[name]) for name in rest],
        fields=site.records("action_field"),
        profiles=site.records("measure"),
        script=profiles_file(site)[0],
    )


def _form_field(name: str, field: FieldInfo) -> dict[str, Any]:
    return {"name": name, "label": field.title, "help": field.description, "is_long": name in LONG}


def strategy_paper(site: Site) -> str:
    """Draw the page on which the paper comes together, with what the Roter Faden looks for."""
    findings = site.records("finding")
    return site.render(
        "strategy_paper",
        fields=site.records("action_field"),
        formats=[record.title for record in site.records("participation_format")],
        indicators=[record.title for record in site.records("indicator")],
        findings=findings,
        skeleton=skeleton_file(site)[0],
        data={
            "names": _names(site),
            "findings": [_finding(site, finding) for finding in findings],
            "phases": [_phase(phase, "") for phase in site.records("phase")],
        },
    )


def _names(site: Site) -> dict[str, dict[str, str]]:
    """Return how action fields and the fields of a measure are called in the papers."""
    measure = {name: str(field.title) for name, field in OwnMeasure.model_fields.items() if name not in NOT_ASKED}
    return {"fields": {field.id: field.title for field in site.records("action_field")}, "measure": measure}


def _finding(site: Site, finding: Any) -> dict[str, str]:
    """Return what the script must know of a finding, with where it is mended."""
    place = relative(f"werkzeuge/{PLACES[finding.page.value]}/", site.page)
    return {"id": finding.id, "title": finding.title, "why": finding.why, "fix": finding.fix, "address": place}


def _template_files(site: Site, template_id: str) -> list[FileLink]:
    template = site.catalogue.find("template", template_id)
    if template is None:
        return []
    return file_links(site.library, (template_path(template, kind, is_example=False) for kind in FORMATS[template.form][:2]))


def _essential_first(items: list[Any]) -> list[Any]:
    return sorted(items, key=lambda item: not item.essential)


def _phase(phase: Any, address: str) -> dict[str, Any]:
    """Return what the script must know of a phase."""
    return {
        "id": phase.id,
        "title": phase.title,
        "address": address,
        "effort": phase.effort.model_dump(),
        "omit": phase.omit_if,
    }


def _subject(site: Site, statement: Any) -> Record:
    kind, record_id = ("action_field", statement.action_field) if statement.action_field else ("topic", statement.topic)
    subject: Record = site.catalogue.get(kind, record_id)
    return subject


def _statement(site: Site, statement: Any) -> dict[str, Any]:
    """Return what the script must know of a statement: its subject and what to read and do next."""
    groups = site.related("statement", statement.id, ("action_field", "topic"))
    links = [site.places(group.kind)[record.id] for group in groups for record in group.records]
    return {"id": statement.id, "title": statement.title, "subject": _subject(site, statement).title, "next": links}


def _municipality(record: Any) -> list[Any]:
    """Return name, key, kind, association and inhabitants, as short as possible: there are 413."""
    return [record.title, record.ags, record.kind.value, record.association or "", record.population]
