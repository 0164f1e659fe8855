"""An id does not have the form of ids."""

from __future__ import annotations

from kompass.rules.rule import Rule, Stage

RULE = Rule(
    name="kennung-form",
    stage=Stage.SHAPE,
    why=("Die Kennung wird Teil der Adresse und darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten."),
    fix=("Schreiben Sie die Kennung klein, mit Bindestrichen und ae, oe, ue, ss, und beginnen Sie mit einem Buchstaben."),
    good="id: buergerbus",
    bad="id: Bürgerbus Süd",
)
