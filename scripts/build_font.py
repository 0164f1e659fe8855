"""Cut the self-hosted font out of the npm package @fontsource-variable/radio-canada.

Run by `make font`; needs npm and the packages fonttools and brotli (installed by that target).
The results are committed, so that a build never needs this script.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGE = "@fontsource-variable/radio-canada"
VERSION = "5.3.0"
FOLDER = Path(__file__).parent.parent / "docs" / "fonts"
FEATURES = "kern,liga,ccmp,locl,mark,tnum,frac"
GERMAN = "U+0020-007E,U+00A0-00FF,U+2010-2026,U+20AC,U+2212"
SORBIAN_POLISH_CZECH = (
    "U+0104-0107,U+010C-010F,U+0118-011B,U+0139-013A,U+013D-013E,U+0141-0144,U+0147-0148,U+0150-0151,"
    "U+0154-0155,U+0158-015B,U+0160-0161,U+0164-0165,U+016E-0171,U+0179-017E,U+1E9E"
)
SUBSETS = {
    "radio-canada-de.woff2": ("radio-canada-latin-wght-normal.woff2", GERMAN),
    "radio-canada-sorbisch.woff2": ("radio-canada-latin-ext-wght-normal.woff2", SORBIAN_POLISH_CZECH),
}


def main() -> None:
    """Fetch the package, write the subset files and the licence."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--no-save", "--prefix", folder, f"{PACKAGE}@{VERSION}"], check=True)
        package = Path(folder) / "node_modules" / PACKAGE
        for name, (source, characters) in SUBSETS.items():
            cut(package / "files" / source, characters, FOLDER / name)
        shutil.copyfile(package / "LICENSE", FOLDER / "OFL-1.1.txt")


def cut(source: Path, characters: str, target: Path) -> None:
    """Write the subset of `source` that holds `characters` to `target`."""
    command = [sys.executable, "-m", "fontTools.subset", str(source), f"--unicodes={characters}"]
    command += ["--flavor=woff2", f"--layout-features={FEATURES}", f"--output-file={target}"]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
