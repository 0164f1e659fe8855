"""Read one data file into plain values with their places; whatever cannot be read becomes a problem, never an exception."""

from __future__ import annotations

import gc
import re
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from kompass.problem import LIMIT, Problem
from kompass.reading.positions import COLUMN_BITS, Tree
from kompass.reading.signs import HINT, find, mend
from kompass.reading.syntax import explain
from kompass.rule_names import RuleName
from kompass.wording import shown

MAX_BYTES = 64 * 1024 * 1024
MAX_LINE = 20_000
BOM = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
TAB = re.compile(rb"^ *\t[ \t]*(?=[^\s])", re.MULTILINE)
CONFLICT = re.compile(rb"^(?:<<<<<<<|[|]{7}|=======|>>>>>>>)(?: .*)?$", re.MULTILINE)
OTHER_VERSION = re.compile(rb"^(?:[|]{7}|=======)(?: .*)?$.*?^(?=>>>>>>>)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Document:
    """A data file as read: plain values, where they stand, what was wrong with it.

    `is_complete` is false where records may be missing from `data`, so that nobody concludes anything from their absence.
    """

    path: Path
    data: Any = None
    places: array[int] = field(default_factory=lambda: array("Q"))
    problems: tuple[Problem, ...] = ()
    is_complete: bool = False
    first_line: str = ""

    def position(self, slot: int) -> tuple[int, int]:
        """Return line and column (from 1) of a slot."""
        place = self.places[slot] if slot < len(self.places) else 0
        return (place >> COLUMN_BITS) + 1, (place & ((1 << COLUMN_BITS) - 1)) + 1


@contextmanager
def paused_collector() -> Iterator[None]:
    """Pause the garbage collector: it makes reading many small values three times as slow and finds nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read(path: Path) -> Document:
    """Read a data file."""
    try:
        content = _content(path)
    except OSError as error:
        return _failed(path, RuleName.UNREADABLE_FILE, f"Die Datei lässt sich nicht lesen ({_reason(error)}).")
    if isinstance(content, Document):
        return content
    return _broken_bytes(path, content) or _parse(path, content)


def _content(path: Path) -> bytes | Document:
    if path.is_dir():
        return _failed(path, RuleName.FOLDER_FOR_FILE, f"{shown(path.name)} ist ein Ordner, keine Datei.")
    if not path.exists() and not path.is_symlink():
        return _failed(path, RuleName.MISSING_FILE, f"Die Datei {shown(path.name)} fehlt.")
    size = path.stat().st_size
    if not path.is_file():
        return _failed(path, RuleName.UNREADABLE_FILE, "Das ist keine gewöhnliche Datei.")
    if size > MAX_BYTES:
        return _failed(path, RuleName.OVERSIZED_FILE, f"Die Datei ist größer als {MAX_BYTES // 1024 // 1024} MiB.")
    return path.read_bytes().removeprefix(BOM)


def _reason(error: OSError) -> str:
    return "keine Berechtigung" if isinstance(error, PermissionError) else f"Fehler {error.errno} des Betriebssystems"


def _failed(path: Path, rule: RuleName, message: str, line: int = 1, column: int = 1) -> Document:
    return Document(path, problems=(Problem(path, line, column, rule, message),))


def _broken_bytes(path: Path, content: bytes) -> Document | None:
    if content[:2] in UTF_16 or (content[1:2] == b"\0" and content[3:4] == b"\0"):
        return _failed(path, RuleName.UTF_16, "Die Datei ist in UTF-16 gespeichert.")
    if match := CONTROL.search(content):
        byte = content[match.start()]
        return _failed(
            path, RuleName.BINARY_FILE, f"Die Datei enthält das Steuerzeichen 0x{byte:02X}.", *_place(content, match.start())
        )
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content, error.start)
        message = f"Das Zeichen mit dem Byte 0x{content[error.start]:02X} (Byte {error.start + 1} der Datei) ist kein UTF-8."
        return _failed(path, RuleName.NOT_UTF8, message, line, column)
    return None


def _place(content: bytes, index: int) -> tuple[int, int]:
    begin = content.rfind(b"\n", 0, index) + 1
    return content.count(b"\n", 0, index) + 1, len(content[begin:index].decode("utf-8", "replace")) + 1


def _parse(path: Path, content: bytes) -> Document:
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if long_line := _long_line(content):
        message = f"Die Zeile hat {long_line[1]} Zeichen. Eine so lange Zeile ist nie gemeint."
        return _failed(path, RuleName.OVERSIZED_LINE, message, long_line[0])
    problems = [
        Problem(path, *_place(content, found.start()), rule, message)
        for rule, message, found in islice(_eyesores(content), LIMIT)
    ]
    explained = {problem.line for problem in problems}
    signs = list(islice(find(content.decode("utf-8")), LIMIT)) if HINT.search(content) else []
    problems += [Problem(path, sign.line, sign.column, RuleName.WRONG_SIGN, sign.message) for sign in signs]
    read = _without_eyesores(content) if problems else content
    content = mend(read.decode("utf-8"), signs).encode("utf-8") if signs else read

    def note(rule: RuleName, message: str, line: int, column: int, fix: str) -> None:
        if len(problems) < LIMIT:
            problems.append(Problem(path, line, column, rule, message, fix))

    tree = Tree(note)
    problems += list(_syntax_errors(path, content, tree, explained))
    if not problems and tree.root is None:
        return _failed(path, RuleName.EMPTY_FILE, "Die Datei enthält keine Einträge.")
    first_line = content.partition(b"\n")[0].decode("utf-8")
    return Document(path, tree.root, tree.places, tuple(problems), tree.is_complete and not _is_cut(problems), first_line)


def _is_cut(problems: list[Problem]) -> bool:
    return any(problem.rule in (RuleName.SEVERAL_DOCUMENTS, RuleName.CONFLICT_MARKER) for problem in problems)


def _long_line(content: bytes) -> tuple[int, int] | None:
    if len(content) <= MAX_LINE:
        return None
    for number, line in enumerate(content.split(b"\n"), start=1):
        if len(line) > MAX_LINE:
            return number, len(line)
    return None


def _eyesores(content: bytes) -> Iterator[tuple[RuleName, str, re.Match[bytes]]]:
    """Yield what a look at the lines tells better than the parser could."""
    if match := TAB.search(content):
        yield RuleName.TAB_INDENTATION, "Die Zeile ist mit einem Tabulator eingerückt.", match
    marks = list(CONFLICT.finditer(content))
    starts = [match for match in marks if match[0].startswith(b"<")]
    for match in starts or marks[:1]:
        yield RuleName.CONFLICT_MARKER, f"Hier steht noch eine Konfliktmarkierung von Git: {match[0][:7].decode('ascii')}", match


def _without_eyesores(content: bytes) -> bytes:
    """Return the content as it reads without tabs and without the other version of a conflict; lines keep their numbers."""
    content = TAB.sub(lambda match: match[0].replace(b"\t", b"  "), content)
    content = OTHER_VERSION.sub(lambda match: b"\n" * match[0].count(b"\n"), content)
    return CONFLICT.sub(b"", content)


def _syntax_errors(path: Path, content: bytes, tree: Tree, explained: set[int]) -> Iterator[Problem]:
    lines: list[bytes] = []
    for error in tree.read(content):
        lines = lines or content.split(b"\n")
        problem = explain(path, error, tree.line_of, lines)
        if not tree.is_cut_at(error) and not explained & {problem.line - 1, problem.line, problem.line + 1}:
            yield problem
