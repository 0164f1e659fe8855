"""A reference names an entry that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model import KINDS
from kompass.model.base import Ref
from kompass.model.paths import marked
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown, suggest

LABELS = {"indicator": "Indikator"} | {kind.name: kind.label for kind in KINDS.values()}


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each reference to nothing, unless the file it leads to could not be read completely.

    Where only changes are checked, the others count too as far as the change has taken away what they refer to.
    """
    former = _former_ids(inventory)
    inspected = {id(entry) for entry in inventory.inspected}
    for entry in inventory.entries:
        if id(entry) not in inspected and not inventory.removed:
            continue
        for names, mark in marked(entry.kind.model, Ref):
            known = inventory.ids[mark.kind]
            for path, value in entry.select(names):
                if id(entry) not in inspected and value not in inventory.removed:
                    continue
                if isinstance(value, str) and value not in known and mark.kind not in inventory.open_kinds:
                    now = former.get((mark.kind, value))
                    fix = f"Der Eintrag heißt jetzt „{now}“." if now else suggest(value, known)
                    yield entry.problem(
                        RuleName.DANGLING_REFERENCE, f"{LABELS[mark.kind]} {shown(value)} gibt es nicht.", path, fix=fix
                    )


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
