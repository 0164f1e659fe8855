"""A text that stands in lists is longer than lists can show."""

from __future__ import annotations

from collections.abc import Iterator

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each field that is longer than advised; the model's own limits are harder."""
    for name, most in option(RuleName.LONG_TEXT, "characters").items():
        text = manuscript.entry.fields.get(name)
        if isinstance(text, str) and len(text) > most:
            message = f"Der Text hat {len(text)} Zeichen, gut lesbar sind hier bis zu {most}."
            yield manuscript.entry.problem(RuleName.LONG_TEXT, message, (name,))


RULE = Rule(
    name=RuleName.LONG_TEXT,
    stage=Stage.WORDING,
    why="Überschrift und Kurztext stehen in Listen, Suche und Vorschau; dort ist wenig Platz.",
    fix="Sagen Sie nur, wer was für wen tut. Alles Weitere steht in den anderen Feldern.",
    good="summary: Ehrenamtliche fahren, eine App nimmt die Wünsche an.",
    bad="summary: "
    + "Ehrenamtliche fahren alle Menschen im Ort nach Wunsch. " * 4
    + "Eine App nimmt alles an und teilt die Fahrten auf.",
    review=review,
)
