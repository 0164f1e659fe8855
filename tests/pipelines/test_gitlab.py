"""GitLab's pipeline: the same boundary, and what its second step sends to the programming interface."""

from __future__ import annotations

import re

import pytest

from scripts import gitlab as commands
from scripts.comment import MARK

KEYWORDS = {"workflow", "stages", "default", "variables"}
TOKEN = "REDAKTION_TOKEN"  # noqa: S105  a name


def jobs_of(gitlab):
    return {name: job for name, job in gitlab.items() if name not in KEYWORDS and not name.startswith(".")}


def conditions(gitlab, job):
    rules = job.get("rules") or gitlab[job["extends"]]["rules"]
    return [rule["if"] for rule in rules]


def test_image_is_pinned_by_digest(gitlab):
    images = [gitlab["default"]["image"], *(job["image"] for job in jobs_of(gitlab).values() if "image" in job)]
    assert all(re.fullmatch(r"[\w./:-]+@sha256:[0-9a-f]{64}", image) for image in images)


def test_token_is_named_by_no_job_and_reaches_only_scheduled_ones_on_main(gitlab):
    assert TOKEN not in str(jobs_of(gitlab))
    for name, job in jobs_of(gitlab).items():
        if job.get("environment"):
            assert job["environment"] == {"name": "redaktion", "action": "access"}, name
            assert all('"schedule"' in found and "== $CI_DEFAULT_BRANCH" in found for found in conditions(gitlab, job)), name


@pytest.mark.parametrize("task", ["kommentare", "links"])
def test_command_with_token_runs_in_the_environment_of_the_token(gitlab, task):
    callers = [job for job in jobs_of(gitlab).values() if f"scripts.gitlab {task}" in str(job["script"])]
    assert callers
    assert all(job.get("environment") for job in callers)


def test_release_and_publication_never_run_for_a_merge_request(gitlab):
    for name in ("pages", "version", "version-freigeben"):
        found = conditions(gitlab, gitlab[name])
        assert all("$CI_COMMIT_TAG" in condition or "== $CI_DEFAULT_BRANCH" in condition for condition in found)


class FakeProject:
    """Answers from a list and remembers what was sent."""

    def __init__(self, answers):
        self.answers = answers
        self.sent = []

    def call(self, method, path, **fields):
        if method == "GET":
            return self.answers[path.partition("?")[0]]
        self.sent.append((method, path, fields))
        return {}


@pytest.mark.parametrize(
    ("issues", "report", "sent"),
    [
        ([], "kaputt", [("POST", "issues", {"title": commands.TITLE, "description": "kaputt"})]),
        ([{"iid": 4, "title": commands.TITLE}], "kaputt", [("PUT", "issues/4", {"description": "kaputt"})]),
        ([{"iid": 4, "title": commands.TITLE}], "\n", [("PUT", "issues/4", {"state_event": "close"})]),
        ([{"iid": 5, "title": "etwas anderes"}], "", []),
    ],
)
def test_links_have_one_issue_opened_renewed_and_closed(issues, report, sent):
    project = FakeProject({"issues": issues})
    commands.report_links(project, report)
    assert project.sent == sent


@pytest.mark.parametrize(
    ("notes", "sent"),
    [
        ([{"id": 1, "body": "Hallo"}], [("POST", "notes", {"body": f"{MARK} neu"})]),
        ([{"id": 1, "body": f"{MARK} alt"}], [("PUT", "notes/1", {"body": f"{MARK} neu"})]),
        ([{"id": 1, "body": f"{MARK} neu"}], []),
    ],
)
def test_merge_request_has_one_comment_written_and_renewed(notes, sent):
    project = FakeProject({"notes": notes})
    commands._upsert_note(project, "notes", f"{MARK} neu")
    assert project.sent == sent


def test_token_never_travels_unencrypted():
    with pytest.raises(ValueError, match="https"):
        commands.Project("http://gitlab.invalid/api/v4/projects/1", "PRIVATE-TOKEN", "x")
