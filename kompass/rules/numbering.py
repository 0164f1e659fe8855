"""The numbers of entries that have one are not 1, 2, 3 and so on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Entry, Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each number that is taken or leaves a gap; checklist items are numbered within their phase."""
    for kind, entries in inventory.by_kind.items():
        if not entries or "order" not in entries[0].kind.model.model_fields or kind in inventory.open_kinds:
            continue
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            groups[str(entry.fields.get("phase", ""))].append(entry)
        for group in groups.values():
            yield from _check_group(group)


def _check_group(entries: list[Entry]) -> Iterator[Problem]:
    numbered = [(entry.fields["order"], entry) for entry in entries if type(entry.fields.get("order")) is int]
    if len(numbered) < len(entries):
        return
    expected = 1
    for number, entry in sorted(numbered, key=lambda pair: pair[0]):
        if number == expected - 1 and expected > 1:
            yield entry.problem(RuleName.NUMBERING, f"Die Nummer {number} ist schon vergeben.", ("order",))
        elif number > expected:
            yield entry.problem(RuleName.NUMBERING, f"Vor der Nummer {number} fehlt die Nummer {expected}.", ("order",))
        expected = max(expected, number + 1)


RULE = Rule(
    name=RuleName.NUMBERING,
    stage=Stage.MEANING,
    why="Nach diesen Nummern ordnet die Seite die Einträge, und Leser:innen zählen mit.",
    fix="Nummerieren Sie die Einträge lückenlos mit 1, 2, 3 …; in der Checkliste beginnt jede Phase mit 1.",
    good="order: 1",
    bad="order: 3",
    file="faq",
    check=check,
)
