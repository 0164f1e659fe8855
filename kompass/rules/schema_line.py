"""The first line of a file does not name its schema."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.rule import EXAMPLES, Rule, Stage


def check(inventory: Inventory) -> Iterator[Problem]:
    """Yield a problem for each file that was read and does not begin with the schema line."""
    for name, document in inventory.documents.items():
        line = f"# yaml-language-server: $schema=../schemas/{name}.schema.json"
        if document.data is not None and document.first_line.rstrip() != line:
            message = "Die erste Zeile nennt nicht das Schema dieser Datei."
            yield Problem(
                document.path,
                1,
                1,
                RuleName.SCHEMA_LINE,
                message,
                f"Schreiben Sie in die erste Zeile: {line}",
                subject=RuleName.SCHEMA_LINE,
            )


RULE = Rule(
    name=RuleName.SCHEMA_LINE,
    stage=Stage.FILE,
    why="Durch diese Zeile zeigen Editoren Felder und erlaubte Wörter schon beim Schreiben an.",
    fix="Ergänzen Sie die erste Zeile.",
    good=EXAMPLES + "[]\n",
    bad="# Erfolgsbeispiele\n[]\n",
    check=check,
)
