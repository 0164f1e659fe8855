"""A value uses anchors or aliases."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="anker-oder-alias",
    stage=Stage.FILE,
    why="Verdeckte Kopien sind für andere schwer zu lesen und lassen sich missbrauchen.",
    fix=("Schreiben Sie den Wert aus. Beginnt ein Text mit * oder &, setzen Sie ihn in Anführungszeichen."),
    good='funding: "*Stand 2024: gefördert*"',
    bad="funding: *stand",
)
