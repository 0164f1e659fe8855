"""The modules of `docs/javascripts` as a few classic scripts: one for every page, one for each part that is loaded later.

Classic scripts, because they also run on pages opened from disk, where browsers refuse modules. It knows the forms that
our modules use and no others: `import { a, b } from "./x.mjs"`, `import("./x.mjs")`, and `export` or `export default` before
`class`, `function` and `const`, or `export { A as default }` at the end of vendored code.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import rjsmin

ENTRY = "main.mjs"
STATIC = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\("([^"]+)"\)')
DEFAULT = re.compile(r"^export default ((?:class|function|async function) )(\w+)", re.MULTILINE)
EXPORT = re.compile(r"^export (class|function\*?|async function|const) (\w+)", re.MULTILINE)
EXPORT_LIST = re.compile(r"export\s?\{\s?(\w+) as default\s?\};?\s*$")
NESTED = re.compile(r"`[^`]*\$\{[^`}]*`")
"""A template literal within another: the minifier would take the inner one's spaces for those between words of code."""
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)
TOOL = re.compile(r'^  "(kompass-[a-z-]+)": \(\) => import\("\./([^"]+)"\)', re.MULTILINE)

FIRST = """\
const here = document.currentScript.src, made = {}, modules = {}, asked = {};
const load = (name) => {
  if (!made[name]) modules[name]((made[name] = {}), load, later);
  return made[name];
};
const later = async (name) => {
  if (!modules[name]) await (asked[name] ??= fetched(name));
  return load(name);
};
const fetched = (name) =>
  new Promise((resolve, reject) => {
    const $script = document.createElement("script");
    $script.src = new URL(files[name], here);
    $script.onload = resolve;
    $script.onerror = () => {
      delete asked[name];
      reject(new Error(`${$script.src} konnte nicht geladen werden`));
    };
    document.head.append($script);
  });
const waiting = globalThis.kompassParts ?? [];
globalThis.kompassParts = { push: (part) => Object.assign(modules, part) };
waiting.forEach(globalThis.kompassParts.push);
"""
"""Keeps the modules by name, runs each once when first needed, and fetches the script of a part that is not there yet.

A part's script says `kompassParts.push({name: module})`: into a list if it runs before this script, else straight to the modules.
"""


class Module(NamedTuple):
    """A module as the body of a function: without import and export; what it needs at once, and what it loads later."""

    code: str
    needed: list[str]
    later: list[str]


class UnknownFormError(ValueError):
    """A module imports or exports in a form that `wrapped` does not know."""


def parts(folder: Path) -> dict[str, str]:
    """Return the script of each part that is loaded later, by the name of its first module; what every page has is left out."""
    modules = read_modules(folder)
    common = closure(ENTRY, modules)
    later = sorted({name for module in modules.values() for name in module.later})
    return {name: f"(globalThis.kompassParts??=[]).push({table(closure(name, modules) - common, modules)});\n" for name in later}


def first_script(folder: Path, files: Mapping[str, str]) -> str:
    """Return the script of every page; `files` says under which name the script of each later part is kept beside it."""
    modules = read_modules(folder)
    common = table(closure(ENTRY, modules), modules)
    start = f"const files={json.dumps(dict(files))};\n{FIRST}Object.assign(modules, {common});\nload({json.dumps(ENTRY)});\n"
    return f"(()=>{{{rjsmin.jsmin(start)}}})();\n"


def tools(folder: Path) -> dict[str, str]:
    """Return the first module of each tool that has a part of its own, by the name that stands in `data-module`."""
    return dict(TOOL.findall((folder / ENTRY).read_text(encoding="utf-8")))


def read_modules(folder: Path) -> dict[str, Module]:
    """Return what `wrapped` makes of the entry and of every module that it leads to."""
    modules: dict[str, Module] = {}
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        if name not in modules:
            modules[name] = wrapped(name, (folder / name).read_text(encoding="utf-8"))
            waiting += modules[name].needed + modules[name].later
    return modules


def closure(entry: str, modules: Mapping[str, Module]) -> set[str]:
    """Return a module and all that it needs before it can run."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += modules[name].needed
    return found


def table(names: Iterable[str], modules: Mapping[str, Module]) -> str:
    """Return modules as an object of functions."""
    return (
        "{" + ",\n".join(f"{json.dumps(name)}:($exports,$load,$later)=>{{{modules[name].code}}}" for name in sorted(names)) + "}"
    )


def wrapped(name: str, text: str) -> Module:
    """Return a module in the form that the scripts hold."""
    needed: list[str] = []
    later: list[str] = []

    def place(other: str, found: list[str]) -> str:
        found.append(posixpath.normpath(posixpath.join(posixpath.dirname(name), other)))
        return json.dumps(found[-1])

    text = STATIC.sub(lambda match: f"const {{{match[1].replace(' as ', ': ')}}} = $load({place(match[2], needed)});", text)
    text = DYNAMIC.sub(lambda match: f"$later({place(match[1], later)})", text)
    exports = [f"$exports.{found[2]} = {found[2]};" for found in EXPORT.finditer(text)]
    exports += [f"$exports.default = {found[2]};" for found in DEFAULT.finditer(text)]
    exports += [f"$exports.default = {found[1]};" for found in EXPORT_LIST.finditer(text)]
    text = EXPORT_LIST.sub("", DEFAULT.sub(r"\1\2", EXPORT.sub(r"\1 \2", text)))
    if rest := LEFT_OVER.search(text):
        raise UnknownFormError(f"{name}: „{rest[0]}“")
    if not name.startswith("vendor/") and (nested := NESTED.search(text)):
        raise UnknownFormError(f"{name}: „{nested[0]}“")
    if name.startswith("vendor/"):  # small already; plain scripts of others may not be strict
        strict = ['"use strict";'] if name.endswith(".mjs") else []
        return Module("\n".join([*strict, text.rstrip(), *exports]), needed, later)
    return Module(rjsmin.jsmin("\n".join(['"use strict";', text.rstrip(), *exports])), needed, later)
