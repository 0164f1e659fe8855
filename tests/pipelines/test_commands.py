"""Every command that a pipeline calls exists and understands its options."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FILES = [*sorted(Path(".github/workflows").glob("*.yml")), Path(".gitlab-ci.yml")]
TEXT = "\n".join(re.sub(r"^\s*#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE) for path in FILES)
CALLS = sorted({(module, sub) for module, sub in re.findall(r"python -m ((?:kompass|scripts)[\w.]*)(?: (check))?", TEXT)})
TARGETS = {word for line in re.findall(r"\bmake (?:--directory \S+ )?([a-z./][a-z ./-]*)", TEXT) for word in line.split()}


def options_of(module: str, sub: str) -> set[str]:
    calls = re.findall(rf"python -m {re.escape(module)}(?=[ \n])([^\n|>]*)", TEXT)
    return {option for call in calls if not sub or f" {sub} " in call for option in re.findall(r" (--[\w-]+)", call)}


def test_pipelines_call_the_commands_we_know():
    assert {module for module, _ in CALLS} >= {
        "kompass",
        "scripts.links",
        "scripts.preview",
        "scripts.foreign_data",
        "scripts.comment",
    }


@pytest.mark.parametrize(("module", "sub"), [call for call in CALLS if call[0] != "scripts.foreign_data"])
def test_called_command_knows_its_options(module, sub):
    command = [sys.executable, "-m", module, *([sub] if sub else []), "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert not {option for option in options_of(module, sub) if option not in shown}


@pytest.mark.parametrize("form", sorted(set(re.findall(r"--format (\w+)", TEXT))))
def test_check_knows_the_format(form):
    shown = subprocess.run(
        [sys.executable, "-m", "kompass", "check", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert re.search(rf"\b{form}\b", shown)


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_makefile_has_the_target(target):
    makefile = Path("Makefile").read_text(encoding="utf-8").replace("$(READY)", ".venv/.ready")
    assert re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)
