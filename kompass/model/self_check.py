"""Records of the self-check: what one can see at home, in four described levels, and what to do next."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from kompass.model.base import Line, Order, Record, Ref, Slug
from kompass.model.guidance import ActionFieldRef, MethodRef
from kompass.model.toolkit import QuestionRef
from kompass.model.topics import MeasureRef

TopicRef = Annotated[Slug, Ref("topic")]


class Statement(Record):
    """One statement of the self-check: about an action field, or across all of them about a topic."""

    model_config = ConfigDict(json_schema_extra={"x-genau-eines": ["action_field", "topic"]})

    order: Order = Field(description="Reihenfolge im Selbstcheck.")
    action_field: ActionFieldRef | None = Field(None, description="Handlungsfeld, wenn es um eines geht.")
    topic: TopicRef | None = Field(None, description="Querschnittsthema, wenn es um eines geht.")
    levels: tuple[Line, ...] = Field(
        min_length=4, max_length=4, description="Vier Stufen von „noch nicht“ bis „läuft dauerhaft“: was man bei sich sehen kann."
    )
    evidence: Line = Field(description="Woran man es erkennt: wo der Beleg liegt oder wen man fragt.")
    measures: tuple[MeasureRef, ...] = Field((), description="Musterprofile, die eine Stufe weiterhelfen.")
    methods: tuple[MethodRef, ...] = Field((), description="Methoden, die weiterhelfen.")
    questions: tuple[QuestionRef, ...] = Field((), description="Fragen der FAQ, die weiterhelfen.")

    @model_validator(mode="after")
    def _check_subject(self) -> Self:
        if (self.action_field is None) == (self.topic is None):
            raise PydanticCustomError("one_subject", "neither or both of action field and topic")
        return self
