"""There is one table of looks: style sheet, office files, print and the browser's own files agree with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompass.downloads import look

ROOT = Path(__file__).parents[3]
HEX = re.compile(r"#[0-9a-fA-F]{6}\b|(?<![0-9A-Za-z#])[0-9A-F]{6}(?=\")")
KNOWN = {*look.COLOURS.values(), *look.LIGHT_FILLS.values(), look.PROMPT, "#ffffff"}


def test_colours_are_the_light_scheme_of_the_site() -> None:
    sheet = (ROOT / "docs" / "stylesheets" / "tokens.css").read_text(encoding="utf-8")
    light = sheet[sheet.index('[data-md-color-scheme="default"]') :]
    tokens = dict(re.findall(r"--kompass-([a-z0-9-]+): (#[0-9a-f]{6});", light[: light.index("}")]))
    assert {name: tokens.get(name) for name in look.COLOURS} == look.COLOURS


def test_every_role_has_a_colour() -> None:
    assert all(look.colour(role).startswith("#") for role in look.ROLES)


@pytest.mark.parametrize(
    "pattern", ["kompass/downloads/parts/**/*.xml", "kompass/downloads/parts/**/*.typ", "docs/javascripts/**/workbook.mjs"]
)
def test_no_file_has_a_colour_of_its_own(pattern: str) -> None:
    paths = sorted(ROOT.glob(pattern))
    assert paths
    strangers = {path.name: own_colours(path.read_text(encoding="utf-8")) - KNOWN for path in paths}
    assert {name: found for name, found in strangers.items() if found} == {}


def test_writers_of_text_documents_name_no_colour() -> None:
    for name in ("to_docx", "to_odt", "to_pdf", "measure_sheet"):
        source = (ROOT / "kompass" / "downloads" / f"{name}.py").read_text(encoding="utf-8")
        assert own_colours(source) == set(), name


def own_colours(text: str) -> set[str]:
    """Return the colours written in a text, as in CSS."""
    return {f"#{found.removeprefix('#').lower()}" for found in HEX.findall(text)}
