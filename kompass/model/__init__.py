"""The typed records and the files they stand in: the one truth about the shape of the data."""

from __future__ import annotations

from dataclasses import dataclass

from kompass.model.base import Effect, Milestone, Part, Record, Ref, Source, Step, references
from kompass.model.findings import Finding
from kompass.model.guidance import (
    ActionField,
    Example,
    Feature,
    Guideline,
    Indicator,
    Law,
    ParticipationFormat,
    Principle,
    Question,
    Strategy,
    Support,
    Term,
)
from kompass.model.places import Municipality, Place
from kompass.model.sample import SampleTown
from kompass.model.self_check import Statement
from kompass.model.templates import Template, Workshop
from kompass.model.toolkit import MUNICIPALITY_SIZES, ChecklistItem, Measure, Method, PersonDays, Phase
from kompass.model.topics import Topic

__all__ = [
    "FILES",
    "MUNICIPALITY_SIZES",
    "SHOWN_KINDS",
    "ActionField",
    "ChecklistItem",
    "DataFile",
    "Effect",
    "Example",
    "Feature",
    "Finding",
    "Guideline",
    "Indicator",
    "Kind",
    "Law",
    "Measure",
    "Method",
    "Milestone",
    "Municipality",
    "Part",
    "ParticipationFormat",
    "PersonDays",
    "Phase",
    "Place",
    "Principle",
    "Question",
    "Record",
    "Ref",
    "SampleTown",
    "Source",
    "Statement",
    "Step",
    "Strategy",
    "Support",
    "Template",
    "Term",
    "Topic",
    "Workshop",
    "references",
]


@dataclass(frozen=True)
class Kind:
    """A kind of record.

    `label` and `plural` are its German names, `key` its place in a file with several kinds,
    `review_months` the time after which an editor should look at each record again. A register is only referred to:
    its records have no address, no search entry and no form.
    """

    name: str
    label: str
    plural: str
    model: type[Record]
    key: str | None = None
    review_months: int = 12
    is_register: bool = False


@dataclass(frozen=True)
class DataFile:
    """A file below `data/` and the kinds of record it holds; with one kind it is a list, else a mapping of lists."""

    name: str
    kinds: tuple[Kind, ...]

    @property
    def is_list(self) -> bool:
        """Tell whether the file is a list of records."""
        return len(self.kinds) == 1


FILES: tuple[DataFile, ...] = (
    DataFile(
        "charta",
        (
            Kind("guideline", "Leitlinie", "Leitlinien", Guideline, "guidelines"),
            Kind("feature", "Merkmal", "Merkmale", Feature, "features"),
            Kind("principle", "Grundsatz", "Grundsätze", Principle, "principles"),
        ),
    ),
    DataFile("action_fields", (Kind("action_field", "Handlungsfeld", "Handlungsfelder", ActionField),)),
    DataFile("self_check", (Kind("statement", "Aussage im Selbstcheck", "Aussagen im Selbstcheck", Statement),)),
    DataFile("findings", (Kind("finding", "Befund im Roten Faden", "Befunde im Roten Faden", Finding),)),
    DataFile("topics", (Kind("topic", "Querschnittsthema", "Querschnittsthemen", Topic),)),
    DataFile("examples", (Kind("example", "Beispiel", "Beispiele", Example),)),
    DataFile(
        "participation_formats",
        (Kind("participation_format", "Beteiligungsformat", "Beteiligungsformate", ParticipationFormat),),
    ),
    DataFile("phases", (Kind("phase", "Phase", "Phasen", Phase),)),
    DataFile("methods", (Kind("method", "Methode", "Methoden", Method),)),
    DataFile("templates", (Kind("template", "Vorlage", "Vorlagen", Template),)),
    DataFile("sample", (Kind("sample", "Musterkommune", "Musterkommunen", SampleTown, review_months=24, is_register=True),)),
    DataFile("workshops", (Kind("workshop", "Werkstatt-Treffen", "Werkstatt-Treffen", Workshop),)),
    DataFile("measures", (Kind("measure", "Maßnahmensteckbrief", "Maßnahmensteckbriefe", Measure),)),
    DataFile("checklist", (Kind("checklist_item", "Checklistenpunkt", "Checklistenpunkte", ChecklistItem),)),
    DataFile("faq", (Kind("question", "Frage", "Fragen", Question),)),
    DataFile("support", (Kind("support", "Unterstützungsangebot", "Unterstützungsangebote", Support, review_months=6),)),
    DataFile("strategies", (Kind("strategy", "Strategie", "Strategien", Strategy),)),
    DataFile("law", (Kind("law", "Rechtsgrundlage", "Rechtsgrundlagen", Law, review_months=6),)),
    DataFile("municipalities", (Kind("municipality", "Kommune", "Kommunen", Municipality, review_months=24, is_register=True),)),
    DataFile("glossary", (Kind("term", "Glossarbegriff", "Glossarbegriffe", Term, review_months=24),)),
)

KINDS: dict[str, Kind] = {kind.name: kind for file in FILES for kind in file.kinds}
"""All kinds of record by name."""
SHOWN_KINDS: dict[str, Kind] = {name: kind for name, kind in KINDS.items() if not kind.is_register}
"""The kinds that have pages or places on them."""
