"""Terms explained where they first stand on a page: the word becomes a link to a short list at the end of the page.

Works on the finished HTML of a page, whichever site generator made it. Only running text is touched: paragraphs and
list items, never headings, links, buttons, tables, forms or drawings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, cast

from kompass.model import SHOWN_KINDS, Part, Record, Term
from macros.site import Site

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?([a-z0-9]+)")
WORD = re.compile(r"\b[^\W\d_](?:[\w-]*\w)?")
TEXT = {"<p>", "<li>", '<p class="kompass-lead">'}
CLOSED = frozenset(
    {"a", "aside", "button", "code", "dt", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "nav"}
    | {"datalist", "script", "select", "summary", "svg", "table", "template", "textarea"}
)
ENDINGS = ("s", "es", "n", "en", "e", "er", "ern")
ABBREVIATION = re.compile(r"(?:[a-zäöü]*[A-ZÄÖÜ]){2}")
SEVERAL = re.compile(r", | und ")
SHORTEST = 5


class Place(NamedTuple):
    """Where a term stands in a piece of text."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class Phrase:
    """A term of several words; `noun` is its last word, which must stand on the page for the search to be worth while."""

    noun: str
    pattern: re.Pattern[str]
    term: Term


class Glossary:
    """The terms, arranged to be found quickly in text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._words: dict[str, Term] = {}
        self._phrases: list[Phrase] = []
        self._seen: dict[str, str | None] = {}
        self._named: dict[str, set[str]] = {}
        for term in terms:
            for form in forms(term):
                self._add(form, term)

    def _add(self, form: str, term: Term) -> None:
        if WORD.fullmatch(form):
            self._words.setdefault(form, term)
            return
        *before, noun = re.findall(r"[\w.-]+", form)
        pattern = r"\s+".join([*(inflected(word) for word in before), re.escape(noun) + r"(?:e?[sn])?"])
        self._phrases.append(Phrase(noun, re.compile(rf"\b{pattern}\b"), term))

    def find(self, text: str, page_words: set[str]) -> Iterator[Place]:
        """Yield the terms in a piece of text, in order; the longer one where two overlap."""
        found = [
            Place(match.start(), match.end(), phrase.term)
            for phrase in self._phrases
            if phrase.noun in page_words
            for match in phrase.pattern.finditer(text)
        ]
        for match in WORD.finditer(text):
            word = match.group()
            if term := self.look_up(word):
                found.append(Place(match.start(), match.end(), term))
            elif "-" in word and ABBREVIATION.match(head := word.partition("-")[0]) and (term := self._words.get(head)):
                found.append(Place(match.start(), match.start() + len(head), term))
        reached = 0
        for place in sorted(found, key=lambda place: (place.start, -place.end)):
            if place.start >= reached:
                reached = place.end
                yield place

    def look_up(self, word: str) -> Term | None:
        """Return the term that `word` names, in any of its endings."""
        if word in self._words:
            return self._words[word]
        for ending in ENDINGS:
            if word.endswith(ending) and (term := self._words.get(word[: -len(ending)])):
                return term if len(word) - len(ending) >= SHORTEST and word[0].isupper() else None
        return None

    def named_in(self, text: str) -> set[str]:
        """Return the ids of all terms that a text names."""
        if text not in self._named:
            self._named[text] = self._find_named(text)
        return self._named[text]

    def _find_named(self, text: str) -> set[str]:
        words = set(WORD.findall(text))
        found = {self._by_word(word) for word in words} - {None}
        found |= {phrase.term.id for phrase in self._phrases if phrase.noun in words and phrase.pattern.search(text)}
        return cast("set[str]", found)

    def _by_word(self, word: str) -> str | None:
        if word not in self._seen:
            term = self.look_up(word) or (self._words.get(word.partition("-")[0]) if ABBREVIATION.match(word) else None)
            self._seen[word] = term.id if term else None
        return self._seen[word]


@lru_cache(maxsize=1)
def glossary_of(terms: tuple[Term, ...]) -> Glossary:
    """Return the glossary of these terms; it is kept for the next build of the same process, with what it has found."""
    return Glossary(terms)


class Explainer:
    """Explains the terms of one page after the other."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._glossary = glossary_of(tuple(site.records("term")))

    def explain(self, html: str, page: str) -> str:
        """Return the page with its first uses linked and the list of its terms at the end."""
        html, terms = link_terms(html, self._glossary)
        if not terms:
            return html
        return html + self._site.at(page).render("page_terms", terms=sorted(terms, key=lambda term: term.title.casefold()))


def link_terms(html: str, glossary: Glossary) -> tuple[str, list[Term]]:
    """Return the HTML with a link at the first use of each term, and the terms found."""
    parts = TAG.split(html)
    page_words = set(WORD.findall(html))
    found: dict[str, Term] = {}
    open_text, closed = [], 0
    for number in range(1, len(parts), 2):
        tag = parts[number]
        match = NAME.match(tag)
        if not match or tag.endswith("/>"):
            continue
        name = match[1]
        if name in CLOSED:
            closed += -1 if tag[1] == "/" else 1
        elif name in {"p", "li"}:
            if tag[1] != "/":
                open_text.append(tag in TEXT)
            elif open_text:
                open_text.pop()
        if not closed and open_text and open_text[-1] and len(parts[number + 1]) > 1:
            parts[number + 1] = link_text(parts[number + 1], glossary, page_words, found)
    return "".join(parts), list(found.values())


def link_text(text: str, glossary: Glossary, page_words: set[str], found: dict[str, Term]) -> str:
    """Return a piece of text with its new terms linked; adds them to `found`."""
    pieces, reached = [], 0
    for start, end, term in glossary.find(text, page_words):
        if term.id not in found:
            found[term.id] = term
            link = f'<a class="kompass-term" id="wort-{term.id}" href="#begriff-{term.id}">'
            pieces += [text[reached:start], link, text[start:end], "</a>"]
            reached = end
    return "".join([*pieces, text[reached:]]) if pieces else text


def uses(site: Site) -> dict[str, list[tuple[str, Record]]]:
    """Return for each term the kind and record of every entry whose texts name it, in the order of the kinds."""
    glossary = glossary_of(tuple(site.records("term")))
    found: defaultdict[str, list[tuple[str, Record]]] = defaultdict(list)
    for kind in SHOWN_KINDS:
        if kind == "term":
            continue
        for record in site.records(kind):
            for term_id in sorted(glossary.named_in(" ".join(texts(record)))):
                found[term_id].append((kind, record))
    return found


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a record and its parts, without ids and sources."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, Part):
        for name, item in value.__dict__.items():
            if name not in {"id", "sources", "aliases"}:
                yield from texts(item)


def forms(term: Term) -> Iterator[str]:
    """Yield the words that name a term: its titles, its long form, and synonyms that are abbreviations."""
    yield from SEVERAL.split(term.title)
    if term.long_form and "," not in term.long_form:
        yield term.long_form
    yield from (word for word in term.synonyms if ABBREVIATION.match(word) and WORD.fullmatch(word) and "-" not in word)


def inflected(word: str) -> str:
    """Return a pattern for a word before the noun: adjectives take endings and may begin small."""
    if word.endswith(("e", "er")) and len(word) > SHORTEST:
        first, stem = re.escape(word[0]), re.escape(word[1:].removesuffix("r").removesuffix("e"))
        return rf"(?:{first}|{first.lower()}){stem}e[mnrs]?"
    return re.escape(word)
