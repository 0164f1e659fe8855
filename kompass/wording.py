"""How values, lists and guesses are put into German sentences; knows nothing about the data itself."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Collection, Iterable

SHOWN = 60
LISTED = 10
CANDIDATES = 300
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
TYPE_WORDS = {bool: "ja/nein", int: "Zahl", float: "Kommazahl", str: "Text", list: "Liste", dict: "Eintrag mit Feldern"}
TRANSLITERATION = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def visible(text: str) -> str:
    """Return `text` with every control or invisible character written as `<U+200B>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(char):04X}>" if unicodedata.category(char) in INVISIBLE else char for char in text)


def shown(value: object) -> str:
    """Return `value` for use in a message: quoted, at most 60 characters, nothing invisible."""
    text = "" if value is None else str(value)[: SHOWN + 1]
    text = visible(text)
    return f"„{text}“" if len(text) <= SHOWN else f"„{text[: SHOWN - 1]}…“"


def listed(words: Iterable[str], limit: int = LISTED) -> str:
    """Return the first words separated by commas, with a full stop, or an ellipsis where some are left out."""
    chosen = list(words)
    return ", ".join(chosen[:limit]) + (", …" if len(chosen) > limit else ".")


def nearest(word: str, candidates: Collection[str]) -> str | None:
    """Return the candidate most similar to `word`, if one is similar enough."""
    word = word[:SHOWN]
    pool: Iterable[str] = candidates
    if len(candidates) > CANDIDATES:
        pool = [other for other in candidates if abs(len(other) - len(word)) <= 3 and other[:2] == word[:2]][:CANDIDATES]
    matches = difflib.get_close_matches(word, pool, n=1, cutoff=0.6)
    return matches[0] if matches else None


def suggest(word: str, candidates: Collection[str]) -> str:
    """Return the sentences „Meinten Sie …? Erlaubt sind: …“ for a word that is none of `candidates`."""
    if not candidates:
        return ""
    guess = nearest(word, candidates)
    question = f"Meinten Sie „{guess}“? " if guess else ""
    return f"{question}Erlaubt sind: {listed(candidates)}"


def slug(text: str) -> str:
    """Return `text` as an id: lower case, umlauts spelt out, hyphens, not beginning with a digit."""
    spelt = unicodedata.normalize("NFC", text[:200]).lower().translate(TRANSLITERATION)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii")
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    return "-".join(words).lstrip("0123456789-")[:60].rstrip("-")


def type_word(value: object) -> str:
    """Return the German word for the type of a value as it was read."""
    return TYPE_WORDS.get(type(value), "nichts")


def sort_key(title: str) -> str:
    """Return how a title is sorted in German: without umlauts, without regard to case."""
    return title.casefold().translate(str.maketrans("äöü", "aou")).replace("ß", "ss")
