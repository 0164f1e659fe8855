"""Text is measured as office programs will set it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompass.downloads import letters

FONTS = Path("/usr/share/fonts/truetype/liberation")


def test_a_word_is_as_wide_as_its_letters() -> None:
    assert letters.width("Ampel", 10) == pytest.approx((667 + 833 + 556 + 556 + 222) / 100)
    assert letters.width("Ampel", 10, bold=True) > letters.width("Ampel", 10)


def test_lines_end_at_spaces_hyphens_and_slashes() -> None:
    assert letters.words("Ist-Wert und/oder Soll") == ["Ist-", "Wert", "und/", "oder", "Soll"]
    assert letters.longest_word("Soll jetzt", 10) == letters.width("jetzt", 10)


def test_lines_are_counted_by_width_not_by_letters() -> None:
    room = letters.width("Maßnahme Beginn", 10)
    assert letters.count_lines("Maßnahme Beginn", room, 10) == 1
    assert letters.count_lines("Maßnahme Beginn Ende", room, 10) == 2
    assert letters.count_lines("", room, 10) == 1
    assert letters.count_lines("eins\nzwei", room, 10) == 2


@pytest.mark.skipif(not FONTS.is_dir(), reason="Liberation Sans is not installed")
@pytest.mark.parametrize(("name", "table"), [("Regular", letters.REGULAR), ("Bold", letters.BOLD)])
def test_widths_are_those_of_the_font(name: str, table: dict[int, str]) -> None:
    font = pytest.importorskip("fontTools.ttLib", reason="fontTools is not installed").TTFont(
        FONTS / f"LiberationSans-{name}.ttf"
    )
    codes, widths, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    wrong = {
        letter: size
        for size, found in table.items()
        for letter in found
        if abs(widths[codes[ord(letter)]][0] * 1000 / unit - size) > 1
    }
    assert wrong == {}
