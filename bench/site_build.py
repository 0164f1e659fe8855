"""What our macros cost beside a plain build, and how the cost of a page grows with the number of pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from bench.measure import best, run
from bench.synthetic import ROOT, project
from macros.export import export, settings

MANY = 2000


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = best(_build(folder / "ours"), ROOT)
        plain = best(_build(folder / "plain"), plain_project(folder / "resolved"))
        yield "Bau der Seite ÷ gleiches Ergebnis mit reinem MkDocs + Material", ours.seconds / plain.seconds, 1.15
        (folder / "many").mkdir()
        many = run(_build(folder / "grown"), project(folder / "many", MANY))
        today = ours.seconds / pages(folder / "ours")
        yield f"Bauzeit je Seite bei {MANY} Beispielen ÷ heute", many.seconds / pages(folder / "grown") / today, 1.2


def plain_project(folder: Path) -> Path:
    """Write the same pages already resolved, with the same theme and settings but without our plugin and hook."""
    export(ROOT, folder / "docs")
    kept = settings(ROOT / "mkdocs.yml")
    plain = {key: kept[key] for key in ("site_name", "site_description", "theme", "extra_css", "markdown_extensions")}
    plain["theme"]["custom_dir"] = str(ROOT / "macros/theme")
    plain["extra"] = kept["extra"] | {"site": {"today": date.today()}}
    plain |= {"plugins": [], "nav": kept["nav"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    return folder


def pages(folder: Path) -> int:
    """Return the number of pages of a built site."""
    return sum(1 for _ in folder.rglob("index.html"))


def _build(target: Path) -> list[str]:
    return ["-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(target)]
