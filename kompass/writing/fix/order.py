"""Sort entries by their ids and fields as in the model; every comment moves with what stands below it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from pydantic import BaseModel

from kompass.model import DataFile, Kind
from kompass.model.paths import order_of, part_of
from kompass.reading.longtext import is_content

ID = re.compile(r"""\s*(?:-\s+)?id:\s*["']?([a-z0-9-]+)""")
NAME = re.compile(r"[ ]*([a-z_]+):")


@dataclass
class Piece:
    """Some lines that belong together, the comments above them, and whether a blank line stood before those."""

    lead: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    is_apart: bool = False


def fix_order(text: str, file: DataFile) -> str:
    """Sort the entries of each list of the file, and the fields of each entry."""
    lines = text.rstrip("\n").split("\n")
    if file.is_list:
        start = next((number for number, line in enumerate(lines) if line.startswith("- ")), None)
        return text if start is None else "\n".join(_sort_list(lines, start, 0, file.kinds[0])) + "\n"
    for kind in file.kinds:
        lines = _sort_group(lines, kind)
    return "\n".join(lines) + "\n"


def _sort_group(lines: list[str], kind: Kind) -> list[str]:
    starts = [number for number, line in enumerate(lines) if re.match(rf"{kind.key}:\s*$", line)]
    if len(starts) != 1:
        return lines
    inside = is_content(lines)
    first = next((n for n in range(starts[0] + 1, len(lines)) if lines[n].lstrip().startswith("- ") and not inside[n]), None)
    end = next((n for n in range(starts[0] + 1, len(lines)) if re.match(r"[a-z_]+:", lines[n]) and not inside[n]), len(lines))
    if first is None or first >= end:
        return lines
    while end > first and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    return [*_sort_list(lines[:end], first, indent, kind), *lines[end:]]


def _sort_list(lines: list[str], start: int, indent: int, kind: Kind) -> list[str]:
    """Sort the entries that begin at line `start`; comments right above the first belong to it, further up to the file."""
    head = start
    while head > 1 and lines[head - 1].strip().startswith("#") and lines[head - 1].startswith(" " * indent):
        head -= 1
    pieces = split(lines[head:], " " * indent + "- ")
    if not pieces or any(not ID.match(piece.body[0]) and not _find_id(piece, indent) for piece in pieces):
        return lines
    apart = sum(piece.is_apart for piece in pieces[1:]) * 2 > len(pieces[1:])
    if "order" not in kind.model.model_fields:
        pieces.sort(key=lambda piece: _find_id(piece, indent))
    ordered = list(lines[:head])
    for number, piece in enumerate(pieces):
        lead, body = sort_fields(piece.body, indent, kind.model)
        ordered += [""] * (apart and number > 0) + piece.lead + lead + body
    return ordered


def _find_id(piece: Piece, indent: int) -> str:
    for line in piece.body:
        if len(line) - len(line.lstrip(" -")) <= indent + 2 and (match := ID.match(line)):
            return match[1]
    return ""


def split(lines: list[str], begin: str) -> list[Piece]:
    """Split lines where one begins with `begin`; comments and a blank line above a piece belong to it."""
    inside = is_content(lines)
    pieces: list[Piece] = []
    pending = Piece()
    for line, within in zip(lines, inside, strict=True):
        if not within and line.startswith(begin) and not line[len(begin) :].startswith((" ", "#")):
            pieces.append(Piece(pending.lead, [line], pending.is_apart))
            pending = Piece()
        elif not within and _is_between(line, begin):
            pending.lead += [line] if line.strip() else []
            pending.is_apart = pending.is_apart or not line.strip()
        elif pieces:
            pieces[-1].body += [*([""] * pending.is_apart), *pending.lead, line]
            pending = Piece()
        else:
            pending.lead.append(line)
    if pieces:
        pieces[-1].body += pending.lead
        _drop_blank_end(pieces)
    return pieces


