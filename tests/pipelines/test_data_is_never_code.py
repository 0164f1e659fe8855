"""Data is never code: of a proposal only its data files are read, and nothing in them runs, whoever looks at them."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from yaml.constructor import FullConstructor, SafeConstructor

from kompass.cli import REPORTS
from kompass.load import load
from scripts.foreign_data import NAMES, take_over
from scripts.gitlab import examine

ROOT = Path.cwd()
EXECUTING = {"eval", "exec", "compile", "__import__", "breakpoint"}
EXECUTING_MODULES = {"pickle", "marshal", "shelve", "dill", "runpy", "code"}
UNSAFE_YAML = {"load", "load_all", "unsafe_load", "full_load", "Loader", "UnsafeLoader", "FullLoader", "CUnsafeLoader"}
ALLOWED = {
    "kompass/reading/positions.py": {"yaml.Loader"},  # only as a parser: it hands out events, builds no objects
    "kompass/rules/settings.py": {"yaml.load"},  # reads a file of the package with the safe loader
    "macros/export.py": {"yaml.load"},  # reads mkdocs.yml with a safe loader
}
MODULES = sorted(path for folder in ("kompass", "macros", "scripts") for path in Path(folder).rglob("*.py"))
GLOSSARY = Path("data/glossary.yml").read_text(encoding="utf-8")
CANARY = "canary"


def git(folder, *arguments, **options):
    name = ["-c", "user.name=Test", "-c", "user.email=test@host.invalid", "-c", "core.hooksPath=/dev/null"]
    command = ["git", "-C", str(folder), *name, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout.strip()


@pytest.fixture
def repository(tmp_path):
    """A repository with our data on main."""
    (tmp_path / "data").mkdir()
    for name in NAMES:
        source = ROOT / name
        if source.exists():
            (tmp_path / name).write_bytes(source.read_bytes())
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "main")
    return tmp_path


def propose(repository, files, links=None):
    """Commit files and symbolic links on a branch of their own; go back to main and return the commit."""
    git(repository, "switch", "--quiet", "--create", "proposal")
    for name, text in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, target in (links or {}).items():
        (repository / name).unlink(missing_ok=True)
        (repository / name).symlink_to(target)
    git(repository, "add", "--all", "--force")
    git(repository, "commit", "--quiet", "--message", "proposal")
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "main")
    return commit


def test_data_of_the_proposal_is_taken_over(repository):
    commit = propose(repository, {"data/glossary.yml": GLOSSARY + "# neu\n"})
    assert take_over(commit, repository) == []
    assert (repository / "data/glossary.yml").read_text(encoding="utf-8").endswith("# neu\n")


def test_file_that_the_proposal_deletes_is_gone(repository):
    git(repository, "switch", "--quiet", "--create", "proposal")
    git(repository, "rm", "--quiet", "data/glossary.yml")
    git(repository, "commit", "--quiet", "--message", "proposal")
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "main")
    take_over(commit, repository)
    assert not (repository / "data/glossary.yml").exists()


HOSTILE = {
    "kompass/__init__.py": f"open('{CANARY}', 'w')",
    "kompass/rules/evil.py": f"open('{CANARY}', 'w')",
    "sitecustomize.py": f"open('{CANARY}', 'w')",
    "conftest.py": f"open('{CANARY}', 'w')",
    "Makefile": f"check:\n\ttouch {CANARY}\n",
    "mkdocs.yml": "hooks: [evil.py]\n",
    ".github/workflows/kommentar.yml": "on: push\n",
    ".gitattributes": "*.yml filter=evil diff=evil\n",
    ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = https://host.invalid/x\n',
    "data/evil.py": f"open('{CANARY}', 'w')",
    "data/more/glossary.yml": "- id: x\n",
    ".cache/typed.pickle": "cos\nsystem\n(S'touch canary'\ntR.",
}


def test_nothing_but_our_data_files_is_laid_out_and_the_rest_is_named(repository):
    commit = propose(repository, HOSTILE | {"data/glossary.yml": GLOSSARY})
    before = {path.relative_to(repository).as_posix() for path in repository.rglob("*") if ".git/" not in path.as_posix()}
    others = take_over(commit, repository)
    after = {path.relative_to(repository).as_posix() for path in repository.rglob("*") if ".git/" not in path.as_posix()}
    assert after == before
    assert set(others) == set(HOSTILE)


def test_filters_and_hooks_of_the_proposal_never_run(repository):
    canary = repository / CANARY
    for key in ("filter.evil.smudge", "diff.evil.command", "diff.evil.textconv"):
        git(repository, "config", key, f"touch {canary}")
    take_over(propose(repository, HOSTILE | {"data/glossary.yml": GLOSSARY + "# neu\n"}), repository)
    canary.unlink(missing_ok=True)  # the proposal's own checkout above may have run them, reading it must not
    take_over(git(repository, "rev-parse", "proposal"), repository)
    assert not canary.exists()


@pytest.mark.parametrize("target", ["/proc/self/environ", "../secret.txt", ".git/config"])
def test_symbolic_link_in_place_of_a_data_file_is_refused(repository, target):
    commit = propose(repository, {}, links={"data/glossary.yml": target})
    with pytest.raises(ValueError, match=r"glossary\.yml ist im Vorschlag keine gewöhnliche Datei"):
        take_over(commit, repository)


def test_executable_data_file_is_refused(repository):
    git(repository, "switch", "--quiet", "--create", "proposal")
    git(repository, "update-index", "--chmod=+x", "data/glossary.yml")
    git(repository, "commit", "--quiet", "--message", "proposal")
    with pytest.raises(ValueError, match="keine gewöhnliche Datei"):
        take_over(git(repository, "rev-parse", "HEAD"), repository)


@pytest.mark.parametrize("commit", ["main", "--upload-pack=touch canary", "HEAD~1", "0" * 39, "$(touch canary)"])
def test_commit_that_is_no_full_id_is_refused(repository, commit):
    with pytest.raises(ValueError, match="vollständige Kennung"):
        take_over(commit, repository)


@pytest.fixture
def project(tmp_path):
    """A repository with our data and the code that examines proposals."""
    for folder in ("data", "kompass", "scripts"):
        shutil.copytree(folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".gitignore").write_text("__pycache__/\n.cache/\n")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "main")
    return tmp_path


def test_comment_is_that_of_our_code_whatever_the_code_of_the_proposal_says(project):
    broken = GLOSSARY.replace("checked: 2026-11-22", "checked: 2026-13-99", 1)
    commit = propose(project, {"data/glossary.yml": broken, "kompass/__init__.py": f"open('{project / CANARY}', 'w')\n"})
    comment = examine(commit, project, "https://host.invalid/1")
    assert not (project / CANARY).exists()
    assert "**Fehler** in data" in comment
    assert "glossary" in comment
    assert "Dateien außerhalb von `data/`" in comment
    assert git(project, "worktree", "list").count("\n") == 0


def test_clean_proposal_is_praised_and_only_its_own_change_is_named(project):
    commit = propose(project, {"data/glossary.yml": GLOSSARY.replace("checked: 2026-11-22", "checked: 2026-11-21", 1)})
    (project / "data/faq.yml").write_text(Path("data/faq.yml").read_text(encoding="utf-8") + "# neu auf main\n", encoding="utf-8")
    git(project, "commit", "--quiet", "--all", "--message", "main goes on")
    comment = examine(commit, project, "https://host.invalid/1")
    assert "Die Daten sind in Ordnung" in comment
    assert "faq" not in comment
    assert "außerhalb" not in comment


FIELDS = ("title", "definition", "checked")
RUNNING = {
    "yaml-apply": "!!python/object/apply:os.system ['touch {canary}']",
    "yaml-name": "!!python/name:os.system",
    "yaml-module": "!!python/module:antigravity",
    "template": "\"{{{{ cycler.__init__.__globals__.os.popen('touch {canary}').read() }}}}\"",
    "statement": "'{{% import os %}}'",
    "shell": '"$(touch {canary}) `touch {canary}` ; touch {canary}"',
    "workflow-command": '"::set-output name=x::y %0A::add-path::/tmp"',
    "format": "'{{0.__class__.__mro__}} %(x)s'",
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """Return the folder where every value of RUNNING would leave its canary, after all reports on an entry with each."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree("data", folder / "data")
    entries = [
        f"- id: aaa-{name}\n"
        + "\n".join(f"  {key}: {value.format(canary=folder / name)}" for key in ("title", "definition", "checked"))
        for name, value in RUNNING.items()
    ]
    (folder / "data" / "glossary.yml").write_text("\n".join([*entries, GLOSSARY]), encoding="utf-8")
    loaded = load(folder / "data")
    assert all(report(loaded) for report in REPORTS.values())
    return folder, loaded.problems


