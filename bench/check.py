"""What `check` costs beside bare loading of the same bytes, and beside itself where only one record has changed."""

from __future__ import annotations

import subprocess
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
        real, whole, part = _changed_since(Path(name))
    yield f"check bei {RECORDS} Beispielen ÷ bloßes Laden mit libyaml", check.seconds / bare.seconds, 2.0
    yield "Spitze des Speichers dabei ÷ 1 GiB", check.mebibytes / 1024, 1.0
    yield "check der echten Daten ÷ bloßes Laden mit libyaml", whole / real, 4.0
    yield "check --changed-since bei einem geänderten Eintrag ÷ check", part / whole, 0.5


def _changed_since(folder: Path) -> tuple[float, float, float]:
    """Return what the real data cost to load, to check, and to check after a change of one record with what is kept."""
    (folder / "real").mkdir()
    project(folder / "real")
    data = folder / "real" / "data"
    author = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"]
    for command in (["init", "--quiet"], ["add", "data"], [*author, "commit", "--quiet", "--message", "before"]):
        subprocess.run(["git", "-C", str(folder / "real"), *command], check=True, capture_output=True)
    examples = data / "examples.yml"
    examples.write_text(examples.read_text(encoding="utf-8").replace("  summary: ", "  summary: Neu. ", 1), encoding="utf-8")
    whole = best(["-m", "kompass", "check", "--data", str(data)], ROOT, times=5)
    part = best(["-m", "kompass", "check", "--changed-since", "HEAD", "--data", str(data)], ROOT, times=5)
    return best(["-c", LOAD, str(data)], ROOT, times=5).seconds, whole.seconds, part.seconds
