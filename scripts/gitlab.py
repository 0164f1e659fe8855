"""What GitHub's second workflow does, for GitLab: comments on merge requests and the one issue on links.

Run by scheduled pipelines on main only, with a token that no other job sees. Of a merge request only the data files are read.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from scripts.comment import MARK, frame
from scripts.foreign_data import take_over

TITLE = "Links, um die sich jemand kümmern muss"
SECONDS = 30


class Project:
    """A project on GitLab, seen through its programming interface (docs.gitlab.com, "REST API")."""

    def __init__(self, address: str, header: str, token: str) -> None:
        if not address.startswith("https://"):
            raise ValueError("Die Adresse der Schnittstelle beginnt nicht mit https://.")
        self.address = address
        self.headers = {header: token, "Content-Type": "application/json"}

    def call(self, method: str, path: str, **fields: str) -> Any:
        """Send a request and return the answer."""
        data = json.dumps(fields).encode() if fields else None
        request = Request(f"{self.address}/{path}", data, self.headers, method=method)  # noqa: S310  https only, see __init__
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return json.load(answer)


def comment_on_all(project: Project, root: Path) -> int:
    """Write or renew the comment on each open merge request; return how many were written."""
    written = 0
    for merge_request in project.call("GET", "merge_requests?state=opened&per_page=100"):
        number = int(merge_request["iid"])
        subprocess.run(["git", "-C", str(root), "fetch", "--quiet", "origin", f"refs/merge-requests/{number}/head"], check=True)
        body = examine(str(merge_request["sha"]), root, f"{merge_request['web_url']}/pipelines")
        written += _upsert_note(project, f"merge_requests/{number}/notes", body)
    return written


def examine(commit: str, root: Path, url: str) -> str:
    """Return the comment on a commit: its data, checked by the code of the checkout at `root`."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        _git(root, "worktree", "add", "--quiet", "--detach", str(copy), "HEAD")
        try:
            others = take_over(commit, copy)
            base = _git(root, "merge-base", "HEAD", commit).strip()
            command = [sys.executable, "-m", "kompass", "check", "--changed-since", base, "--format", "markdown"]
            done = subprocess.run(command, cwd=copy, capture_output=True, check=False)
        finally:
            _git(root, "worktree", "remove", "--force", str(copy))
    return frame(done.stdout.decode("utf-8", "replace"), others=others, url=url)


def report_links(project: Project, report: str) -> str:
    """Open, renew or close the one issue on links; return what was done."""
    issues = project.call("GET", "issues?state=opened&scope=created_by_me&per_page=100")
    number = next((int(issue["iid"]) for issue in issues if issue["title"] == TITLE), None)
    if not report.strip():
        if number is None:
            return "nichts zu tun"
        project.call("PUT", f"issues/{number}", state_event="close")
        return "geschlossen"
    if number is None:
        project.call("POST", "issues", title=TITLE, description=report)
        return "angelegt"
    project.call("PUT", f"issues/{number}", description=report)
    return "erneuert"


def release(project: Project, tag: str, notes: str, job: str) -> None:
    """Make a release of a tag; `job` is the address of the job that holds its files."""
    project.call("POST", "releases", tag_name=tag, name=tag, description=f"{notes}\n[Dateien dieser Version]({job})\n")


def _upsert_note(project: Project, path: str, body: str) -> bool:
    notes = project.call("GET", f"{path}?per_page=100&sort=asc")
    own = next((note for note in notes if note["body"].startswith(MARK)), None)
    if own and own["body"].strip() == body.strip():
        return False
    if own:
        project.call("PUT", f"{path}/{own['id']}", body=body)
    else:
        project.call("POST", path, body=body)
    return True


def _git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True).stdout


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one of the tasks for the project that the pipeline names."""
    parser = argparse.ArgumentParser(prog="python -m scripts.gitlab", description="Schreibt Kommentare, Issue und Versionen.")
    parser.add_argument("task", choices=["kommentare", "links", "version"])
    parser.add_argument("--report", type=Path, default=Path("bericht.md"), metavar="DATEI", help="Bericht oder Änderungen")
    options = parser.parse_args(arguments)
    address = f"{os.environ['CI_API_V4_URL']}/projects/{os.environ['CI_PROJECT_ID']}"
    if options.task == "version":
        project = Project(address, "JOB-TOKEN", os.environ["CI_JOB_TOKEN"])
        files = f"{os.environ['CI_PROJECT_URL']}/-/jobs/artifacts/{os.environ['CI_COMMIT_TAG']}/browse/dist?job=version"
        release(project, os.environ["CI_COMMIT_TAG"], options.report.read_text(encoding="utf-8"), files)
        return 0
    project = Project(address, "PRIVATE-TOKEN", os.environ["REDAKTION_TOKEN"])
    if options.task == "kommentare":
        print(f"Kommentare geschrieben: {comment_on_all(project, Path())}.")
    else:
        print(f"Issue zu Links: {report_links(project, options.report.read_text(encoding='utf-8'))}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
