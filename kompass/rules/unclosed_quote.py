"""A quotation mark is opened and never closed."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="anfuehrungszeichen-offen",
    stage=Stage.FILE,
    why="Ohne das zweite Anführungszeichen gehört der Rest der Datei zum Text.",
    fix=("Setzen Sie am Ende des Textes ein Anführungszeichen. Steht eines mitten im Text, nehmen Sie dort „…“."),
    good='effort: "Zwei Stunden je Woche"',
    bad='effort: "Zwei Stunden je Woche',
)
