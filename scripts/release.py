"""Put together what a release publishes: the site as a ZIP, the data, the handbook, what it is made of, checksums."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.site_copy import make_portable, zip_folder

NAME = "kompass-baukasten"
SUMS = "SHA256SUMS"
VENDORED = Path("docs/javascripts/vendor/manifest.json")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files of a release; return 1 if the version asked for is not the one in pyproject.toml."""
    parser = argparse.ArgumentParser(
        prog="python -m scripts.release", description="Stellt die Dateien einer Veröffentlichung zusammen."
    )
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="ORDNER", help="die gebaute Seite")
    parser.add_argument("--out", type=Path, default=Path("dist"), metavar="ORDNER", help="Zielordner")
    parser.add_argument("--tag", metavar="MARKE", help="muss zur Version in pyproject.toml passen, z. B. v1.2.0")
    parser.add_argument("--notes", type=Path, metavar="DATEI", help="schreibt die Änderungen dieser Version aus CHANGELOG.md")
    options = parser.parse_args(arguments)
    version = read_version(Path("pyproject.toml"))
    if options.tag and options.tag != f"v{version}":
        print(f"Die Marke {options.tag} passt nicht zur Version {version} in pyproject.toml.", file=sys.stderr)
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    assemble(options.site, options.out, version)
    if options.notes:
        options.notes.write_text(notes(Path("CHANGELOG.md").read_text(encoding="utf-8"), version), encoding="utf-8")
    return 0


def read_version(project: Path) -> str:
    """Return the version in pyproject.toml."""
    version: str = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    return version


def assemble(site: Path, out: Path, version: str) -> None:
    """Write all files of a release to `out`, the checksums last."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "site"
        make_portable(site, copy)
        zip_folder(copy, out / f"{NAME}-{version}.zip")
    zip_folder(Path("data"), out / f"{NAME}-daten-{version}.zip")
    for handbook in sorted(site.rglob("*handbuch*")):
        if handbook.suffix in (".pdf", ".docx", ".odt"):
            shutil.copyfile(handbook, out / handbook.name)
    write_bill_of_materials(out / f"{NAME}-{version}.cdx.json")
    (out / SUMS).write_text(checksums(out), encoding="utf-8", newline="\n")


def write_bill_of_materials(target: Path) -> None:
    """Write the CycloneDX bill of materials: the pinned packages of the build and the scripts that the site ships."""
    beside = Path(sys.executable).with_name("cyclonedx-py")
    command = [str(beside), "requirements", "--pyproject", "pyproject.toml", "--output-reproducible", "requirements.txt"]
    bill = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    bill["components"] += [_shipped(package) for package in vendored(VENDORED)]
    target.write_text(json.dumps(bill, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def checksums(folder: Path) -> str:
    """Return the lines that `sha256sum --check` reads."""
    files = [path for path in sorted(folder.iterdir()) if path.name != SUMS]
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def notes(changelog: str, version: str) -> str:
    """Return the section of one version in the changelog, or that of the unpublished changes."""
    sections = {part.partition("\n")[0].strip(): part.partition("\n")[2] for part in changelog.split("\n## ")[1:]}
    for title, text in sections.items():
        if title.startswith((version, f"[{version}]")):
            return text.strip() + "\n"
    return sections.get("Unveröffentlicht", "").strip() + "\n"


def vendored(manifest: Path) -> list[dict[str, Any]]:
    """Return the scripts of others that the site ships, as the manifest lists them."""
    if not manifest.is_file():
        return []
    packages: list[dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))
    return packages


def _shipped(package: dict[str, Any]) -> dict[str, Any]:
    purl = f"pkg:npm/{package['package'].replace('@', '%40')}@{package['version']}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": package["package"],
        "version": package["version"],
        "licenses": [{"license": {"id": package["licence"]}}],
        "purl": purl,
        "hashes": [{"alg": "SHA-256", "content": package["sha256"]}],
    }


if __name__ == "__main__":
    sys.exit(main())
