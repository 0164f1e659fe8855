"""Turn YAML into plain values and a compact record of their places, in one pass over the parser's events.

Only the harmless part of YAML is read: no tags, anchors, aliases or merge keys, no second document, and no word
that YAML would silently turn into something else. Whatever is refused is noted and reading goes on.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from kompass.rule_names import RuleName
from kompass.wording import shown

MAX_DEPTH = 12
MAX_SCALAR = 100_000
MAX_SYNTAX_ERRORS = 20
COLUMN_BITS = 20
SUSPICIOUS = frozenset("-+.0123456789~nNyYtTfFoO=")
WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,30}")
THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
"""A whole number with dots between thousands: read as text, for as a decimal it would become another number."""
AMBIGUOUS = re.compile(
    r"""(?i:y|n|yes|no|on|off|true|false|null)
    | [-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?         # 12:30 would be seconds
    | [-+]?0[0-9_]+                                     # 08, 010 would be octal
    | [-+]?0[xXbBoO][0-9a-fA-F_]+
    | [-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?           # 1_000
    | [-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+  # 1e3
    | \+(?:[0-9]+\.?[0-9]*|\.[0-9]+) | -?\.[0-9]+ | -?[0-9]+\.
    | [-+]?\.(?i:inf) | \.(?i:nan)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9:.]+(?:[ \t]*(?:Z|[-+][0-9:]+))?
    | =""",
    re.VERBOSE,
)
SWALLOWED = re.compile(r" ([a-z][a-z_0-9]{2,}:)(?!in\b|innen\b|[ernsm]\b)[^\s:/]")
"""A field whose colon lacks its space becomes part of the text above; `jede:r` and the like are meant."""

MIXED_UP = 3
PASTED = "Wurde ein Eintrag mitten in einen anderen eingefügt? Schneiden Sie ihn aus, und setzen Sie ihn zwischen zwei Einträge."
SAME_INDENT = "Rücken Sie die Zeile genauso weit ein wie den Punkt darüber."
CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

Note = Callable[[RuleName, str, int, int, str], None]
"""Called with rule, message, line and column (from 1) and a fix that may be empty."""

YAMLError: type[Exception] = yaml.YAMLError
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_RECORD = re.compile(rb"^- ", re.MULTILINE)


class TooDeepError(Exception):
    """The nesting is deeper than any record can be."""


class Tree:
    """The values of one file and, in the order of reading, the place of each key and value."""

    def __init__(self, note: Note) -> None:
        self.root: Any = None
        self.is_empty = True
        self.is_complete = True
        self.places = array("Q")
        self._note = note
        self._offset = 0
        self._record = (0, 0)
        self._next: Callable[[], Any] = lambda: None
        self._cut: dict[int, str] = {}
        self._content = b""
        self._swallowed: list[tuple[int, int, str]] = []
        self._told: set[int] = set()

    def read(self, content: bytes) -> Iterator[Exception]:
        """Read UTF-8 text; yield each syntax error, after which reading resumes with the next record of a list."""
        start = 0
        self._content = content
        self._cut = _lines_with_hash(content)
        for _ in range(MAX_SYNTAX_ERRORS):
            try:
                self._read_stream(content[start:] if start else content)
                self._tell_swallowed()
                return
            except YAMLError as error:
                self.is_complete = False
                self._tell_swallowed(error)
                yield error
                resume = self._resume(content, start, error)
            if resume is None:
                return
            self._offset += content.count(b"\n", start, resume)
            start = resume

    def line_of(self, mark: Any) -> int:
        """Return the line (from 1) of a parser's mark in the whole file."""
        return int(mark.line) + self._offset + 1

    def is_cut_at(self, error: Any) -> bool:
        """Tell whether a syntax error follows from a text that is cut at a hash, which is reported already."""
        first, last = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
        return bool(last) and any(self.line_of(first or last) <= line <= self.line_of(last) for line in self._told)

    def _resume(self, content: bytes, start: int, error: Exception) -> int | None:
        if not isinstance(self.root, list):
            return None
        begun, slot = self._record
        del self.root[begun:], self.places[slot:]
        mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
        position = start
        for _ in range(mark.line if mark else 0):
            position = content.find(b"\n", position) + 1 or len(content)
        match = _RECORD.search(content, content.find(b"\n", position) + 1 or len(content))
        return match.start() if match else None

    def _read_stream(self, content: bytes) -> None:
        loader = _LOADER(content)
        self._next = loader.get_event
        try:
            self._read_documents()
        except TooDeepError:
            self.is_complete = False
        finally:
            self._next = lambda: None
            loader.dispose()

    def _read_documents(self) -> None:
        self._next()
        if type(self._next()) is yaml.StreamEndEvent:
            return
        self.is_empty = False
        self._top(self._next())
        self._next()
        event: Any = self._next()
        if type(event) is not yaml.StreamEndEvent:
            message = "Hier beginnt ein zweites Dokument (---). Alles ab dieser Zeile bleibt ungelesen."
            self._report(RuleName.SEVERAL_DOCUMENTS, message, event)

    def _top(self, event: Any) -> None:
        if type(event) is not yaml.SequenceStartEvent:
            self.root = self._value(event, 1)
            return
        if self.root is None:
            self.root = []
            self._remember(event.start_mark)
        while type(item := self._next()) is not yaml.SequenceEndEvent:
            self._record = len(self.root), len(self.places)
            self.root.append(self._value(item, 2))

    def _value(self, event: Any, depth: int) -> Any:
        self._remember(event.start_mark)
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._report(RuleName.ANCHOR_OR_ALIAS, f"Der Verweis {shown('*' + event.anchor)} wird hier nicht unterstützt.", event)
            return None
        if event.anchor is not None:
            self._report(RuleName.ANCHOR_OR_ALIAS, f"Die Marke {shown('&' + event.anchor)} wird hier nicht unterstützt.", event)
        if event.tag is not None:
            self._report(
                RuleName.YAML_TAG, f"Die Typangabe {shown(event.tag)} wird hier nicht unterstützt und nicht ausgeführt.", event
            )
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if depth > MAX_DEPTH:
            self._report(RuleName.NESTING, f"Hier sind mehr als {MAX_DEPTH} Ebenen ineinander geschachtelt.", event)
            raise TooDeepError
        return self._sequence(depth) if kind is yaml.SequenceStartEvent else self._mapping(event, depth)

    def _sequence(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, start: Any, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        first: dict[str, int] = {}
        doubled: list[tuple[str, Any]] = []
        while type(event := self._next()) is not yaml.MappingEndEvent:
            slot = len(self.places)
            key = self._key(event, start, depth)
            value = self._value(self._next(), depth + 1)
            if key is None or key in fields:
                doubled += [(key, event)] if key is not None else []
                del self.places[slot:]
                continue
            fields[key] = value
            first[key] = event.start_mark.line + self._offset + 1
        if doubled:
            self._refuse_keys(doubled, first)
        return fields

    def _key(self, event: Any, mapping: Any, depth: int) -> str | None:
        if type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None:
            self._remember(event.start_mark)
            if event.value == "<<" and not event.style:
                self._report(RuleName.MERGE_KEY, "Der Zusammenführungs-Schlüssel << wird hier nicht unterstützt.", event)
                return None
            key: str = sys.intern(event.value)
            return key
        self._value(event, depth + 1)
        if type(event) in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            self._report(RuleName.KEY_NOT_A_WORD, "Hier steht eine Klammer, wo ein Feldname stehen muss.", mapping)
        return None

    def _refuse_keys(self, doubled: list[tuple[str, Any]], first: dict[str, int]) -> None:
        """Report fields that stand twice: a second id begins another record, many at once belong to another one."""
        if any(key == "id" for key, _ in doubled):
            self.is_complete = False
            for event in (event for key, event in doubled if key == "id"):
                self._report(RuleName.MISSING_DASH, "Vor „id“ fehlt „- “: Hier beginnt ein neuer Eintrag.", event)
        elif len(doubled) > MIXED_UP:
            names = ", ".join(key for key, _ in doubled)
            message = f"Ab hier stehen {len(doubled)} Felder zum zweiten Mal in diesem Eintrag: {names}."
            self._report(RuleName.DUPLICATE_KEY, message, doubled[0][1], PASTED)
        else:
            for key, event in doubled:
                message = f"Das Feld {shown(key)} steht hier zum zweiten Mal, zuerst in Zeile {first[key]}."
                self._report(RuleName.DUPLICATE_KEY, message, event)

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        if len(text) > MAX_SCALAR:
            self._report(
                RuleName.OVERSIZED_TEXT, f"Dieser Text hat {len(text)} Zeichen, mehr als {MAX_SCALAR} sind nie gemeint.", event
            )
            return text[:100]
        if event.style:
            return text
        if self._cut:
            self._look_behind(event)
        if event.end_mark.line > event.start_mark.line:
            self._look_below(event)
        if text and text[0] not in SUSPICIOUS:
            return text
        return self._plain(text, event)

    def _look_below(self, event: Any) -> None:
        """Report the first line that is swallowed by a text without quotation marks."""
        if match := SWALLOWED.search(event.value):
            self._report(RuleName.MISSING_SPACE, f"Nach {shown(match[1])} fehlt ein Leerzeichen.", event)
            return
        first = event.start_mark.line + self._offset
        lines = self._content.split(b"\n")[first : event.end_mark.line + self._offset + 1]
        number, line = next((number, line) for number, line in enumerate(lines) if number and line.strip())
        text = line.decode("utf-8", "replace")
        bare = text.lstrip(" ")
        self._swallowed.append((first + number + 1, len(text) - len(bare) + 1, bare))

    def _tell_swallowed(self, error: Any = None) -> None:
        """Report the lines that texts have swallowed, but the last if a syntax error ends that text: it tells more."""
        mark = getattr(error, "problem_mark", None)
        for line, column, bare in self._swallowed:
            if not mark or self.line_of(mark) > line + 1:
                message = f"Die Zeile {shown(bare)} wird ein Teil des Textes darüber."
                self._note(RuleName.SWALLOWED_LINE, message, line, column, SAME_INDENT if bare.startswith("- ") else "")
        self._swallowed.clear()

    def _look_behind(self, event: Any) -> None:
        """Report what stands behind one space and a hash after a text: it would be lost as a comment."""
        line = self._cut.get(event.end_mark.line + self._offset, "")
        lost = line[event.end_mark.column + 1 :].rstrip()
        if line[event.end_mark.column :].startswith(" #"):
            self._told.add(self.line_of(event.end_mark))
            self._report(RuleName.HASH_IN_TEXT, f"Alles ab {shown(lost)} ginge verloren.", event)

    def _plain(self, text: str, event: Any) -> Any:
        if text in CONSTANTS:
            return CONSTANTS[text]
        if WHOLE.fullmatch(text):
            return int(text)
        if DECIMAL.fullmatch(text) and not THOUSANDS.fullmatch(text):
            return float(text)
        if len(text) <= 60 and AMBIGUOUS.fullmatch(text):
            self._report(RuleName.AMBIGUOUS_VALUE, f"„{text}“ ist ohne Anführungszeichen mehrdeutig.", event, _unambiguous(text))
        return text

    def _remember(self, mark: Any) -> None:
        self.places.append((mark.line + self._offset) << COLUMN_BITS | mark.column)

    def _report(self, rule: RuleName, message: str, event: Any, fix: str = "") -> None:
        self._note(rule, message, self.line_of(event.start_mark), event.start_mark.column + 1, fix)


def _lines_with_hash(content: bytes) -> dict[int, str]:
    """Return by number (from 0) the lines in which a hash follows a space."""
    if b" #" not in content:
        return {}
    lines = enumerate(content.split(b"\n"))
    return {number: line.decode("utf-8", "replace") for number, line in lines if b" #" in line}


def _unambiguous(text: str) -> str:
    quoted = f'setzen Sie Anführungszeichen: "{text}".'
    if text.lower() in ("true", "false", "null"):
        return f"Schreiben Sie {text.lower()} klein, oder {quoted}"
    if text.isalpha():
        return f"Ist ja oder nein gemeint, schreiben Sie true oder false, sonst {quoted}"
    if (number := text.replace("_", "").lstrip("+0")).isdigit():
        return f"Ist eine Zahl gemeint, schreiben Sie {number}, sonst {quoted}"
    return quoted[0].upper() + quoted[1:]


def locate(value: Any, path: tuple[str | int, ...], slot: int, *, key: bool = False) -> int:
    """Return the slot in `Tree.places` of the value at `path` below `value`, which itself stands at `slot`.

    With `key` it is the slot of the last key; where the path leads nowhere it is that of the deepest value on the way.
    """
    for depth, step in enumerate(path):
        if isinstance(value, dict) and step in value:
            slot += 1 + sum(1 + size(value[name]) for name in _before(value, step))
            if key and depth == len(path) - 1:
                return slot
            slot, value = slot + 1, value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            slot += 1 + sum(size(item) for item in value[:step])
            value = value[step]
        else:
            return slot
    return slot


def starts(items: list[Any], slot: int) -> Iterator[int]:
    """Yield the slot of each item of a list that itself stands at `slot`."""
    slot += 1
    for item in items:
        yield slot
        slot += size(item)


def _before(fields: dict[str, Any], name: Any) -> Iterator[str]:
    for key in fields:
        if key == name:
            return
        yield key


def size(value: Any) -> int:
    """Return the number of slots that a value and everything in it take."""
    if isinstance(value, dict):
        return 1 + sum(1 + size(part) for part in value.values())
    if isinstance(value, list):
        return 1 + sum(map(size, value))
    return 1
