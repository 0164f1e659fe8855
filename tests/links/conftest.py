"""A server on loopback that behaves as badly as the web, and the settings that make the checker quick against it."""

from __future__ import annotations

import platform
import ssl
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
import trustme

from scripts.links.settings import CONFIG
from tests.serving import serving

QUICK = """\
host_request_interval = "20ms"
timeout = 60
max_retries = 1
retry_wait_time = 1
exclude_all_private = false
exclude_link_local = true
"""
GOOD = "<title>Digitalstrategie</title><h1>Unsere Strategie</h1>"
SOFT = "<title>Musterstadt</title><h1>Seite nicht gefunden</h1>"
MOVES = {
    "/umgezogen": (301, "/gut"),
    "/voruebergehend": (302, "/gut"),
    "/alte-seite": (302, "/"),
    "/umgezogen-und-weg": (301, "/weg"),
    "/im-kreis": (302, "/im-kreis"),
    "/nach-innen": (302, "http://169.254.169.254/latest/"),
}
CODES = {"/weg": 404, "/geloescht": 410, "/verboten": 403, "/kaputt": 503, "/immer-zu-viel": 429}


class BadWeb(BaseHTTPRequestHandler):
    """Answers by path; counts what was asked and by whom. "/langsam" is not answered while the server runs."""

    asked: ClassVar[Counter[str]] = Counter()
    agents: ClassVar[set[str]] = set()
    closing: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        self.asked[path] += 1
        self.agents.add(self.headers["User-Agent"])
        if path == "/langsam":
            self.closing.wait()
        code, target = MOVES.get(path, (CODES.get(path, 200), ""))
        if path == "/erst-zu-viel" and self.asked[path] < 2:
            code = 429
        body = (SOFT if path == "/weich" else GOOD).encode()
        self.send_response(code)
        if target:
            self.send_header("Location", target)
        if code == 429:
            self.send_header("Retry-After", "1")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        pass  # the checker hangs up on slow answers and bad certificates


@pytest.fixture
def bad_web() -> Iterator[str]:
    """The address of the server, without a slash at the end."""
    for store in (BadWeb.asked, BadWeb.agents, BadWeb.closing):
        store.clear()
    with serving(_Server(("127.0.0.1", 0), BadWeb)) as host:
        yield f"http://{host}"
        BadWeb.closing.set()


@pytest.fixture
def bad_certificate() -> Iterator[str]:
    """The address of a server whose certificate nobody trusts."""
    server = _Server(("127.0.0.1", 0), BadWeb)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with serving(server) as host:
        yield f"https://{host}"


@pytest.fixture
def quick(tmp_path: Path) -> list[Path]:
    """The real settings, with those laid over them that a server on loopback needs."""
    if (sys.platform, platform.machine()) == ("linux", "aarch64"):
        pytest.skip("lychee kommt für Linux auf ARM nicht als Paket")
    path = tmp_path / "quick.toml"
    path.write_text(QUICK)
    return [CONFIG, path]


@pytest.fixture
def visits(bad_web: str) -> type[BadWeb]:
    """What the server was asked, and by whom."""
    return BadWeb
