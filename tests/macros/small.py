"""A site of few records, one or two of each kind: what macros draw can be seen at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from kompass.load import load
from macros.site import Site

TODAY = date(2026, 11, 22)
VALID = Path(__file__).parents[1] / "cases" / "valid"


PHASES = (
    "vorbereiten",
    "bestand-aufnehmen",
    "leitbild-entwickeln",
    "handlungsfelder-und-ziele",
    "massnahmen-planen",
    "umsetzen",
    "auswerten-und-fortschreiben",
)


def small_site(**records: tuple[Any, ...]) -> Site:
    """Return the site of the valid cases, all seven phases among them; `records` replace those of their kind."""
    catalogue = load(VALID, today=TODAY).catalogue
    (first,) = catalogue.all("phase")
    phases = tuple(
        first.model_copy(update={"id": name, "title": f"Phase {number}", "order": number})
        for number, name in enumerate(PHASES, 1)
    )
    kinds = catalogue.records | {"phase": phases} | records
    library: Any = SimpleNamespace(size=lambda path: 1000 * len(path), make=lambda job: job.make())  # every download there can be
    return Site(replace(catalogue, records=kinds), TODAY, library=library, address="https://kompass.example/")
