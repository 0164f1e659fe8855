"""The building blocks of every record: field types, sources, references, the record itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StrictBool,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from kompass.model.vocabulary import Claim

SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
FULL_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
PARTIAL_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value is the id of a record of `kind`."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Add the kind referred to, for editors that understand it."""
        return {**handler(schema), "x-verweis": self.kind}


@dataclass(frozen=True)
class Address:
    """Marks a field whose value is a web address."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say so, for editors that understand it."""
        return {**handler(schema), "format": "uri"}


@dataclass(frozen=True)
class Written:
    """Marks a field that holds the editors' own words: a title, one line, or prose of several sentences."""

    form: str


@dataclass(frozen=True)
class Past:
    """Marks a field whose day must not lie in the future."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say so, for the entry form."""
        return {**handler(schema), "x-vergangen": True}


def parse_day(value: str, form: re.Pattern[str]) -> date:
    """Return the (first) day that `value` names; raise `day_form` or `day_impossible`, which rules explain to editors."""
    match = form.fullmatch(value)
    if not match:
        raise PydanticCustomError("day_form", "not a date of the form YYYY-MM-DD")
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise PydanticCustomError("day_impossible", "there is no such day") from None


def _parse_full_day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("day_form", "not a date of the form YYYY-MM-DD")
    return parse_day(value, FULL_DAY)


def _accept_bare_year(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _check_partial_day(value: str) -> str:
    parse_day(value, PARTIAL_DAY)
    return value


Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG.pattern}$", max_length=60)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=320, pattern=r"^\S(?:[^\n]*\S)?$"), Written("line")]
Title = Annotated[str, StringConstraints(min_length=2, max_length=100, pattern=r"^\S(?:[^\n]*\S)?$"), Written("title")]
Prose = Annotated[str, StringConstraints(min_length=20, max_length=4000), Written("prose")]
Url = Annotated[str, StringConstraints(min_length=10, max_length=600), Address()]
Day = Annotated[date, BeforeValidator(_parse_full_day)]
PartialDay = Annotated[
    str,
    BeforeValidator(_accept_bare_year),
    AfterValidator(_check_partial_day),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{PARTIAL_DAY.pattern}$"}),
]
PastDay = Annotated[PartialDay, Past()]
YearOrLine = Annotated[
    Line,
    BeforeValidator(_accept_bare_year),
    WithJsonSchema({"type": ["string", "integer"], "minLength": 1, "maxLength": 320, "pattern": r"^\S(?:[^\n]*\S)?$"}),
]
Count = Annotated[StrictInt, Field(ge=0, le=100_000_000)]
Order = Annotated[StrictInt, Field(ge=1, le=999)]
Flag = StrictBool


class Part(BaseModel):
    """A part of a record; unknown keys are refused, values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Part):
    """Where a statement comes from, or the mark that the editors make it themselves."""

    title: Line | None = Field(None, description="Titel der Quelle, wie ihn Leser:innen wiedererkennen.")
    url: Url | None = Field(None, description="Adresse der Quelle, beginnt mit https:// oder http://.")
    publisher: Line | None = Field(None, description="Wer die Quelle herausgibt.")
    date: PastDay | None = Field(None, description="Datum der Quelle: JJJJ, JJJJ-MM oder JJJJ-MM-TT.")
    claim: Claim | None = Field(
        None, description="`own`, wenn der Text eine Einschätzung der Redaktion ist und keine Quelle hat."
    )
    covers: tuple[str, ...] = Field(
        (),
        description="Nur bei `claim: own`: Namen der Felder, die eine Einschätzung sind. Leer heißt: der ganze Eintrag.",
        json_schema_extra={"x-felder": True},
    )


class Effect(Part):
    """A headline with one explaining sentence."""

    title: Line = Field(description="Eine Aussage in einem Satz oder Stichwort.")
    text: Line | None = Field(None, description="Ein erläuternder Satz.")


class Step(Part):
    """One step on a way."""

    title: Line = Field(description="Was zu tun ist, mit Verb.")
    text: Line | None = Field(None, description="Ein bis zwei erläuternde Sätze.")


class Milestone(Part):
    """What happened or shall happen, and when."""

    when: YearOrLine = Field(description="Zeitpunkt, wie er auf der Seite steht: „Juni 2019“ oder „Monat 1 bis 3“.")
    what: Line = Field(description="Was geschieht oder geschah.")
    milestone: Line | None = Field(None, description="Woran man erkennt, dass der Schritt geschafft ist.")


class Record(Part):
    """What every entry has: a permanent id, a title, the day of its last review, its sources."""

    id: Slug = Field(
        description="Dauerhafte Kennung in Kleinbuchstaben mit Bindestrichen, z. B. `rufbus-mit-app`. "
        "Sie wird Teil der Adresse und ändert sich nie."
    )
    title: Title = Field(description="Überschrift der Seite.")
    checked: Annotated[Day, Past()] = Field(description="Tag der letzten redaktionellen Prüfung (JJJJ-MM-TT).")
    sources: tuple[Source, ...] = Field(
        min_length=1, description="Quellen des Eintrags; eigene Einschätzungen stehen als `claim: own` dabei."
    )
    aliases: tuple[Slug, ...] = Field((), description="Frühere Kennungen; ihre Adressen leiten hierher weiter.")
    reservation: Line | None = Field(
        None, description="Vorbehalt, der auf der Seite stehen muss, weil die Quellen unvollständig oder unsicher sind."
    )

    def is_own(self, field: str) -> bool:
        """Tell whether `field` is the editors' own assessment."""
        own = [source for source in self.sources if source.claim]
        return any(not source.covers or field in source.covers for source in own)

    @property
    def cited(self) -> tuple[Source, ...]:
        """The sources that can be looked up."""
        return tuple(source for source in self.sources if not source.claim)


@cache
def references(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return (field name, kind referred to) for each reference field of `model` itself."""
    return tuple(
        (name, mark.kind) for name, field in model.model_fields.items() for mark in _marks(field.metadata, field.annotation)
    )


def _marks(metadata: list[Any], annotation: Any) -> Iterator[Ref]:
    yield from (mark for mark in metadata if isinstance(mark, Ref))
    for part in getattr(annotation, "__args__", ()):
        yield from _marks(list(getattr(part, "__metadata__", ())), part)
