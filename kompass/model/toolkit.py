"""Records of the Baukasten: phases, methods, measure profiles, checklist."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, StrictInt, model_validator
from pydantic_core import PydanticCustomError

from kompass.model.base import Effect, Flag, Line, Milestone, Order, Part, Prose, Record, Ref, Slug, Step, Url
from kompass.model.guidance import (
    ActionFieldRef,
    ExampleRef,
    FormatRef,
    Indicator,
    LawRef,
    MethodRef,
    PhaseRef,
    PrincipleRef,
    SupportRef,
)
from kompass.model.vocabulary import CostClass, Effort, Fit, Priority

IndicatorRef = Annotated[Slug, Ref("indicator")]
QuestionRef = Annotated[Slug, Ref("question")]


class Span(Part):
    """From a low to a high value; subclasses say of what."""

    model_config = ConfigDict(json_schema_extra={"x-spanne": ["low", "high"]})

    low: StrictInt
    high: StrictInt

    @model_validator(mode="after")
    def _check_span(self) -> Self:
        if self.low > self.high:
            raise PydanticCustomError("span_reversed", "low is above high")
        return self

    @property
    def text(self) -> str:
        """The span as people write it: one number if both ends are the same."""
        low, high = (f"{end:,}".replace(",", ".") for end in (self.low, self.high))
        return high if self.low == self.high else f"{low} bis {high}"


class PersonDays(Span):
    """A span of person-days (working days of one person)."""

    low: Annotated[StrictInt, Field(ge=0, le=2000)] = Field(description="Untergrenze in Personentagen.")
    high: Annotated[StrictInt, Field(ge=0, le=2000)] = Field(description="Obergrenze in Personentagen.")


class Euros(Span):
    """A span of euros."""

    low: Annotated[StrictInt, Field(ge=0, le=50_000_000)] = Field(description="Untergrenze in Euro.")
    high: Annotated[StrictInt, Field(ge=0, le=50_000_000)] = Field(description="Obergrenze in Euro.")

    @property
    def text(self) -> str:
        """The span as people write it, with its unit."""
        return f"{super().text} €"


class Price(Part):
    """A price that somebody paid or was offered."""

    what: Line = Field(description="Wofür bezahlt wurde.")
    amount: Line = Field(description="Betrag in Euro, einmalig oder im Jahr.")
    place: Line = Field(description="Ort und Jahr.")
    url: Url = Field(description="Seite, die es belegt.")


class EffortBySize(Part):
    """Person-days by size of municipality; always the editors' assessment."""

    under_5000: PersonDays = Field(description="Gemeinden unter 5.000 Einwohner:innen.")
    to_20000: PersonDays = Field(description="Gemeinden mit 5.000 bis 20.000 Einwohner:innen.")
    over_20000: PersonDays = Field(description="Städte über 20.000 Einwohner:innen.")
    district: PersonDays = Field(description="Landkreise.")


MUNICIPALITY_SIZES = {
    "under_5000": "unter 5.000 Einwohner:innen",
    "to_20000": "5.000 bis 20.000",
    "over_20000": "über 20.000",
    "district": "Landkreis",
}
"""The fields of EffortBySize as tables name them, one below the other: the first says what is counted."""


