"""How much room text takes in Arial: measured widths and lines, so that no writer guesses by the number of letters.

The widths are those of Liberation Sans, which office programs on Linux show instead of Arial and which was drawn to the same
measures; a test compares them with the font where it is installed. Unknown letters count as wide ones.
"""

from __future__ import annotations

import re

REGULAR = {
    191: "'",
    222: "ijlł‘’‚",
    260: "|",
    278: " !,./:;I[\\]ft·ÌÍÎÏìíîï\u00a0",
    333: "()-`r“”„\u00ad",
    334: "{}",
    350: "•",
    355: '"',
    389: "*",
    400: "°",
    469: "^",
    500: "Jcksvxyzçýÿćčśşšźżž",
    549: "±÷",
    556: "#$0123456789?LŁ_abdeghnopqu§«»àáâãäåèéêëñòóôõöùúûüąęěńňő–€",
    584: "+<=>~×−",
    611: "FTZßøŹŻŽ",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝŚŠ",
    722: "CDHNRUwÇÑÙÚÛÜĆČŃ",
    778: "GOQÒÓÔÕÖØ",
    833: "Mm",
    889: "%æ",
    944: "W",
    990: "▲▼",
    1000: "ÆŒ—…→",
    1015: "@",
}
"""Thousandths of the type size: the letters that are so wide."""

BOLD = {
    238: "'",
    278: " ,./I\\ijl·ÌÍÎÏìíîïł‘’‚\u00a0",
    280: "|",
    333: "!()-:;[]`ft\u00ad",
    350: "•",
    389: "*r{}",
    400: "°",
    474: '"',
    500: "zźżž“”„",
    549: "±÷",
    556: "#$0123456789J_aceksvxy§«»àáâãäåçèéêëýÿąćčęěśşš–€",
    584: "+<=>^~×−",
    611: "?FLTZbdghnopqußñòóôõöøùúûüńňőŁŹŻŽ",
    667: "EPSVXYÈÉÊËÝŚŠ",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÑÙÚÛÜĆČŃ",
    778: "GOQwÒÓÔÕÖØ",
    833: "M",
    889: "%mæ",
    944: "W",
    975: "@",
    990: "▲▼",
    1000: "ÆŒ—…→",
}
WIDEST = 1015
HAIR = 0.05
"""Points that a line may be too long by: widths of columns are rounded."""
_REGULAR, _BOLD = ({letter: width for width, letters in table.items() for letter in letters} for table in (REGULAR, BOLD))
_BREAKS = re.compile(r"(?<=[-/–])(?=\w)|\s+")


def width(text: str, points: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is, in points."""
    table = _BOLD if bold else _REGULAR
    return sum(table.get(letter, WIDEST) for letter in text) * points / 1000


def words(text: str) -> list[str]:
    """Split a text where a line may end: at spaces and after hyphens and slashes."""
    return [word for word in _BREAKS.split(text) if word]


def longest_word(text: str, points: float, *, bold: bool = False) -> float:
    """Return the width in points of the widest part that no line may break."""
    return max((width(word, points, bold=bold) for word in words(text)), default=0.0)


def count_lines(text: str, room: float, points: float, *, bold: bool = False) -> int:
    """Return how many lines a text needs in a column `room` points wide; an empty one needs one."""
    return sum(_count(line, room, points, bold) for line in text.split("\n")) or 1


def _count(line: str, room: float, points: float, bold: bool) -> int:
    count, filled = 1, 0.0
    gap = width(" ", points, bold=bold)
    for word in words(line):
        size = width(word, points, bold=bold)
        if filled and filled + gap + size > room + HAIR:
            count, filled = count + 1, 0.0
        while size > room + HAIR:  # a word that is broken after all
            count, size = count + 1, size - room
        filled += size + (gap if filled else 0)
    return count