@pytest.mark.parametrize("name", RUNNING)
def test_value_that_looks_like_code_runs_in_no_report(reported, name):
    folder, found = reported
    first = list(RUNNING).index(name) * 4 + 1
    assert [problem for problem in found if problem.path.name == "glossary.yml" and first <= problem.line < first + 4]
    assert not (folder / name).exists()


def test_value_cannot_smuggle_in_a_workflow_command(tmp_path):
    (tmp_path / "glossary.yml").write_text('- id: "x\\n::add-mask::y\\n::set-env name=A::b"\n', encoding="utf-8")
    command = [sys.executable, "-m", "kompass", "check", "--data", str(tmp_path), "--format", "github"]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    assert any("glossary.yml" in line for line in lines)
    assert all(line.startswith(("::error ", "::warning ", "::notice ", "Geprüft")) for line in lines)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_module_has_no_way_to_run_data(path):
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in EXECUTING:
            found.append(node.func.id)
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = {alias.name for alias in node.names} | {getattr(node, "module", None) or ""}
            found += sorted(modules & EXECUTING_MODULES)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            found += [name] if name in {"os.system", "os.popen"} or (node.value.id == "yaml" and node.attr in UNSAFE_YAML) else []
        if isinstance(node, ast.keyword) and node.arg == "shell" and getattr(node.value, "value", None) is not False:
            found.append("shell=")
    assert not set(found) - ALLOWED.get(path.as_posix(), set())


def test_reader_of_the_data_builds_no_objects():
    source = Path("kompass/reading/positions.py").read_text(encoding="utf-8")
    assert not re.search(r"construct|get_data|get_single_data|add_constructor", source)


def test_reader_of_the_rules_settings_is_a_safe_one():
    loader = import_module("kompass.rules.settings")._LOADER
    assert issubclass(loader, SafeConstructor)
    assert not issubclass(loader, FullConstructor)


def test_names_of_data_files_lead_nowhere_else():
    assert all(os.path.normpath(name) == name and name.startswith("data/") for name in NAMES)


def test_real_data_has_no_value_that_is_anything_but_plain():
    plain = (str, int, float, bool, type(None))
    for entry in load(Path("data")).catalogue.records.values():
        for record in entry:
            values = [record.model_dump(mode="json")]
            while values:
                value = values.pop()
                values += list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
                assert isinstance(value, (*plain, dict, list))
