"""Querschnittsthemen: what runs through every action field and every phase, from security to accessibility."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictInt

from kompass.model.base import Line, Order, Part, Prose, Record, Ref, Slug, Url, YearOrLine
from kompass.model.guidance import ExampleRef, LawRef, MethodRef, SupportRef
from kompass.model.templates import ChecklistItemRef, TemplateRef
from kompass.model.toolkit import Price, QuestionRef

MeasureRef = Annotated[Slug, Ref("measure")]


class FirstStep(Part):
    """One of the three first steps, with the hours it takes in a town of 8,000."""

    title: Line = Field(description="Was zu tun ist, mit Verb.")
    text: Line = Field(description="Ein bis zwei erläuternde Sätze.")
    hours: Annotated[StrictInt, Field(ge=1, le=80)] = Field(
        description="Arbeitsstunden in einer Stadt mit 8.000 Menschen (Einschätzung)."
    )


class Case(Part):
    """What really happened somewhere, with figures and the page that says so."""

    title: Line = Field(description="Ort und Land, wenn nicht Brandenburg.")
    when: YearOrLine = Field(description="Jahr oder Zeitraum.")
    text: Line = Field(description="Was geschah, mit Zahlen, in ein bis zwei Sätzen.")
    url: Url = Field(description="Seite, die es belegt.")


class Helper(Part):
    """Somebody who helps and is no entry of the support page."""

    title: Line = Field(description="Stelle oder Angebot.")
    text: Line = Field(description="Was sie für Kommunen tut, in einem Satz.")
    url: Url = Field(description="Adresse.")


class Topic(Record):
    """One of the themes that run through all action fields and phases."""

    order: Order = Field(description="Reihenfolge auf der Seite.")
    summary: Line = Field(description="Worum es geht, in ein bis zwei Sätzen; steht als Vorspann und in Listen.")
    in_brief: tuple[Line, ...] = Field(min_length=3, max_length=3, description="„In zwei Minuten“: drei Sätze für Eilige.")
    why: Prose = Field(description="Warum das Thema eine kleine Kommune angeht.")
    laws: tuple[LawRef, ...] = Field(min_length=1, description="Was Sie müssen: Einträge der Seite Recht, das Wichtigste zuerst.")
    first_steps: tuple[FirstStep, ...] = Field(
        min_length=3, max_length=3, description="Die ersten drei Schritte in einer Stadt mit 8.000 Menschen."
    )
    cases: tuple[Case, ...] = Field(min_length=1, description="Was anderswo wirklich geschah, mit Zahlen.")
    prices: tuple[Price, ...] = Field((), description="Belegte Preise mit Ort und Jahr.")
    cost_note: Line = Field(description="Was es kostet, in ein bis zwei Sätzen; auch wenn Preise fehlen.")
    pitfalls: tuple[Line, ...] = Field(min_length=2, description="Was oft schiefgeht.")
    helpers: tuple[Helper, ...] = Field((), description="Wer hilft und nicht auf der Seite Unterstützung steht.")
    support: tuple[SupportRef, ...] = Field((), description="Passende Angebote der Seite Unterstützung.")
    measures: tuple[MeasureRef, ...] = Field((), description="Passende Musterprofile.")
    methods: tuple[MethodRef, ...] = Field((), description="Passende Methoden.")
    templates: tuple[TemplateRef, ...] = Field((), description="Passende Vorlagen.")
    checklist_items: tuple[ChecklistItemRef, ...] = Field((), description="Passende Punkte der Checkliste.")
    questions: tuple[QuestionRef, ...] = Field((), description="Passende Fragen.")
    examples: tuple[ExampleRef, ...] = Field((), description="Passende Erfolgsbeispiele.")
