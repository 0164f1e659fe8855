"""GitHub's workflows: a pull request from a stranger can run nothing with secrets, and every command exists."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from tests.pipelines.boundary import CHECKS, may_write

NAMES = sorted(path.name for path in Path(".github/workflows").glob("*.yml"))
WRITERS = {
    ("kommentar.yml", "schreiben"): {"pull-requests": "write"},
    ("links.yml", "melden"): {"issues": "write"},
    ("veroeffentlichen.yml", "ausliefern"): {"pages": "write", "id-token": "write"},
    ("version.yml", "freigeben"): {"contents": "write"},
}
SAFE = """\
on: {pull_request: {}}
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with: {persist-credentials: false}
      - run: make test
"""
BREACHES = {
    "unpinned_actions": ("checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd", "checkout@v6"),
    "broad_permissions": ("permissions: {}", "permissions: write-all"),
    "target_events": ("{pull_request: {}}", "{pull_request_target: {}}"),
    "secrets_for_strangers": ("- run: make test", "- {run: make test, env: {TOKEN: '${{ secrets.TOKEN }}'}}"),
    "writers_that_run_code": ("{contents: read}", "{contents: read, issues: write}"),
    "foreign_checkouts": ("{persist-credentials: false}", "{persist-credentials: false, ref: '${{ github.head_ref }}'}"),
    "foreign_artifacts": ("{persist-credentials: false}", "{persist-credentials: false, run-id: 1}"),
    "expressions_in_scripts": ("make test", "make test ${{ github.head_ref }}"),
    "shared_caches": ("{persist-credentials: false}", "{persist-credentials: false, cache: pip}"),
    "open_ends": ("ubuntu-24.04", "self-hosted"),
}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("check", CHECKS)
def test_trust_boundary_holds(workflows, name, check):
    assert not list(CHECKS[check](workflows[name]))


@pytest.mark.parametrize("check", CHECKS)
def test_check_notices_the_breach_and_nothing_in_a_safe_workflow(read_yaml, check):
    old, new = BREACHES[check]
    assert not list(CHECKS[check](read_yaml(SAFE)))
    assert list(CHECKS[check](read_yaml(SAFE.replace(old, new))))


def test_nobody_may_write_but_those_four_and_each_only_one_thing(workflows):
    found = {
        (name, job): options["permissions"]
        for name, workflow in workflows.items()
        for job, options in workflow["jobs"].items()
        if may_write(workflow, options)
    }
    assert found == WRITERS


def test_comment_is_written_with_the_code_of_main(workflows):
    workflow = workflows["kommentar.yml"]
    assert set(workflow["on"]) == {"workflow_run"}
    script = "".join(step.get("run", "") for job in workflow["jobs"].values() for step in job["steps"])
    assert not re.search(r"git (?:checkout|switch|merge(?!-base)|pull|worktree|read-tree|reset|archive|submodule)", script)
    assert "python -m scripts.foreign_data" in script


def test_every_pin_names_its_version(workflows):
    for name in workflows:
        for line in Path(".github/workflows", name).read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                assert re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), f"{name}: {line}"


def test_one_action_has_one_pin_everywhere(workflows):
    pins = set(re.findall(r"uses: (\S+)@([0-9a-f]{40})", "".join(Path(".github/workflows", n).read_text() for n in workflows)))
    assert len({action for action, _ in pins}) == len(pins)


@pytest.mark.parametrize("name", NAMES)
def test_scripts_are_valid_shell(workflows, name):
    for job in workflows[name]["jobs"].values():
        for step in job["steps"]:
            if "run" in step:
                subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)


def test_static_analysis_finds_nothing():
    program = Path(sys.executable).with_name("zizmor")
    done = subprocess.run([program, "--offline", "--no-progress", ".github"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", [f".github/workflows/{name}" for name in NAMES]),
        ("dependabot", [".github/dependabot.yml"]),
        ("gitlab-ci", [".gitlab-ci.yml"]),
        ("renovate", ["renovate.json"]),
    ],
)
def test_configuration_has_the_shape_its_reader_expects(schema, paths):
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", f"vendor.{schema}", *paths])
    assert done.exit_code == 0, done.output
