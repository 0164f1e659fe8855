"""What can be found: one entry per record and per prose page, taken from the typed fields and from the Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from kompass.addresses import address
from kompass.catalogue import Catalogue
from kompass.model import FILES, Effect, Milestone, Part, Record, Step, references
from kompass.model.vocabulary import Word

SUMMARY = ("summary", "answer", "definition", "measures")
KEYWORDS = ("synonyms", "long_form", "municipality", "districts", "provider", "code", "paragraph", "area")
HEADINGS = ("check_question", "question", "goal", "short", "goals", "first_steps", "recommendations", "steps")
LEFT_OUT = {
    "id",
    "title",
    "url",
    "contact",
    "start",
    "end",
    "sources",
    "checked",
    "aliases",
    "order",
    "reservation",
    "as_of",
    "decided",
    "deadline",
    "mailbox",
}
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
MARKUP = re.compile(r"\{\{.*?\}\}|\{:.*?\}|<[^>]+>|\]\([^)]*\)|^!!!.*$|[*`#\[\]|]", re.MULTILINE)
HEADING = re.compile(r"^#{2,4} +(.+)$", re.MULTILINE)
PAGE = "page"


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `address` is relative to the root, `trail` the titles of the pages above it."""

    kind: str
    address: str
    title: str
    summary: str
    trail: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    text: str = ""


def page_entries(pages: Mapping[str, str]) -> list[Entry]:
    """Return the entries of prose pages; `pages` holds each page's Markdown by its address."""
    read = {place: front_matter(text) for place, text in pages.items()}
    titles = page_titles(pages)
    return [
        Entry(
            kind=PAGE,
            address=place,
            title=titles[place],
            summary=meta.get("description", ""),
            trail=trail(place, titles),
            headings=tuple(plain(heading) for heading in HEADING.findall(body)),
            text=plain(body),
        )
        for place, (meta, body) in read.items()
        if titles[place]
    ]


def page_titles(pages: Mapping[str, str]) -> dict[str, str]:
    """Return the titles of prose pages by address: from the front matter, else the first heading."""
    read = {place: front_matter(text) for place, text in pages.items()}
    first = {place: re.search(r"^# +(.+)$", body, re.MULTILINE) for place, (_, body) in read.items()}
    return {place: meta.get("title") or (plain(found[1]) if (found := first[place]) else "") for place, (meta, _) in read.items()}


def record_entries(catalogue: Catalogue, titles: Mapping[str, str]) -> list[Entry]:
    """Return the entries of all records that have an address; `titles` holds the titles of the prose pages by address."""
    registers = {kind.name for file in FILES for kind in file.kinds if kind.is_register}
    kinds = [kind for kind in catalogue.kinds if kind not in registers]
    return [record_entry(catalogue, kind, record, titles) for kind in kinds for record in catalogue.all(kind)]


def record_entry(catalogue: Catalogue, kind: str, record: Any, titles: Mapping[str, str]) -> Entry:
    """Return the entry of one record."""
    place = address(kind, record.id)
    fields = [name for name in type(record).model_fields if name not in LEFT_OUT]
    headings = tuple(texts_of(record, HEADINGS, headlines=True))
    rest = [name for name in fields if name not in (*SUMMARY, *KEYWORDS)]
    return Entry(
        kind=kind,
        address=place,
        title=record.title,
        summary=next(texts_of(record, SUMMARY), ""),
        trail=trail(place, titles),
        keywords=tuple(dict.fromkeys([*texts_of(record, KEYWORDS), *places_of(catalogue, record)])),
        headings=headings,
        text=" ".join([*texts_of(record, rest), *(other.title for other in mentioned(catalogue, record))]),
    )


def texts_of(part: Part, names: Iterable[str], *, headlines: bool = False) -> Iterator[str]:
    """Yield the texts in these fields of a record or part; with `headlines` only the titles of its parts."""
    ids = {name for name, _ in references(type(part))}
    for name in names:
        value = getattr(part, name, None)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Word):
                yield item.label
            elif isinstance(item, str) and name not in ids:
                yield item
            elif isinstance(item, Effect | Step | Milestone) and headlines:
                yield item.what if isinstance(item, Milestone) else item.title
            elif isinstance(item, Part) and not headlines:
                yield from texts_of(
                    item, [field for field in type(item).model_fields if field == "title" or field not in LEFT_OUT]
                )


def places_of(catalogue: Catalogue, record: Any) -> Iterator[str]:
    """Yield the names of the municipalities in which something happens."""
    for place in getattr(record, "places", ()):
        municipality = catalogue.get("municipality", place.municipality)
        yield from (name for name in (municipality.title, municipality.sorbian_name, place.locality) if name)


def mentioned(catalogue: Catalogue, record: Any) -> Iterator[Any]:
    """Yield the action fields that a record belongs to."""
    model: type[Record] = type(record)
    for name, kind in references(model):
        if kind == "action_field":
            value = getattr(record, name)
            for record_id in value if isinstance(value, tuple) else (value,):
                found = catalogue.find(kind, record_id)
                if found:
                    yield found


def trail(place: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """Return the titles of the pages above an address, the start page left out."""
    path, _, anchor = place.partition("#")
    steps = [step for step in path.split("/") if step]
    above = ["/".join(steps[: count + 1]) + "/" for count in range(len(steps))]
    return tuple(titles[page] for page in (above if anchor else above[:-1]) if titles.get(page))


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return the values of a page's front matter, and its body."""
    match = FRONT_MATTER.match(text)
    if not match:
        return {}, text
    return yaml.safe_load(match.group(1)) or {}, text[match.end() :]


def plain(markdown: str) -> str:
    """Return the words of a Markdown text without its marks."""
    return " ".join(MARKUP.sub(" ", markdown).split())
