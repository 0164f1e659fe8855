"""What a release publishes: complete, checkable, the same bytes from the same sources."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.release import VENDORED, assemble, main, notes, read_version, vendored

VERSION = read_version(Path("pyproject.toml"))


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    (site / "faq").mkdir()
    (site / "index.html").write_text('<a href="faq/">Fragen</a>', encoding="utf-8")
    (site / "faq" / "index.html").write_text("Fragen", encoding="utf-8")
    (site / "handbuch.pdf").write_bytes(b"%PDF")
    out = tmp_path_factory.mktemp("dist")
    assemble(site, out, "1.2.3")
    return site, out


def test_release_holds_site_data_handbook_bill_and_checksums(release):
    assert {path.name for path in release[1].iterdir()} == {
        "kompass-baukasten-1.2.3.zip",
        "kompass-baukasten-daten-1.2.3.zip",
        "kompass-baukasten-1.2.3.cdx.json",
        "handbuch.pdf",
        "SHA256SUMS",
    }


def test_site_in_the_zip_opens_without_a_server(release):
    with ZipFile(release[1] / "kompass-baukasten-1.2.3.zip") as archive:
        assert b'href="faq/index.html"' in archive.read("kompass-baukasten-1.2.3/index.html")


def test_checksums_match(release):
    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release[1], check=True, capture_output=True)


def test_same_sources_give_the_same_bytes(release, tmp_path):
    assemble(release[0], tmp_path, "1.2.3")
    assert (tmp_path / "SHA256SUMS").read_text() == (release[1] / "SHA256SUMS").read_text()


def test_bill_of_materials_names_every_pinned_package_and_every_shipped_script(release):
    bill = json.loads((release[1] / "kompass-baukasten-1.2.3.cdx.json").read_text(encoding="utf-8"))
    named = {(part["name"], part["version"]) for part in bill["components"]}
    lines = Path("requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = {
        tuple(line.split(" ")[0].split(";")[0].split("==")) for line in lines if "==" in line and not line.startswith(("#", " "))
    }
    assert pinned <= named
    assert {(package["package"], package["version"]) for package in vendored(VENDORED)} <= named


def test_tag_that_is_not_the_version_is_refused(capsys):
    assert main(["--tag", "v999.0.0"]) == 1
    assert f"passt nicht zur Version {VERSION}" in capsys.readouterr().err


def test_notes_are_those_of_the_version():
    changelog = "# Änderungen\n\n## 1.1.0 (2026-12-01)\n\n- neu\n\n## 1.0.0\n\n- alt\n"
    assert notes(changelog, "1.1.0") == "- neu\n"


def test_notes_fall_back_to_the_unpublished_changes():
    assert notes("# Änderungen\n\n## Unveröffentlicht\n\n- bald\n", "1.1.0") == "- bald\n"
