"""What the downloads cost beside the pages: the Handbuch, all files from the cache, all files made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import best
from bench.synthetic import ROOT

LOAD = (
    "from pathlib import Path; from kompass.load import load; from kompass.downloads import handbook, library; "
    "c = load(Path('data')).catalogue; "
)
ALL = f"{LOAD}made = library.make_library(c, 'https://kompass-baukasten.example/'); [made[path] for path in made.cache_keys]"
KEPT = f"{LOAD}library.make_library(c, 'https://kompass-baukasten.example/', Path('.cache/downloads'))"
HANDBOOK = f"{LOAD}handbook.to_handbook(c, 'https://kompass-baukasten.example/')"


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit; the pages are built with downloads from the cache."""
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "site"
        build = ["-m", "mkdocs", "build", "--quiet", "--clean", "--site-dir", str(target)]
        best(build, ROOT, 1)  # fills the cache of the downloads
        pages = best(build, ROOT, 1).seconds
    idle = best(["-c", LOAD], ROOT).seconds
    yield "Handbuch ÷ Bau der Seiten", (best(["-c", HANDBOOK], ROOT).seconds - idle) / pages, 1.0
    yield "alle Downloads, Daten unverändert ÷ Bau der Seiten", max(best(["-c", KEPT], ROOT).seconds - idle, 0) / pages, 0.5
    yield "alle Downloads, jede Datei neu ÷ Bau der Seiten", (best(["-c", ALL], ROOT).seconds - idle) / pages, 0.5
