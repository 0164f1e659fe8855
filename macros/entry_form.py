"""What the page of the entry form carries for its script: schemas, records to refer to, where they stand, where changes go."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kompass.model import FILES, DataFile, Kind, Record
from kompass.rule_names import RuleName
from kompass.rules.settings import general, option, settings
from macros.assets import FOLDER, fingerprinted
from macros.site import Site

SCHEMAS = Path(__file__).parent.parent / "schemas"
ALL = tuple(file.name for file in FILES)
RARE = ("guideline", "feature", "principle", "action_field", "phase")
"""Kinds of which there will hardly ever be a new record."""
WITHOUT_FORM = ("template", "workshop")
"""Kinds whose fields hold tables and formulas: they are edited in the file."""
REGISTERS = tuple(kind.name for file in FILES for kind in file.kinds if kind.is_register)
"""Kinds that the form only refers to."""


def form_kinds() -> list[tuple[DataFile, Kind]]:
    """Return the kinds that the form offers, each with its file."""
    return [(file, kind) for file in FILES for kind in file.kinds if not kind.is_register and kind.name not in WITHOUT_FORM]


def committed_definitions(names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the definitions in the schemas of these data files, or of all: as committed, for making them is slow."""
    return {key: found for name in names or ALL for key, found in _committed(name).items()}


@cache
def _committed(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))["$defs"]
    return found


def field_rows(model: type[Record]) -> list[dict[str, Any]]:
    """Return name, German name, help and example of each field of a record, in the order of the file."""
    definition = committed_definitions()[model.__name__]
    return [
        {
            "name": name,
            "label": field["title"],
            "help": re.sub(r"`([^`]+)`", "„\\1“", field["description"]),
            "required": name in definition["required"],
            "example": _shown(field.get("examples", [""])[0]),
        }
        for name, field in definition["properties"].items()
    ]


def _shown(example: Any) -> str:
    return " · ".join(example) if isinstance(example, list) else str(example)


def facts_file(site: Site) -> tuple[str, str]:
    """Return address and text of the script that hands the form its data; a script also loads on pages opened from disk."""
    return site.once("entry facts", lambda: _facts_file(site))


def _facts_file(site: Site) -> tuple[str, str]:
    data = json.dumps(form_data(site), ensure_ascii=False, separators=(",", ":"))
    text = f"globalThis.kompassEntryFacts={data};\n"
    return FOLDER + fingerprinted("entry-facts.js", text.encode()), text


def form_data(site: Site) -> dict[str, Any]:
    """Return what the script needs, ready for JSON."""
    pairs = form_kinds()
    return {
        "definitions": committed_definitions(dict.fromkeys(file.name for file, _ in pairs)),
        "kinds": [
            {"name": kind.name, "label": kind.label, "file": file.name, "model": kind.model.__name__} for file, kind in pairs
        ],
        "records": {kind.name: [_row(site, kind.name, record) for record in site.records(kind.name)] for _, kind in pairs}
        | {kind: [{"id": record.id, "title": record.title} for record in site.records(kind)] for kind in REGISTERS},
        "indicators": [
            {"id": indicator.id, "title": indicator.title, "home": site.catalogue.home(indicator.id).id}
            for indicator in site.records("indicator")
        ],
        "offices": option(RuleName.PERSONAL_DATA, "offices"),
        "style": style(),
        "repository": _repository(site),
    }


def style() -> dict[str, Any]:
    """Return the words and measures of the rules of wording that run in the browser; rules that are switched off are left out."""
    measures = {
        RuleName.OFFICIALESE: ("words", "phrases"),
        RuleName.VAGUE_WORD: ("words",),
        RuleName.LONG_SENTENCE: ("words",),
        RuleName.LONG_TEXT: ("characters",),
    }
    active = {rule: names for rule, names in measures.items() if settings()[rule].severity}
    rules = {rule.value: {name: option(rule, name) for name in names} for rule, names in active.items()}
    return {"names": general("names"), **rules}


def _row(site: Site, kind: str, record: Any) -> dict[str, Any]:
    place = site.catalogue.place(kind, record.id)
    row: dict[str, Any] = {"id": record.id, "title": record.title}
    if place is not None:
        row |= {"line": place.line, "column": place.column}
    if hasattr(record, "order"):
        row |= {"order": record.order}
    if kind == "checklist_item":
        row |= {"group": record.phase}
    return row | ({"aliases": list(record.aliases)} if record.aliases else {})


def _repository(site: Site) -> dict[str, Any] | None:
    if site.repository is None:
        return None
    form = site.repository.issue_form
    return {
        "edit": site.repository.edit("data/"),
        "issue": {
            "address": form.address,
            "chosen": {} if form.is_plain else site.repository.chosen("eintrag"),
            "title": form.title,
            "body": form.body,
        },
        "fence": form.is_plain,
    }