def _is_between(line: str, begin: str) -> bool:
    indent = len(begin) - len(begin.lstrip(" "))
    return not line.strip() or (line.lstrip().startswith("#") and len(line) - len(line.lstrip(" ")) <= indent)


def _drop_blank_end(pieces: list[Piece]) -> None:
    """Move blank lines from the end of a piece, where a block text swallowed them, to the beginning of the next."""
    for number, piece in enumerate(pieces):
        while len(piece.body) > 1 and not piece.body[-1].strip():
            piece.body.pop()
            if number + 1 < len(pieces):
                pieces[number + 1].is_apart = True


def sort_fields(body: list[str], indent: int, model: type[BaseModel]) -> tuple[list[str], list[str]]:
    """Return the comments above the first field and the lines of an entry whose dash stands at `indent`, in order."""
    dash = " " * indent + "- "
    if not body[0].startswith(dash) or not NAME.fullmatch(body[0][len(dash) :].partition(":")[0] + ":"):
        return [], body
    inner = " " * (indent + 2)
    lead, lines = _sort_mapping([inner + body[0][len(dash) :], *body[1:]], indent + 2, model)
    return [" " * indent + line.strip() for line in lead], [dash + lines[0][len(inner) :], *lines[1:]]


def _sort_mapping(lines: list[str], indent: int, model: type[BaseModel]) -> tuple[list[str], list[str]]:
    """Return the comments above the first field and all lines of fields standing at `indent`, in order."""
    pieces = _fields(lines, indent)
    names = [match[1] for piece in pieces or () if (match := NAME.match(piece.body[0]))]
    if pieces is None or len(set(names)) < len(names):
        return [], lines  # fields that stand twice may belong to two records
    rank = _ranks(model)
    places: list[tuple[int, Piece]] = []
    for piece in pieces:
        name = NAME.match(piece.body[0])
        above = places[-1][0] if places else -1
        places.append((rank.get(name[1] if name else "", above), piece))
    places.sort(key=lambda place: place[0])
    ordered: list[str] = []
    for _, piece in places:
        ordered += [*piece.lead, *_sort_inner(piece.body, indent, model)]
    count = len(places[0][1].lead)
    return ordered[:count], ordered[count:]


@cache
def _ranks(model: type[BaseModel]) -> dict[str, int]:
    return {name: place for place, name in enumerate(order_of(model))}


def _fields(lines: list[str], indent: int) -> list[Piece] | None:
    inside = is_content(lines)
    pieces: list[Piece] = []
    lead: list[str] = []
    for line, within in zip(lines, inside, strict=True):
        depth = len(line) - len(line.lstrip(" "))
        if not within and depth == indent and NAME.match(line):
            pieces.append(Piece(lead, [line]))
            lead = []
        elif not within and depth == indent and line.lstrip().startswith("#"):
            lead.append(line)
        elif pieces:
            pieces[-1].body += [*lead, line]
            lead = []
        else:
            return None
    if lead:
        pieces[-1].body += lead
    return pieces or None


def _sort_inner(body: list[str], indent: int, model: type[BaseModel]) -> list[str]:
    """Sort the fields of the parts that a field holds."""
    name = NAME.match(body[0])
    found = model.model_fields.get(name[1]) if name else None
    part = part_of(found) if found else None
    if part is None or len(body) < 2 or body[0].rstrip()[-1] != ":":
        return body
    first = body[1]
    depth = len(first) - len(first.lstrip(" "))
    if first.lstrip().startswith("- "):
        pieces = split(body[1:], " " * depth + "- ")
        lines = [body[0]]
        for piece in pieces:
            above, below = sort_fields(piece.body, depth, part)
            lines += [*piece.lead, *above, *below]
        return lines
    if depth > indent and NAME.match(first):
        lead, lines = _sort_mapping(body[1:], depth, part)
        return [body[0], *lead, *lines]
    return body
