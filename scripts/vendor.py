"""Renew the browser code of others below docs/javascripts/vendor from the npm registry, and check it against its manifest.

`python -m scripts.vendor` renews the files at the versions of the manifest; with `--check` it only compares checksums.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "javascripts" / "vendor"
MANIFEST = FOLDER / "manifest.json"
MINIFIER = "esbuild@0.28.2"
SOURCE_MAP = re.compile(rb"\s*//# sourceMappingURL=\S+\s*$")


@dataclass(frozen=True)
class Vendored:
    """One file of another project: where it comes from, what we change in it and why, and what it must be then."""

    file: str
    package: str
    version: str
    licence: str
    source: str
    sha256: str
    changes: list[dict[str, str]] = field(default_factory=list)
    minify: bool = False


def read_manifest() -> list[Vendored]:
    """Return what the manifest lists."""
    return [Vendored(**entry) for entry in json.loads(MANIFEST.read_text(encoding="utf-8"))]


def fetch(wanted: Vendored) -> bytes:
    """Return the file from the npm package, without its reference to a source map."""
    with tempfile.TemporaryDirectory() as folder:
        name = f"{wanted.package}@{wanted.version}"
        done = subprocess.run(["npm", "pack", name, "--json"], cwd=folder, capture_output=True, text=True, check=True)
        archive = Path(folder) / json.loads(done.stdout)[0]["filename"]
        with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as package:
            member = package.extractfile(f"package/{wanted.source}")
            assert member is not None  # noqa: S101  extractfile returns None for folders only
            content = changed(SOURCE_MAP.sub(b"", member.read()).rstrip() + b"\n", wanted.changes)
            return minified(content, wanted) if wanted.minify else content


def minified(content: bytes, wanted: Vendored) -> bytes:
    """Return a module small, still with its exports, and its licence in the first line."""
    command = ["npx", "--yes", MINIFIER, "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return f"/*! {wanted.package} {wanted.version}, {wanted.licence} */\n".encode() + done.stdout


def changed(content: bytes, changes: list[dict[str, str]]) -> bytes:
    """Return a file with our changes; each must fit exactly once."""
    for change in changes:
        old, new = change["from"].encode(), change["to"].encode()
        if content.count(old) != 1:
            raise ValueError(f"{change['from']} stands there {content.count(old)} times")
        content = content.replace(old, new)
    return content


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file's content."""
    return hashlib.sha256(content).hexdigest()


def differing() -> list[str]:
    """Return the names of files that are not what the manifest says, and of files that it does not list."""
    listed = {entry.file: entry.sha256 for entry in read_manifest()}
    found = {path.name: checksum(path.read_bytes()) for path in FOLDER.iterdir() if path != MANIFEST}
    return sorted(name for name in listed.keys() | found.keys() if listed.get(name) != found.get(name))


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare checksums only")
    if not parser.parse_args().check:
        for entry in read_manifest():
            (FOLDER / entry.file).write_bytes(fetch(entry))
    wrong = differing()
    print("\n".join(f"differs from the manifest: {name}" for name in wrong) or "All files are those of the manifest.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
