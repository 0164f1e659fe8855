"""A reference names an entry that does not exist."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kompass.model import KINDS
from kompass.model.base import SLUG, Ref
from kompass.model.paths import marked
from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory, ValuePath
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import listed, shown, slug, suggest

GONE = (
    "Wurde der Eintrag gelöscht, holen Sie ihn zurück, oder löschen Sie die Verweise. Wurde seine Kennung geändert, "
    "tragen Sie die alte dort unter aliases ein; dann nennt die Prüfung an jeder Stelle die neue."
)
LABELS = {"indicator": "Indikator"} | {kind.name: kind.label for kind in KINDS.values()}


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each reference to nothing, one for all that name the same.

    A kind whose file could not be read completely is left out. Where only changes are checked, the other entries count
    too as far as the change has taken away what they refer to.
    """
    former = _former_ids(inventory)
    missing: dict[tuple[str, str], list[tuple[Entry, ValuePath]]] = defaultdict(list)
    for entry, path, kind, value in _dangling(inventory):
        missing[kind, value].append((entry, path))
    for (kind, value), places in missing.items():
        now = former.get((kind, value))
        known = inventory.ids[kind]
        if now or len(places) == 1 or _meant(value, known):
            fix = f"Schreiben Sie „{now}“. So heißt der Eintrag jetzt." if now else _proposal(value, known)
            for entry, path in places:
                yield entry.problem(RuleName.DANGLING_REFERENCE, f"{LABELS[kind]} {shown(value)} gibt es nicht.", path, fix=fix)
        else:
            yield _gone(kind, value, places)


def _dangling(inventory: Inventory) -> Iterator[tuple[Entry, ValuePath, str, str]]:
    """Yield entry, path, kind and value of each reference to nothing."""
    inspected = {id(entry) for entry in inventory.inspected}
    for entry in inventory.entries:
        if id(entry) not in inspected and not inventory.removed:
            continue
        for names, mark in marked(entry.kind.model, Ref):
            if mark.kind in inventory.open_kinds:
                continue
            for path, value in entry.select(names):
                if id(entry) not in inspected and value not in inventory.removed:
                    continue
                if isinstance(value, str) and value not in inventory.ids[mark.kind]:
                    yield entry, path, mark.kind, value


def _meant(value: str, known: dict[str, Entry]) -> str:
    """Return the id that is meant: people write what the page shows, so titles are understood too."""
    titles = {str(entry.fields.get("title")).casefold(): name for name, entry in known.items()}
    meant = titles.get(value.strip().casefold()) or slug(value)
    return meant if meant in known else ""


def _proposal(value: str, known: dict[str, Entry]) -> str:
    """Return which id to write, or the nearest, and those that are allowed; only valid ids are proposed."""
    valid = [name for name in known if SLUG.fullmatch(name)]
    meant = _meant(value, known)
    return f"Schreiben Sie „{meant}“. Erlaubt sind: {listed(valid)}" if meant else suggest(value, valid)


def _gone(kind: str, value: str, places: list[tuple[Entry, ValuePath]]) -> Problem:
    """Return the one problem of an entry that several others name and that is not there."""
    (first, path), *others = places
    named = [other.problem(RuleName.DANGLING_REFERENCE, "", place) for other, place in others]
    where = listed(f"{problem.path.name}, Zeile {problem.line}" for problem in named)
    message = f"{LABELS[kind]} {shown(value)} gibt es nicht, wird aber an {len(places)} Stellen genannt: hier und {where}"
    return first.problem(RuleName.DANGLING_REFERENCE, message, path, fix=GONE)


def _former_ids(inventory: Inventory) -> dict[tuple[str, str], str]:
    return {
        (entry.kind.name, alias): entry.id
        for entry in inventory.entries
        for _, alias in entry.select(("aliases",))
        if isinstance(alias, str) and entry.id is not None
    }


RULE = Rule(
    name=RuleName.DANGLING_REFERENCE,
    stage=Stage.MEANING,
    why="Ohne gültigen Verweis fehlt der Eintrag auf der Seite, auf die er gehört.",
    fix="Berichtigen Sie die Kennung.",
    good="action_fields: [mobilitaet]",
    bad="action_fields: [mobilitaett]",
    check=check,
)
