"""A second look at pages that answered: some servers say „nicht gefunden“ with status 200, which no link checker sees."""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from collections.abc import Iterable
from html.parser import HTMLParser
from http.client import HTTPException
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from scripts.links.outcome import Outcome, Verdict
from scripts.links.settings import Settings

BYTES = 256 * 1024
NOT_FOUND = re.compile(
    r"^\W*404\b|\b(?:fehler|error)\W{0,3}404\b|\b404\W{0,3}(?:fehler|error|not|seite)\b"
    r"|\bnicht\s+(?:mehr\s+)?(?:gefunden|vorhanden)\b|\bexistiert\s+nicht\b|\bpage\s+not\s+found\b",
    re.IGNORECASE,
)


def look_again(outcomes: Iterable[Outcome], settings: Settings) -> list[Outcome]:
    """Return the outcomes, with those pages marked broken that say in title or headline that there is nothing."""
    last_visit: dict[str, float] = {}
    looked = []
    for outcome in outcomes:
        _wait(last_visit, outcome, settings.pause)
        looked.append(_missing(outcome) if NOT_FOUND.search(_headline(outcome, settings)) else outcome)
    return looked


def headlines(page: str) -> str:
    """Return title and first-level headlines of a page."""
    parser = _Headlines()
    parser.feed(page)
    return " ".join(" ".join(parser.found).split())


def is_public(url: str) -> bool:
    """Tell whether all addresses of the host belong to the public internet."""
    host = urlsplit(url).hostname or ""
    try:
        addresses = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    return all(ipaddress.ip_address(address).is_global for address in addresses)


def _is_worth_it(outcome: Outcome) -> bool:
    return outcome.verdict in (Verdict.FINE, Verdict.MOVED)


def _missing(outcome: Outcome) -> Outcome:
    return Outcome(outcome.url, Verdict.BROKEN, "antwortet, aber die Seite sagt selbst, dass es sie nicht gibt")


def _wait(last_visit: dict[str, float], outcome: Outcome, pause: float) -> None:
    if not _is_worth_it(outcome):
        return
    host = urlsplit(outcome.url).netloc
    left = last_visit.get(host, float("-inf")) + pause - time.monotonic()
    if left > 0:
        time.sleep(left)
    last_visit[host] = time.monotonic()


def _headline(outcome: Outcome, settings: Settings) -> str:
    if not _is_worth_it(outcome) or (settings.public_only and not is_public(outcome.url)):
        return ""
    headers = {"User-Agent": settings.agent, "Accept": "text/html"}
    request = Request(outcome.url, headers=headers)  # noqa: S310  collect.py yields http and https only
    try:
        with build_opener(_Guarded(settings)).open(request, timeout=settings.timeout) as answer:
            if answer.headers.get_content_type() != "text/html":
                return ""
            return headlines(answer.read(BYTES).decode(answer.headers.get_content_charset() or "utf-8", "replace"))
    except (URLError, HTTPException, OSError, ValueError, LookupError):
        return ""  # lychee has judged reachability already


class _Guarded(HTTPRedirectHandler):
    """Follows a redirect only to where a link might lead in the first place."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def redirect_request(  # noqa: PLR0913, PLR0917  the signature is urllib's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        """Refuse other schemes and addresses that are not public."""
        if not newurl.startswith(("http://", "https://")) or (self.settings.public_only and not is_public(newurl)):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Headlines(HTMLParser):
    """Collects the text of title and h1."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the beginning of a title or headline."""
        self.inside += tag in ("title", "h1")

    def handle_endtag(self, tag: str) -> None:
        """Note its end."""
        self.inside -= tag in ("title", "h1") and self.inside > 0

    def handle_data(self, data: str) -> None:
        """Keep the text inside."""
        if self.inside:
            self.found.append(data)
