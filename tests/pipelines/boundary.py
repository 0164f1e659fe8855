"""The trust boundary of GitHub's workflows as checks: each yields what is wrong with a workflow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
RUNNERS = re.compile(r"ubuntu-\d\d\.\d\d")
PROJECT_CODE = re.compile(r"\b(?:python3?|pip|make|node|npm|bash|sh|source)\b|\./|\$\(<")
STRANGERS = {"pull_request", "pull_request_target", "issues", "issue_comment", "workflow_run", "discussion", "fork"}

Workflow = dict[str, Any]


def steps(workflow: Workflow) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for name, job in workflow["jobs"].items():
        for step in job.get("steps", ()):
            yield name, job, step


def grants(workflow: Workflow, job: dict[str, Any]) -> dict[str, str]:
    return job.get("permissions", workflow.get("permissions", {"everything": "write"}))


def may_write(workflow: Workflow, job: dict[str, Any]) -> bool:
    found = grants(workflow, job)
    return not isinstance(found, dict) or any(level != "read" for level in found.values())


def unpinned_actions(workflow: Workflow) -> Iterator[str]:
    for _, _, step in steps(workflow):
        if "uses" in step and not PINNED.fullmatch(step["uses"]):
            yield step["uses"]


def broad_permissions(workflow: Workflow) -> Iterator[str]:
    if workflow.get("permissions") != {}:
        yield "workflow"
    for name, job in workflow["jobs"].items():
        if not isinstance(job.get("permissions"), dict) or "write-all" in job["permissions"].values():
            yield name


def target_events(workflow: Workflow) -> Iterator[str]:
    """`pull_request_target` runs with secrets in the place of a stranger: never."""
    yield from {"pull_request_target", "issue_comment"} & set(workflow["on"])


def secrets_for_strangers(workflow: Workflow) -> Iterator[str]:
    """A workflow that strangers set off sees a token only in a job that runs no code of the project."""
    if not STRANGERS & set(workflow["on"]):
        return
    for name, job in workflow["jobs"].items():
        if "secrets." in str(job) or (("github.token" in str(job) or "GITHUB_TOKEN" in str(job)) and runs_code(job)):
            yield name
        if job.get("secrets"):
            yield name
    if "secrets." in str(workflow.get("env", "")) or "github.token" in str(workflow.get("env", "")):
        yield "env"


def writers_that_run_code(workflow: Workflow) -> Iterator[str]:
    """A job that may write anything neither checks out the project nor runs any of it."""
    for name, job in workflow["jobs"].items():
        if may_write(workflow, job) and runs_code(job):
            yield name


def runs_code(job: dict[str, Any]) -> bool:
    return any(
        "actions/checkout@" in step.get("uses", "")
        or "setup-" in step.get("uses", "")
        or PROJECT_CODE.search(step.get("run", ""))
        for step in job.get("steps", ())
    )


def foreign_checkouts(workflow: Workflow) -> Iterator[str]:
    """A workflow that runs with main's rights checks out main and nothing else; none keeps its credentials."""
    for name, _, step in steps(workflow):
        if "actions/checkout@" in step.get("uses", ""):
            options = step.get("with", {})
            if options.get("persist-credentials") != "false":
                yield f"{name}: persist-credentials"
            if {"ref", "repository", "token", "ssh-key"} & set(options):
                yield f"{name}: ref"


def foreign_artifacts(workflow: Workflow) -> Iterator[str]:
    """Nothing that the run of a stranger has left behind is taken over."""
    for name, _, step in steps(workflow):
        if {"run-id", "github-token", "repository"} & set(step.get("with", {})) or "gh run download" in step.get("run", ""):
            yield name


def expressions_in_scripts(workflow: Workflow) -> Iterator[str]:
    """`${{ … }}` in a script would be pasted into it: a branch name could be a command."""
    for name, _, step in steps(workflow):
        if "${{" in step.get("run", ""):
            yield name


def shared_caches(workflow: Workflow) -> Iterator[str]:
    """A cache written by a stranger's code could reach a run on main."""
    if "pull_request" in workflow["on"]:
        for name, _, step in steps(workflow):
            if "actions/cache" in step.get("uses", "") or "cache" in step.get("with", {}):
                yield name


def open_ends(workflow: Workflow) -> Iterator[str]:
    for name, job in workflow["jobs"].items():
        if "timeout-minutes" not in job or not RUNNERS.fullmatch(str(job.get("runs-on"))):
            yield name


CHECKS = {
    check.__name__: check
    for check in (
        unpinned_actions,
        broad_permissions,
        target_events,
        secrets_for_strangers,
        writers_that_run_code,
        foreign_checkouts,
        foreign_artifacts,
        expressions_in_scripts,
        shared_caches,
        open_ends,
    )
}
