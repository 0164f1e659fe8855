"""One table of looks for all files that leave the site: colours by role, traffic lights, type sizes, page.

The colours are the light scheme of docs/stylesheets/tokens.css, under its names; Typst gets them from here, and a test
holds the style sheets of Word and OpenDocument and the scripts of the browser to them. Nothing here knows a format.
"""

from __future__ import annotations

from kompass.templates.worksheet import LIGHTS

FONT = "Arial"
"""Of office files: on every machine, and Liberation Sans has the same widths. PDF files are set in Radio Canada."""

COLOURS = {
    "paper": "#fbfaf6",
    "sand": "#f4f0e6",
    "line": "#d8cfbc",
    "line-strong": "#82796a",
    "ink": "#1b2624",
    "ink-soft": "#424d4a",
    "pine": "#10463f",
    "pine-strong": "#0a332e",
    "pine-soft": "#deebe6",
    "link": "#0b4a75",
    "water": "#2c6f98",
    "amber": "#e5a823",
    "amber-soft": "#fbefcd",
    "amber-ink": "#694600",
    "clay": "#b5674a",
    "clay-soft": "#f8e6dd",
    "clay-ink": "#832f17",
}
"""Name of the token: value as in CSS."""

ROLES = {
    "title": "pine-strong",
    "heading": "pine",
    "text": "ink",
    "help": "ink-soft",
    "head": "sand",
    "rule": "pine",
    "hair": "line",
    "field": "amber-soft",
    "computed": "pine-soft",
    "note": "sand",
    "bar": "pine",
    "goal": "amber-ink",
    "warning": "clay-ink",
    "warning-fill": "clay-soft",
    "link": "link",
}
"""What a colour is for: name of the token. `field` is what people fill in, `computed` what the file works out."""

PROMPT = "#595f5c"
"""Text of an empty field: 5.7 to 1 on the fill of a field."""

LIGHT_FILLS = dict(zip(LIGHTS, ("#bfe0d2", "#f3d58a", "#f2c4b3"), strict=True))
"""Fill behind the word of a traffic light; the word always stays."""

SIZES = {
    "title": 22.0,
    "heading1": 15.0,
    "heading2": 12.0,
    "lead": 12.0,
    "body": 10.5,
    "label": 10.0,
    "cell": 9.5,
    "help": 9.0,
    "header": 9.0,
    "footer": 8.0,
}
"""Type sizes of text documents in points."""

COMPACT_SIZES = SIZES | {"title": 17.0, "heading1": 11.0, "body": 9.0, "label": 9.0, "cell": 8.5, "help": 8.0}
"""Type sizes in points of a document that has to fit on one page."""

PAGE = (210.0, 297.0)
"""A4 upright: width and height in millimetres."""

MARGINS = {"top": 22.0, "right": 20.0, "bottom": 20.0, "left": 25.0}
"""Edges of the page in millimetres; the left one leaves room for filing."""

TIGHT_MARGINS = {"top": 17.0, "right": 15.0, "bottom": 13.0, "left": 20.0}
"""Edges in millimetres of a document that has to fit on one page."""


def colour(role: str) -> str:
    """Return the colour of a role or a token as `#10463f`; raise KeyError for a name that neither table knows."""
    return COLOURS[ROLES.get(role, role)]


def bare(value: str) -> str:
    """Return `#10463f` as `10463F`, the way office formats of Microsoft write it."""
    return value.removeprefix("#").upper()
