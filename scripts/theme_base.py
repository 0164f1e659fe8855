"""Cut the theme's style sheets down to what our pages can match: macros/theme/material-base.css.

Run by `make vendor` over a built site, so that a new version of the theme shows as a difference that one can read.
Our own style sheets are never cut: scripts write class names in more ways than one can search for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import material
import tinycss2

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "macros" / "theme" / "material-base.css"
THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
SHEETS = ("main.*.min.css", "palette.*.min.css")
HEAD = (
    "/* mkdocs-material {version} (MIT), cut to what our pages use by scripts/theme_base.py. Do not edit; run `make vendor`. */\n"
)

CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
ATTRIBUTE = re.compile(r"""\[\s*([\w-]+)\s*(?:([~^$*|]?)=\s*["']?([^"'\]]*)["']?)?\s*i?\]""")
NOT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
PSEUDO = re.compile(r"::?[\w-]+(?:\([^()]*\))?")
TYPE = re.compile(r"(?:^|[\s>+~(,])([a-z][a-z0-9]*)(?=[.#:\[\s>+~),]|$)")
BOOLEAN = re.compile(r"<[a-z][^>]*\s(hidden|open|checked|disabled|multiple)\b")
VARIABLE = re.compile(r"(?<=[{;])\s*(--[\w-]+):")
STATES = frozenset({"js", "no-js", "md-nav__link--active"})
"""Classes that only our scripts write to elements of the theme."""
PROSE = frozenset(
    [
        *"abbr blockquote br dd del dl dt em h1 h2 h3 h4 h5 h6 hr".split(),
        *"img ins kbd li mark ol p pre strong sub sup table td th tr ul".split(),
    ]
)
"""Elements that may come into any page by Markdown, even if none has them today."""


@dataclass
class Used:
    """Everything in the written pages that a selector could name."""

    classes: set[str] = field(default_factory=lambda: set(STATES))
    tags: set[str] = field(default_factory=lambda: set(PROSE))
    ids: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=dict)

    def read(self, html: str) -> None:
        """Take in one page."""
        self.tags.update(re.findall(r"<([a-z][a-z0-9]*)", html))
        for name, value in re.findall(r'\s([a-z][\w-]*)="([^"]*)"', html):
            self.attributes.setdefault(name, set()).add(value)
        for name in BOOLEAN.findall(html):
            self.attributes.setdefault(name, set()).add("")
        self.classes.update(word for value in re.findall(r'\bclass="([^"]*)"', html) for word in value.split())
        self.ids.update(re.findall(r'\bid="([^"]*)"', html))

    def allows(self, selector: str) -> bool:
        """Tell whether an element could match a selector without commas; what it must not be is not asked."""
        selector = NOT.sub("", selector)
        if not all(self._has(*found) for found in ATTRIBUTE.findall(selector)):
            return False
        bare = ATTRIBUTE.sub("", selector)
        return (
            all(name in self.classes for name in CLASS.findall(bare))
            and all(name in self.ids for name in re.findall(r"#([\w-]+)", bare))
            and all(name in self.tags for name in TYPE.findall(CLASS.sub("", PSEUDO.sub("", bare))))
        )

    def _has(self, name: str, operator: str, value: str) -> bool:
        if name == "data-md-color-scheme":
            return value in {"", "default", "slate"}
        values = self.attributes.get(name, set())
        return bool(values) and (not value or bool(operator) or value in values)


def for_browsers(css: str) -> str:
    """Return the theme's rules with the browser's own `:focus-visible` in place of the class that the theme's script writes."""
    return css.replace(":not(.focus-visible)", ":not(:focus-visible)")


def split(selectors: str) -> Iterator[str]:
    """Yield the selectors of a rule; commas inside brackets do not part them."""
    depth, start = 0, 0
    for place, sign in enumerate(selectors):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield selectors[start:place].strip()
            start = place + 1
    yield selectors[start:].strip()


def kept_rules(rules: Iterable[tinycss2.ast.Node], used: Used) -> Iterator[str]:
    """Yield the rules that could match, one a line."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in split(tinycss2.serialize(rule.prelude)) if used.allows(one)]
            if selectors:
                yield f"{','.join(selectors)}{{{one_line(rule.content)}}}\n"
        elif rule.type == "at-rule" and rule.content is not None:
            head = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            if rule.at_keyword not in {"media", "supports"}:
                yield f"{head}{{{one_line(rule.content)}}}\n"
            elif inner := "".join(kept_rules(tinycss2.parse_rule_list(rule.content, True, True), used)):
                yield f"{head}{{\n{inner}}}\n"


def one_line(content: list[tinycss2.ast.Node]) -> str:
    """Return the inside of a rule on one line."""
    return " ".join(tinycss2.serialize(content).split())


def without_unused_names(css: str, elsewhere: str) -> str:
    """Drop custom properties and animations that nothing names, again and again, since they name each other."""
    while True:
        named = set(re.findall(r"var\(\s*(--[\w-]+)", css + elsewhere))
        shorter = "".join(
            one
            for line in css.splitlines(keepends=True)
            if (one := _kept_line(line, named)) and not (one.startswith("@keyframes") and not _is_played(one, css))
        )
        shorter = re.sub(r"@(?:media|supports)[^{}]*\{\s*\}\n", "", shorter)
        if shorter == css:
            return css
        css = shorter


def _kept_line(line: str, named: set[str]) -> str:
    """Return a rule without the custom properties that are not `named`; nothing if no declaration is left."""
    if "{" not in line or line.startswith("@") or not VARIABLE.search(line):
        return line
    selector, _, body = line.rstrip("\n").removesuffix("}").partition("{")
    declarations = [part for part in _declarations(body) if not part.startswith("--") or part.partition(":")[0] in named]
    return f"{selector}{{{';'.join(declarations)}}}\n" if declarations else ""


def _declarations(body: str) -> list[str]:
    parts = tinycss2.parse_declaration_list(body, skip_comments=True, skip_whitespace=True)
    return [part.serialize() for part in parts]


def _is_played(rule: str, css: str) -> bool:
    name = re.match(r"@keyframes\s*([\w-]+)", rule)
    return bool(name and re.search(rf"animation(?:-name)?:[^;}}]*\b{re.escape(name[1])}\b", css))


def cut(css: str, pages: Iterable[str], own_css: str) -> str:
    """Return the part of the theme's style sheet that the pages need."""
    used = Used()
    for html in pages:
        used.read(html)
    rules = "".join(kept_rules(tinycss2.parse_stylesheet(for_browsers(css), True, True), used))
    return without_unused_names(rules, own_css)


def theme_css() -> str:
    """Return the theme's own style sheets as one text."""
    return "".join(next(THEME.glob(name)).read_text(encoding="utf-8") for name in SHEETS)


def main() -> int:
    """Write the base sheet from the pages of the folder that is named, else of site/."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    pages = [path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))]
    own = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "stylesheets").glob("*.css")))
    if not pages:
        sys.stderr.write(f"No pages in {site}: build the site first.\n")
        return 1
    css = cut(theme_css(), pages, own)
    TARGET.write_text(HEAD.format(version=version("mkdocs-material")) + css, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
