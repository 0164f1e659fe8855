"""Words as the search compares them: folded umlauts, no endings, no function words. Mirrors `search/words.mjs`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
WORD = re.compile(rf"[{LETTERS}]+(?:[-‑/][{LETTERS}]+)*")
JOINT = re.compile(r"[-‑/]")
SPELT_UMLAUT = re.compile(r"(?<![aeiouq])(?:ue)|[ao]e")
DOUBLE = re.compile(r"([a-z])\1+")
ENDING = re.compile(r"(?:(.{4,}?)(?:inen|ern|em|en|er|es)|(.{3,}?)(?:ungen|ung|e|n|(?<![aius])s))")

STOP_WORDS = frozenset(
    """
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte da dabei damit
    dann das dass dazu dem den denn der des deshalb dich die dies diese diesem diesen dieser dieses doch dort du durch
    ein eine einem einen einer eines einfach er es etwa etwas für gegen geht gerade gibt hab habe haben hat hier hin ich
    ihr ihre ihrem ihren ihrer im in innen ins ist ja je jede jedem jeden jeder jedes jetzt kann kein keine keinen können
    könnte man mein meine mehr mich mir mit muss müssen nach neben nicht noch nun nur ob oder ohne per schon sein seine
    seinen seiner sehr sich sie sind so soll sollen sollte sollten sowie statt über um und uns unser unsere unserem unseren
    unserer unter viel viele vom von vor war warum was weil welche welchem welchen welcher welches wenn wer werden wem wen
    bedeutet bekomme bekommen bekommt braucht brauche brauchen finde finden findet heißt mache machen macht tun tut
    weshalb wie wieder wieso wieviel will wir wird wo wofür woher wohin womit woran worauf worum wozu wurde wurden zu zum
    zur zwischen
    bald bleibt bleiben bzw dabei darf daran daraus darauf darüber dazu deren dessen dürfen dürfte eben eigentlich ganz geben
    gehen genau gern gerne hatte hatten hätte hätten ihm ihn ihnen immer indem jedoch jemand kommen kommt könnten lassen lässt
    möchte möchten müsste müssten nichts nie niemals niemand oft pro seit selbst selber seid sobald sogar solche solchen
    sonst trotz überhaupt usw vielleicht während wären wäre wegen weiter wird wirklich wohl worden worüber wovon würde würden
    zb zwar
    """.split()
)


def words_of(text: str) -> list[str]:
    """Split `text` into words; a word with hyphens gives its parts and the joined word."""
    found: list[str] = []
    for word in WORD.findall(text):
        if word.isalnum():
            found.append(word)
            continue
        parts = JOINT.split(word)
        found += parts
        if len(parts) > 1:
            found.append("".join(parts))
    return [word for word in found if len(word) > 1 or word.isdigit()]


def fold(word: str) -> str:
    """Return `word` in lower case with one spelling of umlauts, ß, ph and doubled letters."""
    plain = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word.lower().replace("ß", "ss")))
    plain = SPELT_UMLAUT.sub(lambda match: match.group()[0], plain).replace("ph", "f")
    return DOUBLE.sub(r"\1", plain)


@cache
def stem(word: str) -> str:
    """Return the folded `word` without plural and case endings."""
    plain = fold(word)
    while match := ENDING.fullmatch(plain):
        plain = match[1] or match[2]
    return plain


def is_stop_word(word: str) -> bool:
    """Tell whether `word` carries no meaning of its own."""
    return word.lower() in STOP_WORDS
