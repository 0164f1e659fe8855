"""Install what a requirements file pins, in two lines that move on while pip works; all it said is shown only if it fails."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

PINNED = re.compile(r"^[\w.-]+==", re.MULTILINE)
INSTALL = ["-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off", "--require-hashes", "--requirement"]


def main(requirements: Path) -> int:
    """Return pip's exit code."""
    total = len(PINNED.findall(requirements.read_text(encoding="utf-8")))
    pip = subprocess.Popen(
        [sys.executable, *INSTALL, str(requirements)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    said: list[str] = []
    for step in progress(pip.stdout or (), total, said):
        print(f"\r  {step}" if sys.stdout.isatty() else f"  {step}", end="" if sys.stdout.isatty() else "\n", flush=True)
    print(end="\n" if sys.stdout.isatty() else "")
    if pip.wait():
        print(*said, sep="", file=sys.stderr)
    return pip.returncode


def progress(lines: Iterable[str], total: int, said: list[str]) -> Iterator[str]:
    """Yield how far pip is, once for every tenth of the packages; keep its lines in `said`."""
    seen = 0
    for line in lines:
        said.append(line)
        if line.startswith(("Collecting", "Processing", "Requirement already satisfied")):
            seen += 1
            if seen * 10 // total > (seen - 1) * 10 // total:
                yield f"{seen} von {total} Paketen geholt"
        elif line.startswith("Installing collected"):
            yield f"{total} Pakete werden ausgepackt ..."


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
