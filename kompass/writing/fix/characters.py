"""Encoding, line ends, white space, invisible characters, the schema line: what can be mended without reading YAML."""

from __future__ import annotations

import codecs
import re
import unicodedata

from kompass.model import DataFile
from kompass.reading.longtext import is_content
from kompass.reading.signs import find, mend
from kompass.rules.invisible_characters import INVISIBLE

SCHEMA_LINE = re.compile(r"#\s*yaml-language-server:")
INDENT = re.compile(r"^[ \t\u00a0]*\t[ \t\u00a0]*|^[ ]*\u00a0[ \u00a0]*", re.MULTILINE)
TAB_WIDTH = 2


def decode(content: bytes) -> str | None:
    """Return the text of UTF-8 or (with its mark) UTF-16, without the mark and with plain line ends; None for anything else."""
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n")


def fix_characters(text: str, _: DataFile) -> str:
    """Compose letters, drop what nobody can see, indent with spaces, drop spaces at the end of lines."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(part if part in "\n\t" else INVISIBLE.sub("", part) for part in re.split(r"([\n\t])", text))
    text = INDENT.sub(lambda match: match[0].replace("\t", " " * TAB_WIDTH).replace("\u00a0", " "), text)
    return re.sub(r"[ \t\u00a0]+$", "", text, flags=re.MULTILINE).replace("\t", " ")


def fix_signs(text: str, _: DataFile) -> str:
    """Put plain signs where word processors have left theirs at the beginning of items and values."""
    return mend(text, list(find(text)))


def fix_schema_line(text: str, file: DataFile) -> str:
    """Make the first line name the schema of the file."""
    line = f"# yaml-language-server: $schema=../schemas/{file.name}.schema.json"
    first, _, rest = text.partition("\n")
    if first == line:
        return text
    return f"{line}\n{rest}" if SCHEMA_LINE.match(first) else f"{line}\n{text}"


def fix_layout(text: str, _: DataFile) -> str:
    """Leave at most one blank line between entries and one line end at the end; texts keep their paragraphs."""
    kept: list[str] = []
    lines = text.strip("\n").split("\n")
    for line, inside in zip(lines, is_content(lines), strict=True):
        if line or inside or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n" if any(lines) else ""