class Phase(Record):
    """One of the seven phases from decision to revision."""

    order: Order = Field(description="Nummer der Phase, 1 bis 7.")
    short: Line = Field(description="Worum es geht, in höchstens sechs Wörtern.")
    summary: Line = Field(description="Die Phase in ein bis zwei Sätzen.")
    in_brief: tuple[Line, ...] = Field(min_length=3, max_length=3, description="„In zwei Minuten“: drei Sätze für Eilige.")
    question: Line = Field(description="Leitfrage der Phase.")
    purpose: Prose = Field(description="Warum diese Phase nötig ist.")
    steps: tuple[Step, ...] = Field(min_length=4, description="Schritte in ihrer Reihenfolge.")
    results: tuple[Line, ...] = Field(min_length=2, description="Was am Ende vorliegt.")
    roles: tuple[Effect, ...] = Field(min_length=2, description="Wer was tut: title = Rolle, text = Aufgabe.")
    council: Line = Field(
        description="Was Gemeindevertretung oder Stadtverordnetenversammlung in dieser Phase entscheidet oder erfährt."
    )
    duration: Line = Field(description="Dauer in Kalenderzeit.")
    effort: EffortBySize = Field(description="Personentage nach Größe der Kommune (Einschätzung).")
    omit_if: tuple[Line, ...] = Field(min_length=2, description="„Weglassen, wenn …“: was kleine Kommunen sich sparen können.")
    pitfalls: tuple[Line, ...] = Field(min_length=2, description="Was oft schiefgeht.")
    indicators: tuple[Indicator, ...] = Field((), description="Indikatoren für den Prozess selbst.")


class Method(Record):
    """A way to work in one or more phases."""

    summary: Line = Field(description="Was die Methode leistet, in einem Satz.")
    purpose: Line = Field(description="Wozu man sie einsetzt.")
    phases: tuple[PhaseRef, ...] = Field(min_length=1, description="Phasen, in denen sie hilft.")
    when: Prose = Field(description="Wann die Methode passt und wann nicht.")
    steps: tuple[Step, ...] = Field(min_length=3, description="Ablauf.")
    participants: Line = Field(description="Wer mitmacht.")
    duration: Line = Field(description="Dauer.")
    effort: Effort = Field(description="Aufwand.")
    person_days: EffortBySize = Field(description="Personentage nach Größe der Kommune (Einschätzung).")
    materials: tuple[Line, ...] = Field(min_length=1, description="Was gebraucht wird.")
    output: Line = Field(description="Was danach vorliegt.")
    tips: tuple[Line, ...] = Field(min_length=2, description="Tipps.")
    small_fit: Fit = Field(description="Eignung für kleine Kommunen.")
    omit_if: tuple[Line, ...] = Field(min_length=1, description="„Weglassen, wenn …“ oder wie man die Methode abkürzt.")
    example: Prose = Field(description="Kurzes, erkennbar erfundenes Beispiel aus Musterstadt an der Havel.")


class MeasureIndicator(Part):
    """A figure of a measure profile with today's value and the goal."""

    title: Line = Field(description="Was gemessen wird.")
    today: Line = Field(description="Wert heute (Beispielwert).")
    target: Line = Field(description="Zielwert mit Jahr (Beispielwert).")
    indicator: IndicatorRef | None = Field(None, description="Passender Indikator des Handlungsfelds.")


class Risk(Part):
    """What can go wrong, and the precaution."""

    risk: Line = Field(description="Das Risiko.")
    precaution: Line = Field(description="Die Vorsorge.")


