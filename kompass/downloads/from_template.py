"""Turn a template record, a handout, a measure profile or the checklist into the outline of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from kompass.downloads.outline import (
    TOWN,
    Block,
    Chapter,
    Chart,
    Checks,
    Document,
    Entry,
    Form,
    Grid,
    Note,
    Plan,
    Points,
    Text,
    Wide,
    paragraphs,
)
from kompass.model import ChecklistItem, Measure, Phase
from kompass.model.templates import Column, FormField, Handout, Section, Slot, Table, Template, Workshop
from kompass.templates.worksheet import Worksheet

NUMBERED = re.compile(r"(\d+(?:\.\d+)*) (\D.*)")
"""A heading like „3.1 Stärken“."""
SIGNATURES = {
    "massnahmensteckbrief": ("Ort, Datum", "Federführung", "Kämmerei"),
    "massnahmensteckbrief-eine-seite": ("Ort, Datum", "Federführung", "Kämmerei"),
    "beschlussvorlage": ("Ort, Datum", "Hauptverwaltungsbeamt:in"),
}


def outline(template: Template, address: str, *, is_example: bool) -> Document:
    """Return the outline of a template, empty or as the filled example."""
    sheet = Worksheet(template.sections, is_example)
    return Document(
        id=template.id + ("-beispiel" if is_example else ""),
        title=template.title,
        kind="Vorlage",
        version=template.version,
        as_of=template.checked,
        address=address,
        introduction=template.introduction,
        chapters=tuple(_chapter(section, sheet) for section in template.sections),
        is_example=is_example,
        landscape=template.landscape,
        is_compact=template.one_page,
        is_prose=template.prose,
        has_byline=True,
        signatures=SIGNATURES.get(template.id, ()),
        municipality=f"{TOWN} (erfunden)" if is_example else "",
        keywords=("Digitalstrategie", "Kommune", "Vorlage"),
    )


def outline_handout(handout: Handout, workshop: Workshop, address: str) -> Document:
    """Return the outline of a sheet of the writing workshop."""
    sheet = Worksheet(handout.sections, is_example=False)
    return Document(
        id=handout.id,
        title=handout.title,
        kind=f"Schreibwerkstatt, Treffen {workshop.order}",
        version="1.0",
        as_of=workshop.checked,
        address=address,
        introduction=handout.introduction,
        chapters=tuple(_chapter(section, sheet) for section in handout.sections),
        keywords=("Digitalstrategie", "Schreibwerkstatt", "Arbeitsblatt"),
    )


def outline_guide(workshops: Sequence[Workshop], templates: dict[str, Template], address: str) -> Document:
    """Return the outline of the guide for those who host the writing workshop."""
    chapters = [chapter for workshop in workshops for chapter in _meeting(workshop, templates)]
    return Document(
        id="schreibwerkstatt-leitfaden",
        title="Leitfaden Schreibwerkstatt",
        kind="Leitfaden",
        version="1.0",
        as_of=max(workshop.checked for workshop in workshops),
        address=address,
        introduction=(
            "Drei bis acht Kommunen schreiben nebeneinander an ihren Digitalstrategien und treffen sich sechsmal.",
            "Der Leitfaden ist ein Vorschlag der Redaktion von Kompass & Baukasten. Passen Sie ihn an.",
        ),
        chapters=tuple(chapters),
        keywords=("Digitalstrategie", "Schreibwerkstatt"),
    )


def _meeting(workshop: Workshop, templates: dict[str, Template]) -> Iterator[Chapter]:
    yield Chapter(
        f"Treffen {workshop.order}: {workshop.title}",
        1,
        (Text(workshop.summary, "lead"), *(Text(part) for part in paragraphs(workshop.purpose))),
        starts_page=workshop.order > 1,
    )
    columns = (Entry("minuten", "Minuten", width=1), Entry("punkt", "Punkt", width=3), Entry("ablauf", "Ablauf", width=6))
    rows = tuple((str(item.minutes), item.title, item.text or "") for item in workshop.agenda)
    title = f"Ablauf ({workshop.minutes} Minuten, Beginn {workshop.begins} Uhr)"
    yield Chapter(title, 2, (Grid(f"ablauf_{workshop.order}", title, columns, rows, is_form=False),))
    yield Chapter("Mitbringen", 2, (Points(workshop.preparation),))
    yield Chapter("Bis zum nächsten Treffen", 2, (Points(workshop.homework),))
    yield Chapter(
        "Rollen", 2, (Points(tuple(f"{role.title}: {role.text}" if role.text else role.title for role in workshop.roles)),)
    )
    yield Chapter("Material und Gastgeber:in", 2, (Points((*workshop.materials, *workshop.host_needs)),))
    if workshop.templates:
        yield Chapter("Vorlagen", 2, (Points(tuple(templates[name].title for name in workshop.templates if name in templates)),))
    yield Chapter("Einladung", 2, tuple(Text(part) for part in paragraphs(workshop.invitation)))


def outline_measure(measure: Measure, template: Template, field_title: str, address: str) -> Document:
    """Return a template of the Maßnahmensteckbrief, long or on one page, filled with a model profile."""
    values = _measure_values(measure, field_title)
    if template.one_page:
        values |= _short_values(measure)
    sections = tuple(_filled(section, values) for section in template.sections)
    sheet = Worksheet(sections, is_example=True)
    return Document(
        id=measure.id,
        title=measure.title,
        kind="Musterprofil",
        version=template.version,
        as_of=measure.checked,
        address=address,
        introduction=("Muster der Redaktion: Kosten, Zeiten und Zielwerte sind Beispiele. Ersetzen Sie sie durch Ihre eigenen.",),
        chapters=tuple(_chapter(section, sheet) for section in sections),
        is_compact=template.one_page,
        has_byline=True,
        signatures=SIGNATURES["massnahmensteckbrief"],
        keywords=("Digitalstrategie", "Maßnahmensteckbrief", field_title),
    )


def _short_values(measure: Measure) -> dict[str, Any]:
    """Return what the template of one page words differently."""
    costs = f"Einmalig {measure.cost_once.text}. Laufend: {measure.running_costs}"
    return {
        "titel": f"{measure.code}: {measure.title}",
        "zielgruppe": ", ".join(measure.target_groups),
        "beteiligte": ", ".join(measure.partners),
        "abhaengigkeit": ", ".join(measure.dependencies) or "keine",
        "finanzierung": costs,
        "kosten": ({"kostenart": "einmalig"}, {"kostenart": "laufend"}),
    }


def _filled(section: Section, values: dict[str, Any]) -> Section:
    fields = tuple(entry.model_copy(update={"example": values.get(entry.id)}) for entry in section.fields)
    table = section.table
    if table:
        table = table.model_copy(update={"example": values.get(table.id, ())})
    return section.model_copy(update={"fields": fields, "table": table})


def _measure_values(measure: Measure, field_title: str) -> dict[str, Any]:
    """Return what a model profile holds, by the names of the fields in the template."""
    return {
        "titel": f"{measure.code}: {measure.title}",
        "handlungsfeld": field_title,
        "ziel": measure.goal,
        "ausgangslage": _joined(measure.situation),
        "beschreibung": _joined(measure.description),
        "zielgruppe": measure.target_groups,
        "federfuehrung": measure.owner,
        "beteiligte": measure.partners,
        "bausteine": tuple({"wann": step.when, "schritt": step.what, "meilenstein": step.milestone} for step in measure.steps),
        "zeit": measure.duration,
        "prioritaet": str(measure.priority.value),
        "prioritaet_grund": measure.priority_reason,
        "kosten_einmalig": f"{measure.cost_once.text}. {measure.cost_note}",
        "kosten_laufend": measure.running_costs,
        "personal": f"{measure.staff} ({measure.effort.label})",
        "finanzierung": measure.funding_note,
        "indikator": tuple({"messgroesse": one.title, "heute": one.today, "zielwert": one.target} for one in measure.indicators),
        "daten": measure.data_protection,
        "barrierefreiheit": measure.accessibility,
        "abhaengigkeit": measure.dependencies or ("keine",),
        "risiken": tuple({"risiko": one.risk, "vorsorge": one.precaution} for one in measure.risks),
        "kooperation": measure.cooperation,
        "insek": measure.insek,
        "charta": measure.charta_note,
        "kleine_fassung": measure.small_version,
    }


def outline_checklist(phases: Iterable[Phase], items: Sequence[ChecklistItem], address: str, as_of: date) -> Document:
    """Return the outline of the checklist."""
    chapters = tuple(
        Chapter(
            f"{phase.order}. {phase.title}",
            1,
            (Checks(tuple(_check(item) for item in items if item.phase == phase.id)),),
        )
        for phase in phases
    )
    return Document(
        id="checkliste",
        title="Checkliste Digitalstrategie",
        kind="Checkliste",
        version="1.0",
        as_of=as_of,
        address=address,
        introduction=("Abhaken, was erledigt ist. Punkte mit dem Zusatz „unverzichtbar“ gelten auch für kleine Kommunen.",),
        chapters=chapters,
        keywords=("Digitalstrategie", "Checkliste"),
    )


def _check(item: ChecklistItem) -> tuple[str, str, str, bool]:
    return item.id, item.title, f"{item.why} Erledigt, wenn: {item.proof}", item.essential


def _joined(text: str) -> str:
    return "\n\n".join(paragraphs(text))


def _chapter(section: Section, sheet: Worksheet) -> Chapter:
    found = NUMBERED.fullmatch(section.title)
    number, title = found.groups() if found else ("", section.title)
    chart = Chart(section.chart.title, section.chart.rows, section.chart.columns) if section.chart else None
    blocks = tuple(_blocks(section, sheet))
    return Chapter(title, section.level, blocks, section.break_before, number, chart, section.one_page)


def _blocks(section: Section, sheet: Worksheet) -> Iterator[Block]:
    yield from (Text(line, "help") for line in section.help)
    yield from (Text(part) for part in paragraphs(section.text or ""))
    if section.points:
        yield Points(section.points)
    narrow: list[Entry] = []
    for entry in section.fields:
        if entry.wide:
            if narrow:
                yield Form(tuple(narrow), section.two_columns)
                narrow = []
            yield Wide(_field(entry, sheet))
        else:
            narrow.append(_field(entry, sheet))
    if narrow:
        yield Form(tuple(narrow), section.two_columns)
    if section.table:
        yield _grid(section, section.table, sheet)


def _entry(slot: Slot, value: Any, **more: Any) -> Entry:
    source = (slot.options_from or "").replace(".", "_")
    found = (slot.id, slot.label, slot.type, slot.help or "", slot.options, slot.low, slot.high, slot.formula, value)
    return Entry(*found, options_from=source, **more)


def _field(field: FormField, sheet: Worksheet) -> Entry:
    more = {"row": field.row or "", "column": field.column or "", "is_check": field.check, "year": field.year or 0}
    return _entry(field, sheet.field_value(field.id), bound=field.bound.value if field.bound else "", **more)


def _column(column: Column) -> Entry:
    more = {"year": column.year or 0, "needed_with": column.needed_with or ""}
    return _entry(column, None, width=column.width, footer=column.footer, **more)


def _grid(section: Section, table: Table, sheet: Worksheet) -> Grid:
    columns = tuple(_column(column) for column in table.columns)
    rows = tuple(tuple(row.get(column.id) for column in table.columns) for row in sheet.rows(table))
    footer: tuple[Any, ...] = ()
    if any(column.footer for column in table.columns):
        footer = tuple(sheet.footer(table, column) for column in table.columns)
    return Grid(
        table.id, section.title, columns, rows, footer, table.footer_label, _plan(table, sheet), first_year=table.first_year or ""
    )


def _plan(table: Table, sheet: Worksheet) -> Plan | None:
    if not table.timeline:
        return None
    names = [column.id for column in table.columns]
    first = date.fromisoformat(sheet.field_value(table.timeline.first) or "2027-01-01")
    start, end = names.index(table.timeline.start), names.index(table.timeline.end)
    return Plan(start, end, table.timeline.first, first.replace(day=1), table.timeline.months)


__all__ = ["FormField", "Note", "outline", "outline_checklist", "outline_guide", "outline_handout", "outline_measure"]
