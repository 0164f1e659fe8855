"""Mend single lines: the space after a colon, quotation marks where YAML needs them, days, yes and no."""

from __future__ import annotations

import re

from kompass.days import DAYS, WHOLE_DAY, as_day
from kompass.model import DataFile
from kompass.reading.longtext import is_content
from kompass.reading.positions import AMBIGUOUS
from kompass.writing.fix.values import NO, YES, field_names, flag_names, text_names

FIELD = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)*)(?P<name>[a-z_]+):(?P<value>.*)")
ITEM = re.compile(r"(?P<lead>[ ]*-[ ]+)(?P<value>[^\s].*)")
SINGLE = re.compile(r"'([^'\\\"]*)'")
DOUBLE = re.compile(r'"([^"\\]*)"')
TEXT_ITEM = re.compile(r"(?P<lead>[ ]*-[ ]+)[^\s\"'|>\[{&*#-][^:]*$")
"""An item that is a text without quotation marks."""
COLON = re.compile(r":(?:\s|$)")
SPECIAL = tuple("*&!%@`")
WITH_COMMENT = re.compile(r"\s#")


def fix_lines(text: str, file: DataFile) -> str:
    """Mend each line that is not part of a longer text."""
    lines = text.split("\n")
    inside = is_content(lines)
    lines = _aligned(lines, inside)
    return "\n".join(line if within else _mend(line, file) for line, within in zip(lines, inside, strict=True))


def _aligned(lines: list[str], inside: list[bool]) -> list[str]:
    """Put an item that stands too far right, and so belongs to the text above, below the dash of the item above."""
    aligned: list[str] = []
    for number, line in enumerate(lines):
        above = TEXT_ITEM.match(aligned[-1]) if aligned and not inside[number - 1] else None
        item = ITEM.fullmatch(line)
        is_deeper = above and item and not inside[number] and len(item["lead"]) > len(above["lead"])
        aligned.append(above["lead"] + item["value"] if above and item and is_deeper else line)
    return aligned


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
        day = as_day(bare)
        if day and (name != "checked" or len(day) == WHOLE_DAY):  # a month of review does not tell the day
            return day
        return bare if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", bare) else value
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
