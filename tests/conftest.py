"""The order of the tests and their spread over processes; the strict build of the real site, a server for it, a Chromium."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from scripts.find_chromium import find
from tests.serving import serving

ROOT = Path(__file__).parent.parent
SLOW_FOLDERS = ("pipelines", "links", "browser")  # in this order after all others: what fails quickly is seen quickly
SPREAD = re.compile(r"(tests/browser/test_(?:pages|lists)\.py)::[^\[]+\[([\w-]+)\]")  # one page at a time instead of one file
PATIENCE = 60_000  # milliseconds; a busy machine is slow, not wrong
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put cheap tests first."""
    items.sort(key=lambda item: _slowness(item.path))


def _slowness(path: Path) -> int:
    folder = path.relative_to(ROOT / "tests").parts[0]
    return SLOW_FOLDERS.index(folder) + 1 if folder in SLOW_FOLDERS else 0


class _Scheduling(LoadScopeScheduling):
    """Gives a process one file after the other, in our order; the longest files are given page by page."""

    def _split_scope(self, nodeid: str) -> str:
        if spread := SPREAD.match(nodeid):
            return "::".join(spread.groups())
        return nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> _Scheduling:
    config.option.loadscopereorder = False
    return _Scheduling(config, log)


@dataclass(frozen=True)
class Build:
    """A finished build: where it is and what was said."""

    folder: Path
    exit_code: int
    log: str


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Build:
    """Return the one build of a run: the process that asks first makes it, the others wait."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent
    folder, said = shared / "site", shared / "site.json"
    with FileLock(shared / "site.lock"):
        if not said.exists():
            command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", str(folder)]
            environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
            done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
            said.write_text(json.dumps([done.returncode, done.stdout + done.stderr]), encoding="utf-8")
    return Build(folder, *json.loads(said.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def built_site(build: Build) -> Path:
    assert build.exit_code == 0, build.log
    return build.folder


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a page was closed before it was all there
            super().copyfile(source, outputfile)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(built_site)))
    with serving(server) as host:
        yield f"http://{host}/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
