"""The index that the reader's browser loads: the real texts of titles, summaries and headings, and the words of the rest.

The words of the long texts are stored once, in one form per stem; each word has the list of the entries it occurs in,
as distances. Function words and words of nearly every entry are left out.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kompass.search.entries import Entry
from kompass.search.words import STOP_WORDS, is_stop_word, stem, words_of

FORMAT = 1
TOO_COMMON = 0.04  # share of entries from which on a word of the long texts tells nothing


def build_index(entries: Sequence[Entry], kinds: dict[str, str]) -> str:
    """Return the index as a script that leaves it in `kompassSearchIndex`; `kinds` holds each kind's German plural."""
    present = [kind for kind in kinds if any(entry.kind == kind for entry in entries)]
    trails = sorted({entry.trail for entry in entries})
    words = postings(entries)
    index = {
        "format": FORMAT,
        "kinds": [[kind, kinds[kind]] for kind in present],
        "trails": trails,
        "entries": [
            [present.index(entry.kind), trails.index(entry.trail), entry.address, entry.title, entry.summary,
             list(entry.keywords), list(entry.headings)]
            for entry in entries
        ],
        "stop": " ".join(sorted(STOP_WORDS)),
        "words": " ".join(words),
        "places": ";".join(",".join(distances(found)) for found in words.values()),
    }  # fmt: skip
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True).replace("</", "<\\/")
    return f"globalThis.kompassSearchIndex = {text};\n"


def postings(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """Return the numbers of the entries for each word of the long texts, in one form per stem, sorted."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        shown = stems((entry.title, entry.summary, *entry.keywords, *entry.headings))
        counted = counted_words(entry.text)
        for word, count in counted.items():
            forms[stem(word)][word] += count
        for key in {stem(word) for word in counted} - shown:
            places[key].append(number)
    kept = {form(forms[key]): found for key, found in places.items() if len(found) < max(3, TOO_COMMON * len(entries))}
    return dict(sorted(kept.items()))


def form(counted: Counter[str]) -> str:
    """Return the form that stands for a stem: the most frequent, then the shortest, then the first."""
    return min(counted, key=lambda word: (-counted[word], len(word), word))


@lru_cache(maxsize=4096)
def counted_words(text: str) -> Mapping[str, int]:
    """Return how often each word stands in a text, without function words; kept, for most texts last from build to build."""
    return Counter(word for word in words_of(text) if not is_stop_word(word))


def stems(texts: Iterable[str]) -> set[str]:
    """Return the stems of all words of these texts."""
    return {found for text in texts for found in _stems(text)}


@lru_cache(maxsize=16_384)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(text))


def distances(numbers: Iterable[int]) -> list[str]:
    """Return rising numbers as distances, in base 36; a distance of 1 is empty."""
    before, found = -1, []
    for number in numbers:
        found.append(base36(number - before) if number - before > 1 else "")
        before = number
    return found


def base36(number: int) -> str:
    """Return a number as JavaScript's `toString(36)` writes it."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = digits[number % 36]
    while number := number // 36:
        text = digits[number % 36] + text
    return text
