"""Musterstadt: the invented town whose figures every filled example of a template reads."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictInt, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from kompass.model.base import Count, Day, Line, Part, Record, Ref, Slug, Title
from kompass.model.vocabulary import Aspect, Budget, GrantStatus, Priority, SampleDirection, Staffing

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{1,2}$")]
Amounts = Annotated[tuple[Count, ...], Field(min_length=4, max_length=4)]
"""One amount, or number of days, for each of the four years of the plan."""
Level = Annotated[StrictInt, Field(ge=1, le=3)]


def _accept_figure(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise PydanticCustomError("value_form", "neither text nor number nor yes/no nor a list of texts")


Figure = Annotated[Any, BeforeValidator(_accept_figure), WithJsonSchema({"type": "number"})]


class SampleMeasure(Part):
    """A measure of the invented town, with its time, its costs and its days per year."""

    code: Code = Field(description="Nummer in allen Plänen, z. B. V1.")
    title: Title = Field(description="Name der Maßnahme, wie er in allen Beispielen steht.")
    action_field: Annotated[Slug, Ref("action_field")] = Field(description="Handlungsfeld.")
    owner: Line = Field(description="Wer die Federführung hat.")
    post: Line | None = Field(None, description="Stelle, die die Arbeit macht, wenn es nicht die Federführung ist.")
    staffing: Staffing = Field(Staffing.THERE, description="Wie die Stelle besetzt ist.")
    priority: Priority = Field(description="Priorität.")
    begin: Day = Field(description="Erster Tag.")
    end: Day = Field(description="Letzter Tag.")
    budget: Budget = Field(Budget.RESULT, description="Wohin die einmaligen Kosten gehören: laufender Aufwand oder Investition.")
    product: Line = Field(description="Produkt im Haushalt.")
    once: Amounts = Field(description="Einmalige Kosten je Planjahr in Euro.")
    running: Amounts = Field(description="Laufende Kosten je Planjahr in Euro.")
    days: Amounts = Field(description="Personentage je Planjahr.")


class SampleGrant(Part):
    """Money from others for a measure; only what is granted or applied for counts as income."""

    measure: Code = Field(description="Nummer der Maßnahme.")
    title: Line = Field(description="Woher das Geld kommt; erfundene Zuwendungen sagen das.")
    status: GrantStatus = Field(description="Wie weit der Antrag ist.")
    amounts: Amounts = Field(description="Je Planjahr der Betrag in Euro.")


class SampleIndicator(Part):
    """One indicator of the invented town with its values at the first report."""

    action_field: Annotated[Slug, Ref("action_field")] | None = Field(
        None, description="Handlungsfeld; fehlt es, gehört der Indikator zur Strategie insgesamt."
    )
    title: Line = Field(description="Was gemessen wird.")
    measures: Aspect = Field(description="Ob er die Wirkung misst oder die Arbeit.")
    better: SampleDirection = Field(description="In welche Richtung der Wert besser wird.")
    unit: Line = Field(description="Einheit.")
    base: Figure = Field(description="Ausgangswert.")
    base_year: StrictInt = Field(description="Jahr des Ausgangswerts.")
    target: Figure = Field(description="Zielwert.")
    target_year: StrictInt = Field(description="Jahr des Zielwerts.")
    due: Figure | None = Field(None, description="Soll im Berichtsjahr.")
    actual: Figure | None = Field(None, description="Ist im Berichtsjahr.")
    reporter: Line = Field(description="Wer den Wert meldet.")
    note: Line | None = Field(None, description="Erklärung, wenn die Ampel nicht grün ist.")


class SampleRisk(Part):
    """A risk of the plan."""

    measure: Code | None = Field(None, description="Nummer der Maßnahme; fehlt sie, betrifft das Risiko alle.")
    title: Line = Field(description="Was geschehen kann.")
    effect: Line = Field(description="Was dann wäre.")
    likelihood: Level = Field(description="Wie wahrscheinlich: 1 kaum, 2 möglich, 3 wahrscheinlich.")
    impact: Level = Field(description="Wie schwer: 1 ärgerlich, 2 teuer oder spät, 3 die Maßnahme scheitert.")
    precaution: Line = Field(description="Was davor schützt.")
    owner: Line = Field(description="Wer darauf achtet.")


class SampleTown(Record):
    """The invented town: what the filled examples of all templates have in common."""

    inhabitants: Count = Field(description="Einwohnerzahl.")
    first_year: StrictInt = Field(description="Erstes der vier Planjahre.")
    capacity: Amounts = Field(description="Personentage, die die Fachbereiche je Planjahr zusammen haben.")
    steering: Amounts = Field(description="Personentage für die Steuerung je Planjahr.")
    steering_post: Line = Field(description="Stelle, die steuert.")
    measures: tuple[SampleMeasure, ...] = Field(min_length=1, description="Maßnahmen in der Reihenfolge der Pläne.")
    grants: tuple[SampleGrant, ...] = Field((), description="Geld von anderen.")
    indicators: tuple[SampleIndicator, ...] = Field(min_length=1, description="Indikatoren in der Reihenfolge der Berichte.")
    risks: tuple[SampleRisk, ...] = Field(min_length=1, description="Risiken der Strategie.")
