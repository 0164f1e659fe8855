"""Text follows a closing quotation mark."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="text-nach-anfuehrungszeichen",
    stage=Stage.FILE,
    why="Nach dem zweiten Anführungszeichen muss der Wert zu Ende sein.",
    fix="Setzen Sie den ganzen Text in gerade Anführungszeichen und das Zitat darin in „…“.",
    good='effort: "„Ehrensache“ für die Fahrer:innen"',
    bad='effort: "Ehrensache" für die Fahrer:innen',
)
