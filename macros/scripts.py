"""The modules of `docs/javascripts` as one classic script, for browsers that may not load modules (pages opened from disk).

It knows the forms that our modules use and no others: `import { a, b } from "./x.mjs"`, `import("./x.mjs")`, and
`export` or `export default` before `class`, `function` and `const`, or `export { A as default }` at the end of vendored code.
"""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

STATIC = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\("([^"]+)"\)')
DEFAULT = re.compile(r"^export default ((?:class|function|async function) )(\w+)", re.MULTILINE)
EXPORT = re.compile(r"^export (class|function\*?|async function|const) (\w+)", re.MULTILINE)
EXPORT_LIST = re.compile(r"^export \{ (\w+) as default \};$", re.MULTILINE)
LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class UnknownFormError(ValueError):
    """A module imports or exports in a form that `classic_script` does not know."""


def classic_script(folder: Path, entry: str = "main.mjs") -> str:
    """Return `entry` and all modules it needs as one script; each module runs once, when first needed."""
    modules: dict[str, str] = {}
    waiting = [entry]
    while waiting:
        name = waiting.pop()
        if name not in modules and (folder / name).exists():
            modules[name], needed = wrapped(name, (folder / name).read_text(encoding="utf-8"))
            waiting += needed
    bodies = ",\n".join(f"{json.dumps(name)}: ($exports, $load) => {{\n{modules[name]}\n}}" for name in sorted(modules))
    return (
        "(() => {\nconst made = {};\n"
        "const load = (name) => {\n"
        "  if (!made[name]) modules[name]((made[name] = {}), load);\n"
        "  return made[name];\n};\n"
        f"const modules = {{\n{bodies}\n}};\nload({json.dumps(entry)});\n}})();\n"
    )


def wrapped(name: str, text: str) -> tuple[str, list[str]]:
    """Return the body of a module with `$load` and `$exports` in place of import and export, and the modules it needs."""
    needed: list[str] = []

    def place(other: str) -> str:
        needed.append(posixpath.normpath(posixpath.join(posixpath.dirname(name), other)))
        return json.dumps(needed[-1])

    text = STATIC.sub(lambda match: f"const {{{match[1].replace(' as ', ': ')}}} = $load({place(match[2])});", text)
    text = DYNAMIC.sub(lambda match: f"Promise.resolve().then(() => $load({place(match[1])}))", text)
    exports = [f"$exports.{found[2]} = {found[2]};" for found in EXPORT.finditer(text)]
    exports += [f"$exports.default = {found[2]};" for found in DEFAULT.finditer(text)]
    exports += [f"$exports.default = {found[1]};" for found in EXPORT_LIST.finditer(text)]
    text = EXPORT_LIST.sub("", DEFAULT.sub(r"\1\2", EXPORT.sub(r"\1 \2", text)))
    if rest := LEFT_OVER.search(text):
        raise UnknownFormError(f"{name}: „{rest[0]}“")
    strict = ['"use strict";'] if name.endswith(".mjs") else []  # as in a module; vendored scripts may not bear it
    return "\n".join([*strict, text.rstrip(), *exports]), needed
