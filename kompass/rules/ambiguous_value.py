"""A word or number without quotation marks would silently become something else."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="mehrdeutiger-wert",
    stage=Stage.FILE,
    why=("YAML macht aus solchen Wörtern heimlich etwas anderes: aus nein wird „falsch“, aus 12:30 werden 750 Sekunden."),
    fix="Setzen Sie den Wert in Anführungszeichen.",
    good='effort: "12:30"',
    bad="effort: 12:30",
)
