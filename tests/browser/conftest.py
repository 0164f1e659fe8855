"""A page of an origin that serves our modules, without the site around them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.serving import serving

SCRIPTS = Path(__file__).parents[2] / "docs" / "javascripts"


class _ScriptHandler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def scripts_page(browser: Browser) -> Iterator[Page]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_ScriptHandler, directory=str(SCRIPTS)))
    with serving(server) as host:
        page = browser.new_page()
        page.goto(f"http://{host}/vendor/manifest.json")
        yield page
        page.close()
