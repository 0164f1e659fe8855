"""What "Meine Strategie" takes from the data: the sample of Musterstadt as a whole file, and measure profiles to begin from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kompass.catalogue import Catalogue
from kompass.model import Measure
from kompass.model.sample import SampleIndicator, SampleMeasure, SampleTown
from kompass.model.toolkit import Span
from kompass.model.workspace import FORMAT, NOT_OWN, VERSION, Workspace
from kompass.wording import slug

MOMENT = "2026-11-28T10:00:00Z"
"""All entries of the sample bear this moment, so that the same data gives the same bytes."""


def sample_workspace(catalogue: Catalogue) -> dict[str, Any]:
    """Return the file of the invented town as a reader would have saved it; ValidationError if it does not fit the model."""
    town: SampleTown = catalogue.all("sample")[0]
    file = {
        "format": FORMAT,
        "version": VERSION,
        "workspace": f"muster-{town.id}",
        "place": town.title,
        "saved": MOMENT,
        "edition": "",
        "entries": [{**entry, "changed": MOMENT} for entry in _entries(town)],
    }
    return Workspace.model_validate(file).model_dump(exclude_defaults=True) | {"entries": file["entries"]}


def profile(measure: Measure) -> dict[str, str]:
    """Return the fields of a measure profile as texts for a measure of one's own."""
    own = {name: _text(getattr(measure, name)) for name in Measure.model_fields if name not in NOT_OWN}
    if measure.hall_days:
        own["person_days"] = measure.hall_days.text
    return {name: text for name, text in own.items() if text} | {"profile": measure.id}


def _entries(town: SampleTown) -> Iterator[dict[str, Any]]:
    yield {
        "kind": "start",
        "id": "start",
        "form": "stadt",
        "inhabitants": f"{town.inhabitants:,}".replace(",", "."),
        "hours": "8",
        "begin": "Januar 2026",
        "decision": "Dezember 2026",
        "lead": town.steering_post,
    }
    fields = dict.fromkeys(measure.action_field for measure in town.measures)
    yield from ({"kind": "field", "id": field, "chosen": True} for field in fields)
    yield from (_goal(indicator) for indicator in town.indicators if indicator.action_field)
    yield from (_measure(town, measure) for measure in town.measures)
    yield {
        "kind": "paper",
        "id": "bericht",
        "text": f"Erster Bericht im ersten Quartal {town.first_year + 2}, danach jedes Jahr.",
    }


def _goal(indicator: SampleIndicator) -> dict[str, Any]:
    return {
        "kind": "goal",
        "id": slug(indicator.title),
        "title": indicator.title,
        "action_field": indicator.action_field,
        "indicator": f"{indicator.title} ({indicator.unit})",
        "today": f"{indicator.base} ({indicator.base_year})",
        "target": str(indicator.target),
        "until": str(indicator.target_year),
        "reporter": indicator.reporter,
    }


def _measure(town: SampleTown, measure: SampleMeasure) -> dict[str, Any]:
    granted = sum(
        sum(grant.amounts) for grant in town.grants if grant.measure == measure.code and grant.status.value == "zugesagt"
    )
    months = (measure.end.year - measure.begin.year) * 12 + measure.end.month - measure.begin.month + 1
    texts = {
        "cost_once": _euros(sum(measure.once)),
        "cost_yearly": _euros(max(measure.running)),
        "funded": _euros(granted) if granted else "",
        "begin": f"{measure.begin:%d.%m.%Y}",
        "months": str(months),
        "person_days": str(sum(measure.days)),
    }
    words = {"title": f"{measure.code} {measure.title}", "action_field": measure.action_field, "owner": measure.owner}
    return {"kind": "measure", "id": measure.code.lower(), **words, "priority": measure.priority.value} | {
        name: text for name, text in texts.items() if text
    }


def _euros(amount: int) -> str:
    return f"{amount:,} €".replace(",", ".")


def _text(value: Any) -> str:
    """Return a value of a record as people would type it; parts and lists one a line."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(_lines(value))
    if isinstance(value, Span):
        return value.text
    if hasattr(value, "model_fields_set"):
        return ": ".join(str(item) for item in value.__dict__.values() if item)
    return str(getattr(value, "label", value)).strip()


def _lines(values: Iterable[Any]) -> Iterator[str]:
    return (_text(value) for value in values)
