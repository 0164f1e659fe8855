"""What the browser keeps: named in one place of the code, and told to readers in full."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "docs" / "javascripts"
STORAGE = SCRIPTS / "storage.mjs"
NAME = re.compile(r'^  \w+: "([^"]+)"', re.MULTILINE)
USE = re.compile(r"\b(?:local|session)Storage\s*(?:\.(?:get|set|remove)Item\(\s*([^,)]+)|\[)")
OWN_STORE = re.compile(r"\bthis\.(?:read|write|drop)\(\s*(?!key\b)([^,)]+)")
ALLOWED = re.compile(r"(?:LOCAL|SESSION)\.\w+|key|former")
"""`key`: of the functions of storage.mjs; `former`: what an earlier edition's theme kept, read once and removed."""


def names() -> set[str]:
    return set(NAME.findall(STORAGE.read_text(encoding="utf-8")))


def modules() -> dict[str, str]:
    paths = [path for path in SCRIPTS.rglob("*.mjs") if "vendor" not in path.parts]
    return {path.relative_to(SCRIPTS).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_privacy_page_lists_every_name_and_no_other():
    table = (ROOT / "docs" / "datenschutz.md").read_text(encoding="utf-8")
    told = {name.replace("…", "") for name in re.findall(r"^\|[^|]+\| `([^`]+)` \|", table, re.MULTILINE)}
    assert len(names()) >= 10, "the sweep proves nothing"
    assert told == names()


def test_nothing_is_kept_under_a_name_from_elsewhere():
    used = [(name, key) for name, code in modules().items() for key in USE.findall(code)]
    assert len(used) >= 10, "the sweep proves nothing"
    assert [(name, key) for name, key in used if not ALLOWED.fullmatch(key.strip())] == []


def test_store_of_the_workspace_uses_these_names():
    used = OWN_STORE.findall(modules()["workspace/store.mjs"])
    assert len(used) >= 5, "the sweep proves nothing"
    assert [key for key in used if not re.match(r"LOCAL\.\w+", key)] == []


def test_only_known_modules_hand_the_whole_storage_on():
    handed = {
        name
        for name, code in modules().items()
        if re.search(r"\b(?:localStorage|indexedDB|document\.cookie)\b(?!\.\w+Item)", code)
    }
    assert handed == {"frame/scheme.mjs", "workspace/store.mjs"}


def test_early_script_names_what_the_modules_name():
    early = (ROOT / "macros" / "theme" / "partials" / "early.html").read_text(encoding="utf-8")
    used = set(re.findall(r'"(kompass[^"]+)"', early))
    assert used
    assert used <= names()
