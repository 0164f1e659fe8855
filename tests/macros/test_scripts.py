"""The modules as one classic script: complete, each module once, unknown forms refused."""

import posixpath
from pathlib import Path

import pytest

from macros.scripts import UnknownFormError, classic_script, wrapped

SCRIPTS = Path(__file__).parents[2] / "docs" / "javascripts"
MODULES = sorted(path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.mjs"))


@pytest.mark.parametrize("name", MODULES)
def test_every_imported_module_exists(name):
    _, needed = wrapped(name, (SCRIPTS / name).read_text(encoding="utf-8"))
    assert [other for other in needed if not (SCRIPTS / other).exists()] == []


def test_script_holds_every_module_that_main_needs():
    script = classic_script(SCRIPTS)
    for name in ("main.mjs", "search-box.mjs", "lib/search.mjs", "vendor/minisearch.mjs"):
        assert script.count(f'"{name}": (') == 1, posixpath.basename(name)


def test_imports_and_exports_become_plain_code(tmp_path):
    (tmp_path / "main.mjs").write_text('import { one as first } from "./lib/a.mjs";\nfirst();\n', encoding="utf-8")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a.mjs").write_text("export function one() {}\n", encoding="utf-8")
    script = classic_script(tmp_path)
    assert 'const { one: first } = $load("lib/a.mjs");' in script
    assert "$exports.one = one;" in script


@pytest.mark.parametrize("line", ['import * as all from "./a.mjs";', 'export * from "./a.mjs";', "export default 5;"])
def test_unknown_form_is_refused_by_name(line):
    with pytest.raises(UnknownFormError, match=r"x\.mjs"):
        wrapped("x.mjs", f"{line}\n")
