"""A text without quotation marks contains a colon and a space."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="doppelpunkt-im-text",
    stage=Stage.FILE,
    why="YAML hält das Wort vor dem Doppelpunkt für den Namen eines Feldes.",
    fix='Setzen Sie den ganzen Text in Anführungszeichen: "…"',
    good='effort: "Aufwand: zwei Stunden je Woche"',
    bad="effort: Aufwand: zwei Stunden je Woche",
)
