"""Nothing imports against the arrow data <- kompass <- macros <- docs, nor inside kompass and macros against their floors.

A room is a module or folder of the package. Each stands on a floor, lowest first, and knows only its own floor and those below;
a new room is given its floor here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = {
    "kompass": (
        {"__init__", "wording", "rule_names", "problem", "addresses", "days"},
        {"model"},
        {"review"},
        {"templates"},
        {"reading"},
        {"diagnosis", "rules"},
        {"catalogue"},
        {"size", "workspace"},
        {"comparison"},
        {"load", "search", "downloads"},
        {"export", "schema", "telling", "writing"},
        {"cli"},
        {"__main__"},
    ),
    "macros": (
        {"duties", "files", "kept", "markup", "render", "repository", "scripts", "tiles"},
        {"assets", "evidence"},
        {"site"},
        {"coverage", "entry_form", "listing", "terms", "upkeep", "workspace_files"},
        {"lists"},
        {"pages"},
        {"draw", "search"},
        {"__init__", "export"},
        {"__main__", "attachments", "builds", "navigation", "preview", "publication", "theming"},
        {"leaving"},
        {"hooks"},
    ),
}
FORBIDDEN = {
    "kompass": {"mkdocs", "mkdocs_macros", "material", "jinja2", "macros", "docs", "scripts", "bench", "tests"},
    "macros": {"docs", "scripts", "bench", "tests"},
}


@pytest.mark.parametrize("package", FORBIDDEN)
def test_package_knows_nothing_above_it(package: str) -> None:
    known = {path: {name.partition(".")[0] for name in imports(path)} & FORBIDDEN[package] for path in sources(package)}
    assert {str(path.relative_to(ROOT)): names for path, names in known.items() if names} == {}
    assert len(known) > 15


@pytest.mark.parametrize("package", FLOORS)
def test_every_room_has_its_floor(package: str) -> None:
    assert {room(package, path) for path in sources(package)} == set().union(*FLOORS[package])


@pytest.mark.parametrize("package", FLOORS)
def test_no_room_knows_one_above_it(package: str) -> None:
    steps = [(path, name) for path in sources(package) for name in imports(path) if name.startswith(f"{package}.")]
    climbs = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path, name in steps
        if floor(package, name.split(".")[1]) > floor(package, room(package, path))
    ]
    assert climbs == []
    assert len(steps) > 50


def test_diagnosis_and_rules_do_not_know_each_other() -> None:
    assert not any(name.startswith("kompass.rules") for name in imports(ROOT / "kompass" / "diagnosis.py"))
    rules = (ROOT / "kompass" / "rules").glob("*.py")
    assert not any(name.startswith("kompass.diagnosis") for path in rules for name in imports(path))


def test_guard_sees_every_kind_of_import(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("import a.b\nfrom c import d\ndef f():\n    from e.f import g\n", encoding="utf-8")
    assert set(imports(path)) == {"a.b", "c", "c.d", "e.f", "e.f.g"}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def room(package: str, path: Path) -> str:
    return path.relative_to(ROOT / package).parts[0].removesuffix(".py")


def floor(package: str, name: str) -> int:
    """Return the floor of a room; a name of the package itself stands on the ground."""
    return next((number for number, rooms in enumerate(FLOORS[package]) if name in rooms), 0)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)
