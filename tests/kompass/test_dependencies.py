"""Nothing imports against the arrow data <- kompass <- macros <- docs, nor inside kompass against its layers."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYERS = (
    {"wording", "rule_names", "problem", "addresses"},
    {"model"},
    {"review"},
    {"templates"},
    {"reading"},
    {"diagnosis", "rules"},
    {"catalogue"},
    {"load"},
    {"export", "schema", "telling", "writing"},
    {"cli"},
    {"__main__"},
)
CORE = sorted(
    path
    for path in (ROOT / "kompass").rglob("*.py")
    if path.relative_to(ROOT / "kompass").parts[0].removesuffix(".py") in set().union(*LAYERS)
)


@pytest.mark.parametrize("path", sorted((ROOT / "kompass").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_kompass_knows_neither_site_nor_engine(path: Path) -> None:
    assert {"mkdocs", "mkdocs_macros", "material", "jinja2", "macros", "docs"} & {
        name.partition(".")[0] for name in imports(path)
    } == set()


@pytest.mark.parametrize("path", sorted((ROOT / "macros").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_macros_know_no_pages(path: Path) -> None:
    assert "docs" not in {name.partition(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", CORE, ids=lambda path: str(path.relative_to(ROOT / "kompass")))
def test_core_imports_only_from_its_own_layer_or_below(path: Path) -> None:
    layer = level(path.relative_to(ROOT / "kompass").parts[0].removesuffix(".py"))
    inner = {name.split(".")[1] for name in imports(path) if name.startswith("kompass.")}
    assert {name for name in inner if level(name) > layer} == set()


def test_diagnosis_and_rules_do_not_know_each_other() -> None:
    assert not any(name.startswith("kompass.rules") for name in imports(ROOT / "kompass" / "diagnosis.py"))
    rules = (ROOT / "kompass" / "rules").glob("*.py")
    assert not any(name.startswith("kompass.diagnosis") for path in rules for name in imports(path))


def test_guard_sees_every_kind_of_import(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("import a.b\nfrom c import d\ndef f():\n    from e.f import g\n", encoding="utf-8")
    assert set(imports(path)) == {"a.b", "c", "c.d", "e.f", "e.f.g"}


def level(name: str) -> int:
    """Return the layer of a module of kompass; what is not named above may use everything."""
    return next((number for number, names in enumerate(LAYERS) if name in names), len(LAYERS))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)
