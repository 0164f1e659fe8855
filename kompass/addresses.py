"""The permanent addresses of records, relative to the root of the site.

A record has either a page of its own or an anchor on the page of its kind.
"""

from __future__ import annotations

import posixpath
from functools import lru_cache

PAGES = {
    "action_field": "kompass/handlungsfelder/",
    "example": "kompass/beispiele/",
    "law": "kompass/recht/",
    "measure": "baukasten/massnahmen/",
    "method": "baukasten/methoden/",
    "participation_format": "kompass/beteiligung/",
    "phase": "baukasten/phasen/",
    "support": "unterstuetzung/",
    "topic": "kompass/querschnitt/",
}
ANCHORS = {
    "checklist_item": "werkzeuge/checkliste/",
    "feature": "kompass/charta/",
    "finding": "werkzeuge/strategie/",
    "guideline": "kompass/charta/",
    "indicator": "baukasten/indikatoren/",
    "principle": "kompass/charta/",
    "question": "faq/",
    "statement": "werkzeuge/selbstcheck/",
    "strategy": "kompass/strategien/",
    "template": "baukasten/vorlagen/",
    "term": "glossar/",
    "workshop": "unterstuetzung/schreibwerkstatt/",
}


def list_address(kind: str) -> str:
    """Return the address of the page that lists all records of `kind`."""
    return PAGES.get(kind) or ANCHORS[kind]


def address(kind: str, record_id: str) -> str:
    """Return the address of one record."""
    if kind in PAGES:
        return f"{PAGES[kind]}{record_id}/"
    return f"{ANCHORS[kind]}#{record_id}"


def relative(target: str, page: str) -> str:
    """Return `target` as seen from `page`; both are folders relative to the root, `target` may carry an anchor or query."""
    path, mark, anchor = target.partition("#")
    return _steps(path, page) + mark + anchor


@lru_cache(maxsize=50_000)
def _steps(path: str, page: str) -> str:
    start = page if page.endswith("/") else posixpath.dirname(page)
    step = posixpath.relpath(path or ".", start or ".")
    return f"{step}/" if path.endswith("/") or not path else step
