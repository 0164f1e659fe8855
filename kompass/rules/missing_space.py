"""The space after a colon is missing."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="leerzeichen-nach-doppelpunkt",
    stage=Stage.FILE,
    why="Ohne Leerzeichen erkennt YAML das Feld nicht.",
    fix=(
        "Setzen Sie nach dem Doppelpunkt ein Leerzeichen. Ist kein Feld gemeint, setzen Sie den ganzen Text in Anführungszeichen."
    ),
    good="municipality: Musterstadt an der Havel\neffort: Zwei Stunden je Woche",
    bad="municipality: Musterstadt an der Havel\neffort:Zwei Stunden je Woche",
)
