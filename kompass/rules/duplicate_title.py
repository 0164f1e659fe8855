"""Two entries of one kind have the same title."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each title that stood before; upper and lower case do not matter."""
    for entries in inventory.by_kind.values():
        first: dict[str, Entry] = {}
        for entry in entries:
            title = entry.fields.get("title")
            if not isinstance(title, str):
                continue
            other = first.setdefault(title.strip().casefold(), entry)
            if other is not entry and other.id != entry.id:
                message = f"Die Überschrift {shown(title)} trägt schon der Eintrag {shown(other.id)}."
                yield entry.problem(RuleName.DUPLICATE_TITLE, message, ("title",))


RULE = Rule(
    name=RuleName.DUPLICATE_TITLE,
    stage=Stage.MEANING,
    why="Zwei gleiche Überschriften lassen sich in Listen und Suche nicht unterscheiden.",
    fix="Ändern Sie eine der beiden Überschriften, oder führen Sie die Einträge zusammen.",
    good="title: Bürgerbus mit App",
    bad="title: Dorfladen  # so heißt schon das nächste Beispiel",
    check=check,
)
