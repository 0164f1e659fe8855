"""What a build costs beside a plain one of the same resolved pages, at today's number of stories and at many.

Processor time within one run; downloads come from their cache, the Handbuch of changed texts is left out (`bench.building`).
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.building import change_word
from bench.measure import Cost, best, output, run
from bench.synthetic import ROOT, project
from macros.export import export, settings

MANY = 2000


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit."""
    with tempfile.TemporaryDirectory() as name:
        fill_cache(Path(name))
        few = Measured.of(Path(name) / "few", None, times=3)
        yield "Bau von null ÷ reines MkDocs + Material mit denselben Seiten", few.cold.seconds / few.plain.seconds, 1.8
        yield "Bau nach einem Wort ÷ reines MkDocs", few.word.seconds / few.plain.seconds, 1.0
        yield "Bau ohne Änderung ÷ reines MkDocs", few.nothing.seconds / few.plain.seconds, 0.6
        yield "Nachbau in mkdocs serve nach einem Wort ÷ dasselbe mit reinem MkDocs", few.served() / few.plain_served(), 0.4
        many = Measured.of(Path(name) / "many", MANY, times=1)
        yield f"{MANY} Beispiele: Bau nach einem Wort ÷ reines MkDocs", many.word.seconds / many.plain.seconds, 0.4
        yield f"{MANY} Beispiele: Bau ohne Änderung ÷ reines MkDocs", many.nothing.seconds / many.plain.seconds, 0.2
        peak = max(cost.mebibytes for cost in (many.cold, many.word, many.nothing))
        yield f"{MANY} Beispiele: Spitze des Speichers ÷ 1 GiB", peak / 1024, 1.0
        growth = (many.cold.seconds / many.pages) / (few.cold.seconds / few.pages)
        yield f"Bauzeit je Seite bei {MANY} Beispielen ÷ heute", growth, 1.2


@dataclass(frozen=True)
class Measured:
    """A project and the plain one of its pages, and what their builds cost; `pages` is the number of pages."""

    ours: Path
    resolved: Path
    plain: Cost
    cold: Cost
    word: Cost
    nothing: Cost
    pages: int

    @classmethod
    def of(cls, folder: Path, examples: int | None, times: int) -> Measured:
        """Set up both projects below `folder` and build them."""
        ours, resolved = own_project(folder / "ours", examples), plain_project(folder / "plain", folder / "ours" / "data")
        words = []
        cold = best(building(ours, "once"), ROOT, times)
        run(building(ours, "dirty"), ROOT)
        for turn in range(times):
            change_word(ours, turn)
            words.append(run(building(ours, "dirty"), ROOT))
        nothing = best(building(ours, "dirty"), ROOT, times)
        pages = sum(1 for _ in (ours / "site").rglob("index.html"))
        plain = best(building(resolved, "once"), ROOT, times)
        return cls(ours, resolved, plain, cold, min(words, key=lambda cost: cost.seconds), nothing, pages)

    def served(self) -> float:
        """Return the processor seconds of a build after the first in the same process."""
        return float(output(building(self.ours, "served"), ROOT))

    def plain_served(self) -> float:
        """Return the same of the plain project."""
        return float(output(building(self.resolved, "served"), ROOT))


def building(folder: Path, way: str) -> list[str]:
    """Return the arguments of Python that build a project."""
    return ["-m", "bench.building", str(folder), str(folder / "site"), way]


def fill_cache(folder: Path) -> None:
    """Let all downloads be made that the cache does not hold."""
    run(["-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(folder / "filling")], ROOT)


def own_project(folder: Path, examples: int | None) -> Path:
    """Set up a copy of the project that shares the kept downloads."""
    folder.mkdir(parents=True)
    project(folder, examples)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "downloads").symlink_to(ROOT / ".cache" / "downloads")
    return folder


def plain_project(folder: Path, data: Path) -> Path:
    """Write the same pages already resolved, with Material as it comes: without our theme, plugin, hook and frame."""
    export(ROOT, folder / "docs", data=data)
    kept = settings(ROOT / "mkdocs.yml")
    plain = {key: kept[key] for key in ("site_name", "site_description", "theme", "markdown_extensions")}
    del plain["theme"]["custom_dir"]
    plain |= {"plugins": [], "nav": kept["nav"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    return folder