class Measure(Record):
    """A model measure profile (Maßnahmensteckbrief); its values are examples."""

    code: Annotated[str, Field(pattern=r"^M-\d{2,3}$")] = Field(description="Nummer des Steckbriefs, z. B. `M-17`.")
    summary: Line = Field(description="Die Maßnahme in ein bis zwei Sätzen.")
    action_field: ActionFieldRef = Field(description="Handlungsfeld, zu dem die Maßnahme gehört.")
    further_fields: tuple[ActionFieldRef, ...] = Field((), description="Weitere berührte Handlungsfelder.")
    goal: Line = Field(description="Ziel, als Zustand formuliert.")
    situation: Prose = Field(description="Ausgangslage: warum die Maßnahme nötig ist.")
    description: Prose = Field(description="Was getan wird.")
    target_groups: tuple[Line, ...] = Field(min_length=1, description="Wem die Maßnahme dient.")
    steps: tuple[Milestone, ...] = Field(min_length=3, description="Arbeitsschritte mit Zeitraum und Meilenstein.")
    owner: Line = Field(description="Federführung: Stelle, nicht Person.")
    partners: tuple[Line, ...] = Field(min_length=1, description="Mitwirkende.")
    duration: Line = Field(description="Laufzeit.")
    months: Annotated[StrictInt, Field(ge=1, le=60)] = Field(
        description="Monate bis zum Ende des letzten Schritts, der einen Monat nennt (Einschätzung)."
    )
    effort: Effort = Field(description="Aufwand in der Verwaltung.")
    staff: Line = Field(description="Personalbedarf.")
    person_days: PersonDays = Field(description="Personentage einmalig, für alle Schritte zusammen (Einschätzung).")
    person_days_yearly: PersonDays = Field(description="Personentage im Jahr, wenn die Maßnahme läuft (Einschätzung).")
    hall_days: PersonDays | None = Field(
        None,
        description="Davon im Rathaus: Personentage einmalig, wenn auch Schulen oder Partner mitarbeiten (Einschätzung).",
    )
    cost_class: CostClass = Field(description="Einmalige Kosten als Klasse (Einschätzung).")
    cost_note: Line = Field(description="Woraus die einmaligen Kosten bestehen.")
    cost_once: Euros = Field(description="Einmalige Kosten in Euro, ohne eigene Arbeitszeit (Einschätzung).")
    running_costs: Line = Field(description="Laufende Kosten: was dauerhaft anfällt.")
    cost_yearly: Euros = Field(description="Laufende Kosten im Jahr in Euro, ohne eigene Arbeitszeit (Einschätzung).")
    prices: tuple[Price, ...] = Field((), description="Belegte Preise mit Ort und Jahr.")
    funding: tuple[SupportRef, ...] = Field((), description="Passende Förderung aus support.yml.")
    funding_note: Line = Field(description="Wie die Maßnahme bezahlt werden kann; auch wenn es keine Förderung gibt.")
    indicators: tuple[MeasureIndicator, ...] = Field(
        min_length=2, max_length=4, description="Zwei bis vier Messgrößen, mindestens eine Wirkung."
    )
    risks: tuple[Risk, ...] = Field(min_length=2, description="Risiken mit Vorsorge.")
    data_protection: Line = Field(description="Was beim Datenschutz zu klären ist.")
    accessibility: Line = Field(description="Was bei der Barrierefreiheit zu klären ist.")
    dependencies: tuple[Line, ...] = Field((), description="Was vorher da sein muss.")
    principles: tuple[PrincipleRef, ...] = Field(min_length=1, max_length=4, description="Grundsätze der Charta.")
    charta_note: Line = Field(description="Wie die Maßnahme zur Charta passt.")
    priority: Priority = Field(description="Priorität im Muster.")
    priority_reason: Line = Field(description="Begründung der Priorität.")
    insek: Line = Field(description="Anknüpfung an das INSEK.")
    cooperation: Line = Field(description="Was man gemeinsam mit Nachbarn, Amt oder Kreis tun kann.")
    small_version: Line = Field(description="Die kleinste sinnvolle Fassung für wenig Geld und Zeit.")
    examples: tuple[ExampleRef, ...] = Field((), description="Beispiele zum Lernen.")
    laws: tuple[LawRef, ...] = Field((), description="Rechtliche Grundlagen.")


class ChecklistItem(Record):
    """One point of the checklist."""

    order: Order = Field(description="Reihenfolge innerhalb der Phase.")
    phase: PhaseRef = Field(description="Phase.")
    why: Line = Field(description="Warum der Punkt wichtig ist.")
    proof: Line = Field(description="Woran man erkennt, dass der Punkt erledigt ist.")
    essential: Flag = Field(description="`true`, wenn auch kleine Kommunen den Punkt nicht auslassen sollten.")
    methods: tuple[MethodRef, ...] = Field((), description="Methoden, die helfen.")
    formats: tuple[FormatRef, ...] = Field((), description="Beteiligungsformate, die helfen.")
    questions: tuple[QuestionRef, ...] = Field((), description="Fragen der FAQ, die weiterhelfen.")
    laws: tuple[LawRef, ...] = Field((), description="Rechtliche Grundlagen.")
    url: Url | None = Field(None, description="Weiterführende Adresse außerhalb.")
