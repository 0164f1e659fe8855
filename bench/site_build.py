"""What our macros cost beside a plain build, and how the cost of a page grows with the number of pages."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.measure import Cost, best, run
from bench.synthetic import ROOT, project
from macros.export import export, settings

MANY = 2000


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit.

    Pages are drawn once and remembered until data, code or texts change, so there are two costs: of a build that finds
    everything drawn, and of one that must draw every page. Downloads come from their cache in both.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = best(_build(folder / "plain"), plain_project(folder / "resolved"))
        remembered = best(_build(folder / "ours"), ROOT)
        drawn = min((_drawn_anew(folder / "ours") for _ in range(2)), key=lambda cost: cost.seconds)
        yield "Bau der Seite ÷ reines MkDocs + Material mit denselben Seiten", remembered.seconds / plain.seconds, 1.15
        yield "dasselbe, wenn jede Seite neu zu zeichnen ist", drawn.seconds / plain.seconds, 1.15
        (folder / "many").mkdir()
        many = project(folder / "many", MANY)
        (many / ".cache").mkdir()
        (many / ".cache" / "downloads").symlink_to(ROOT / ".cache" / "downloads")
        grown = run(_build(folder / "grown"), many).seconds / pages(folder / "grown")
        yield f"Bauzeit je Seite bei {MANY} Beispielen ÷ heute", grown / (drawn.seconds / pages(folder / "ours")), 1.2


def _drawn_anew(target: Path) -> Cost:
    (ROOT / ".cache" / "left.json").unlink(missing_ok=True)
    return run(_build(target), ROOT)


def plain_project(folder: Path) -> Path:
    """Write the same pages already resolved, with the same theme and settings but without our plugin and hook."""
    export(ROOT, folder / "docs")
    kept = settings(ROOT / "mkdocs.yml")
    plain = {key: kept[key] for key in ("site_name", "site_description", "theme", "markdown_extensions")}
    del plain["theme"]["custom_dir"]  # ours needs what our hook makes
    plain |= {"plugins": [], "nav": kept["nav"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(plain, allow_unicode=True), encoding="utf-8")
    return folder


def pages(folder: Path) -> int:
    """Return the number of pages of a built site."""
    return sum(1 for _ in folder.rglob("index.html"))


def _build(target: Path) -> list[str]:
    return ["-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(target)]
