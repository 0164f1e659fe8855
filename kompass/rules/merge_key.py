"""A mapping uses the merge key."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="merge-schluessel",
    stage=Stage.FILE,
    why="Verdeckte Kopien sind für andere schwer zu lesen.",
    fix="Schreiben Sie die Felder aus, und löschen Sie die Zeile mit <<.",
    good="sources:\n  - claim: own",
    bad="sources:\n  - <<: {claim: own}\n    claim: own",
)
