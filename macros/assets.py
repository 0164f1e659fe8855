"""Style sheets, scripts and fonts as the pages name them: few files, each with a fingerprint of its content in its name.

So a server may let browsers keep them for ever, and after an update no page meets a file of another edition.
Everything here is a pure function of the files below docs/ and of the theme's base sheet.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import rcssmin

from macros.scripts import first_script, parts, tools

FOLDER = "assets/"
BASE_SHEET = Path(__file__).parent / "theme" / "material-base.css"
SOURCES = ("stylesheets/", "javascripts/", "fonts/")
"""Folders of docs/ that come into the site by the files made here, not as they are."""

FONT = re.compile(r'url\("?\.\./fonts/([\w.-]+)"?\)')
MODULE = re.compile(r'\sdata-module="([\w-]+)"')


@dataclass(frozen=True)
class Assets:
    """The files to write, by address, and which of them a page names."""

    files: Mapping[str, bytes]
    style: str
    print: str
    script: str
    tools: Mapping[str, str]

    def scripts_of(self, html: str) -> list[str]:
        """Return the scripts of a page with this content: its tools first, so that they are there when the last starts them."""
        found = {name: None for name in MODULE.findall(html) if name in self.tools}
        return [*(self.tools[name] for name in found), self.script]

    @property
    def key(self) -> str:
        """What a page's frame depends on: if a style sheet or script changes, so does this."""
        return " ".join((self.style, self.print, self.script, *sorted(self.tools.values())))


def make_assets(docs: Path, sheets: Sequence[str]) -> Assets:
    """Return style, print sheet, fonts and scripts of the site; `sheets` are the style sheets below docs/ in their order."""
    fonts = {path.name: path.read_bytes() for path in sorted((docs / "fonts").glob("*.woff2"))}
    names = {name: fingerprinted(name, content) for name, content in fonts.items()}
    screen, paper = style_sheets([BASE_SHEET, *(docs / sheet for sheet in sheets)], names)
    scripts = {module: code.encode() for module, code in parts(docs / "javascripts").items()}
    script_names = {module: fingerprinted(script_name(module), code) for module, code in scripts.items()}
    first = first_script(docs / "javascripts", script_names).encode()
    style, print_style, script = (
        fingerprinted(name, content) for name, content in (("kompass.css", screen), ("print.css", paper), ("kompass.js", first))
    )
    made = {style: screen, print_style: paper, script: first}
    made |= {names[name]: content for name, content in fonts.items()}
    made |= {script_names[module]: code for module, code in scripts.items()}
    return Assets(
        {FOLDER + name: content for name, content in made.items()},
        FOLDER + style,
        FOLDER + print_style,
        FOLDER + script,
        {tool: FOLDER + script_names[module] for tool, module in tools(docs / "javascripts").items()},
    )


def style_sheets(paths: Iterable[Path], fonts: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Return all style sheets as one for the screen and one for paper, small, with the fonts under their new names."""
    joined = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    joined = FONT.sub(lambda match: f"url({fonts[match[1]]})", joined)
    rules = list(split_rules(rcssmin.cssmin(joined)))
    screen, paper = (
        "".join(rule for rule in rules if rule.startswith(("@media print", "@page")) == is_paper) for is_paper in (False, True)
    )
    return screen.encode(), paper.encode()


def split_rules(css: str) -> Iterable[str]:
    """Yield the top-level rules of a style sheet without comments."""
    depth, start, quote = 0, 0, ""
    for place, sign in enumerate(css):
        if quote:
            quote = "" if sign == quote and css[place - 1] != "\\" else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "{":
            depth += 1
        elif sign == "}" or (sign == ";" and not depth):
            depth -= sign == "}"
            if not depth:
                yield css[start : place + 1]
                start = place + 1


def script_name(module: str) -> str:
    """Return the file name of a part: lists/list.mjs becomes lists-list.js."""
    return f"{module.rsplit('.', 1)[0].replace('/', '-')}.js"


def fingerprinted(name: str, content: bytes) -> str:
    """Return the name with the first eight digits of its content's SHA-256 before the ending."""
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"
