"""A text names people in the masculine form only, or with another mark than the colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kompass.problem import Problem
from kompass.reading.inventory import Inventory
from kompass.rule_names import RuleName
from kompass.rules.manuscript import Manuscript
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import option
from kompass.wording import shown

OTHER_FORM = re.compile(r"\b([A-ZÄÖÜ][\wäöüß]+?)(?:[*_·/]-?innen\b|\(innen\)|Innen\b)")
SIGNS = ("*inn", "_inn", "·inn", "/inn", "/-inn", "(inn", "Innen", "innen und ")
BOTH_FORMS = re.compile(r"\b([A-ZÄÖÜ][\wäöüß]+)innen und (?:\1[ne]?n?|[A-ZÄÖÜ]\w+er[n]?)\b")


def review(manuscript: Manuscript, _: Inventory) -> Iterator[Problem]:
    """Yield a problem at each text whose form of address is not the one of this site."""
    if _masculine().isdisjoint(manuscript.words) and not any(sign in manuscript.text for sign in SIGNS):
        return
    for passage in manuscript.passages:
        for found, proposal in _findings(passage.unquoted):
            fix = f"Schreiben Sie „{proposal}“, oder formulieren Sie ohne die Person." if proposal else ""
            yield manuscript.entry.problem(RuleName.GENDER_FORM, f"Geschlechterform: {shown(found)}.", passage.path, fix=fix)


def _findings(text: str) -> Iterator[tuple[str, str]]:
    for match in [*OTHER_FORM.finditer(text), *BOTH_FORMS.finditer(text)]:
        yield match[0], f"{match[1]}:innen"
    if not BOTH_FORMS.search(text):
        for match in _alone().finditer(text):
            yield match[0], ""


@cache
def _masculine() -> frozenset[str]:
    return frozenset(option(RuleName.GENDER_FORM, "words"))


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_masculine()))})\b(?!:in|[*_/(]|-)")


RULE = Rule(
    name=RuleName.GENDER_FORM,
    stage=Stage.WORDING,
    why="Die Seite meint alle Menschen und schreibt das überall gleich, damit auch Suche und Vorlesen gleich bleiben.",
    fix="Schreiben Sie mit Doppelpunkt (Bürger:innen), oder nennen Sie die Gruppe (Menschen im Ort, Beschäftigte).",
    good="lesson: Fragen Sie zuerst die Fahrer:innen und alle im Ort.",
    bad="lesson: Fragen Sie zuerst die Bürgerinnen und Bürger im Ort.",
    review=review,
)
