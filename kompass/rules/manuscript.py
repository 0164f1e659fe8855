"""What editors wrote in one entry: titles, lines and prose, without names, sources and controlled words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from pydantic import BaseModel

from kompass.model.base import Written
from kompass.model.paths import Names, marked
from kompass.reading.inventory import Entry, ValuePath
from kompass.rules.settings import general

WORD = re.compile(r"[^\W\d_][\w'-]*(?::in\w*)?")
QUOTED = re.compile(r"„[^“”\n]*[“”]")


@dataclass(frozen=True)
class Passage:
    """One text: where it stands, which form it has (`title`, `line`, `prose`), and itself."""

    path: ValuePath
    form: str
    text: str

    @property
    def field(self) -> str:
        """The name of the record's field that the text belongs to."""
        return str(self.path[0])

    @property
    def name(self) -> str:
        """The name of the innermost field."""
        return str(next(step for step in reversed(self.path) if isinstance(step, str)))

    @cached_property
    def unquoted(self) -> str:
        """The text with everything between German quotation marks blanked: names and words of others."""
        return QUOTED.sub(lambda match: " " * len(match[0]), self.text) if "„" in self.text else self.text


@dataclass(frozen=True)
class Manuscript:
    """An entry and the passages in it."""

    entry: Entry

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in the order of the fields in the model."""
        return tuple(_passages(self.entry))

    @cached_property
    def text(self) -> str:
        """All passages, one after the other; for a quick look whether a rule has anything to find."""
        return "\n".join(passage.text for passage in self.passages)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words as they are written."""
        return frozenset(WORD.findall(self.text))

    @cached_property
    def folded_words(self) -> frozenset[str]:
        """All words in lower case."""
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def folded(self) -> str:
        """All passages in lower case."""
        return self.text.lower()


def _passages(entry: Entry) -> Iterator[Passage]:
    for names, form in _written(entry.kind.model):
        if names[0] in entry.fields:
            for path, value in entry.select(names):
                if isinstance(value, str):
                    yield Passage(path, form, value)


@cache
def _written(model: type[BaseModel]) -> tuple[tuple[Names, str], ...]:
    names_of_others = frozenset(general("names"))
    return tuple((names, mark.form) for names, mark in marked(model, Written) if not names_of_others & set(names))
