"""An own assessment is said to cover a field that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.model import Source
from kompass.model.paths import model_at, parts
from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import Rule, Stage
from kompass.wording import shown, suggest


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem at each name in `covers` that is no field of the entry or part with the source."""
    for entry in inventory.inspected:
        for names in parts(entry.kind.model, Source):
            model = model_at(entry.kind.model, names[:-1])
            known = list(model.model_fields) if model else []
            for path, name in entry.select((*names, "covers")):
                if isinstance(name, str) and name not in known:
                    message = f"Das Feld {shown(name)} gibt es in diesem Eintrag nicht."
                    yield entry.problem(RuleName.UNKNOWN_COVER, message, path, fix=suggest(name, known))


RULE = Rule(
    name=RuleName.UNKNOWN_COVER,
    stage=Stage.MEANING,
    why="Nur an vorhandenen Feldern kann die Seite „Einschätzung der Redaktion“ anzeigen.",
    fix="Nennen Sie unter covers die Namen von Feldern dieses Eintrags.",
    good='sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - claim: own\n    covers: [lesson]',
    bad='sources:\n  - {title: Bericht, url: "https://www.example.org/b"}\n  - claim: own\n    covers: [leson]',
    check=check,
)
