"""What `check` costs beside bare loading of the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import best
from bench.synthetic import ROOT, project

RECORDS = 10_000
LOAD = "import sys, pathlib, yaml; [yaml.load(p.read_bytes(), yaml.CSafeLoader) for p in pathlib.Path(sys.argv[1]).glob('*.yml')]"


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit."""
    with tempfile.TemporaryDirectory() as name:
        data = project(Path(name), RECORDS) / "data"
        check = best(["-m", "kompass", "check", "--data", str(data)], ROOT, times=2)
        bare = best(["-c", LOAD, str(data)], ROOT, times=2)
    yield f"check bei {RECORDS} Beispielen ÷ bloßes Laden mit libyaml", check.seconds / bare.seconds, 2.0
    yield "Spitze des Speichers dabei ÷ 1 GiB", check.mebibytes / 1024, 1.0
