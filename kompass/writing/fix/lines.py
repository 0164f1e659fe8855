"""Mend single lines: the space after a colon, quotation marks where YAML needs them, days, yes and no."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kompass.model import DataFile
from kompass.reading.positions import AMBIGUOUS
from kompass.writing.fix.values import DAYS, NO, YES, as_day, field_names, flag_names, text_names

BLOCK = re.compile(r"[:-]\s+[|>][-+0-9]*\s*(?:#.*)?$")
FIELD = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+):(?P<value>.*)")
ITEM = re.compile(r"(?P<lead>[ ]*-[ ]+)(?P<value>[^\s].*)")
OPEN_DOUBLE = re.compile(r'(?:^|[:\-,\[][ ])"(?:[^"\\]|\\.)*$')
CLOSED = re.compile(r'^(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'([^'\\\"]*)'")
DOUBLE = re.compile(r'"([^"\\]*)"')
COLON = re.compile(r":(?:\s|$)")
SPECIAL = tuple("*&!%@`")
WITH_COMMENT = re.compile(r"\s#")


def fix_lines(text: str, file: DataFile) -> str:
    """Mend each line that is not part of a longer text."""
    lines = text.split("\n")
    inside = is_content(lines)
    return "\n".join(line if within else _mend(line, file) for line, within in zip(lines, inside, strict=True))


def is_content(lines: list[str]) -> list[bool]:
    """Tell for each line whether it is inside a text of several lines."""
    return list(_inside(lines))


def _inside(lines: list[str]) -> Iterator[bool]:
    block, quoted = -1, False
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if quoted:
            yield True
            quoted = not CLOSED.match(line)
            continue
        if block >= 0 and (not line.strip() or indent > block):
            yield True
            continue
        yield False
        block, quoted = -1, False
        if not line.lstrip().startswith("#"):
            block = _anchor(line) if BLOCK.search(line) else -1
            quoted = block < 0 and bool(OPEN_DOUBLE.search(line))


def _anchor(line: str) -> int:
    """Return the column that the lines of a block text must lie beyond: that of its field, or of its dash."""
    match = re.match(r"[ ]*(?:-[ ]+)*(?=[^\s-])", line)
    return match.end() if match and ":" in line[match.end() :] else len(line) - len(line.lstrip(" "))


def _mend(line: str, file: DataFile) -> str:
    if not line.strip() or line.lstrip().startswith("#"):
        return line
    match = FIELD.fullmatch(line)
    if match and match["name"] in field_names(file):
        value = _mend_value(match["name"], match["value"].strip(), file)
        return f"{match['lead']}{match['name']}:{' ' if value else ''}{value}"
    item = ITEM.fullmatch(line)
    if item and not match and _needs_quotes(item["value"]) and not item["value"].startswith("- "):
        return item["lead"] + quote(item["value"])
    if item and match and match["name"] not in field_names(file) and " " in match["value"].strip():
        return item["lead"] + quote(item["value"])
    if item and (single := SINGLE.fullmatch(item["value"])):
        return f'{item["lead"]}"{single[1]}"'
    return line


def _mend_value(name: str, value: str, file: DataFile) -> str:
    bare = value[1:-1].strip() if DOUBLE.fullmatch(value) or SINGLE.fullmatch(value) else value
    if name in DAYS:
        return as_day(bare) or (bare if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", bare) else value)
    if name in flag_names(file) and bare.lower() in YES | NO:
        return "true" if bare.lower() in YES else "false"
    if SINGLE.fullmatch(value) or (DOUBLE.fullmatch(value) and value[1:-1] != bare):
        return f'"{bare}"'
    if name in text_names(file) and (_needs_quotes(value) or AMBIGUOUS.fullmatch(value)):
        return quote(value)
    return value


def _needs_quotes(value: str) -> bool:
    """Tell whether a text that stands without quotation marks would be misread; one with a comment behind it is left alone."""
    if not value or value[0] in "\"'|>#[{" or WITH_COMMENT.search(value):
        return False
    return value.startswith(SPECIAL) or bool(COLON.search(value))


def quote(text: str) -> str:
    """Return the text in double quotation marks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
