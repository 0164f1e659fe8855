"""The one Jinja environment of the pages: autoescape on, strict undefined, German filters.

Templates write blocks of HTML; a section heading is a Markdown line between blocks (`## … {: #id }`), because
only those reach the contents list. Text from data is text: `heading` makes it safe inside such a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from kompass.addresses import address, list_address, relative
from kompass.model import FILES, MUNICIPALITY_SIZES, Indicator, Part
from kompass.wording import visible

TEMPLATES = Path(__file__).parent / "templates"
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
KIND_OF: dict[type[Part], str] = {Indicator: "indicator", **{kind.model: kind.name for file in FILES for kind in file.kinds}}
PLAIN = re.compile(r"[^\w ,]", re.UNICODE)


class Here(NamedTuple):
    """From where a template is seen: the address of its page, how records are edited, how new an example's evidence is today."""

    page: str
    edit_address: Callable[[Part], str]
    evidence: Callable[[Any], str]


_HERE: ContextVar[Here] = ContextVar("here")  # templates import each other without context: filters find the page here


class Renderer:
    """Draws templates; `cache` is the folder in which they are kept compiled."""

    def __init__(self, cache: Path | None = None) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            auto_reload=False,  # a new build has a new environment
            bytecode_cache=bytecode_cache(cache),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._environment.globals["SIZES"] = MUNICIPALITY_SIZES
        self._environment.filters |= {
            "address": _seen_from_page(lambda record: address(kind_of(record), record.id)),
            "list_address": _seen_from_page(list_address),
            "from_page": _seen_from_page(str),
            "edit_address": _seen_from_page(lambda record: _HERE.get().edit_address(record)),
            "form_address": _seen_from_page(lambda record: f"mitmachen/eintrag/?art={kind_of(record)}&id={record.id}"),
            "evidence": lambda example: _HERE.get().evidence(example),
            "kind": kind_of,
            "paragraphs": paragraphs,
            "heading": heading,
            "day": format_day,
            "partial_day": format_partial_day,
            "number": format_number,
            "asset": read_asset,
            "visible_lines": show_invisible,
        }

    def __call__(self, template: str, here: Here, **context: Any) -> str:
        """Return `template` drawn with `context` for a page, ready for Markdown; addresses come out relative to the page."""
        before = _HERE.set(here)
        try:
            text = self._environment.get_template(f"{template}.html.jinja").render(context)
        finally:
            _HERE.reset(before)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def bytecode_cache(folder: Path | None) -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept: a folder for the present version of Jinja, which is made."""
    if folder is None:
        return None
    named = folder / f"jinja-{version('jinja2')}"
    named.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(named))


def _seen_from_page(find: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """Return a filter to an address, of this site (then seen from the page) or of another.

    It takes the context, else Jinja would fold it into a constant.
    """

    @pass_context
    def from_page(_: Context, value: Any) -> str:
        found = find(value)
        return found if "://" in found else relative(found, _HERE.get().page)

    return from_page


def kind_of(record: Part) -> str:
    """Return the identifier of the record's kind."""
    return KIND_OF[type(record)]


def paragraphs(text: str) -> list[str]:
    """Split a long text at its empty lines; the lines of a paragraph are joined."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def heading(text: str) -> Markup:
    """Make `text` safe inside a line of Markdown: every mark becomes a character reference."""
    return Markup(PLAIN.sub(lambda match: f"&#{ord(match.group())};", " ".join(text.split())).replace("_", "&#95;"))  # noqa: S704  every mark is replaced


def format_day(day: date) -> str:
    """Format a day as 22.11.2026."""
    return f"{day:%d.%m.%Y}"


def format_partial_day(text: str) -> str:
    """Format 2023, 2023-09 or 2023-09-26 as 2023, September 2023 or 26.09.2023."""
    year, month, day = (*text.split("-"), "", "")[:3]
    if day:
        return f"{day}.{month}.{year}"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def format_number(number: float) -> str:
    """Format 12345 as 12.345 and 5.5 as 5,5."""
    return f"{number:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))


def show_invisible(text: str) -> str:
    """Return `text` with characters written out that no page can show, line by line."""
    return "\n".join(map(visible, text.split("\n")))


def read_asset(name: str) -> Markup:
    """Return a drawing of our own (`icons/energie.svg`) as markup."""
    return Markup((TEMPLATES / name).read_text(encoding="utf-8").strip())  # noqa: S704  our own file
