"""Code of others is what its manifest says, and our own modules write no HTML and no styles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.vendor import changed, differing, read_manifest

ROOT = Path(__file__).parents[2]
OURS = sorted(path for path in (ROOT / "docs/javascripts").rglob("*.*js") if "vendor" not in path.parts)
FORBIDDEN = re.compile(
    r'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|setAttribute\("(?:style|on)'
)


def test_vendored_files_are_those_of_the_manifest():
    assert differing() == []


def test_manifest_names_licence_and_exact_version():
    assert all(entry.licence in {"MIT", "ISC"} and re.fullmatch(r"\d+\.\d+\.\d+", entry.version) for entry in read_manifest())


def test_every_change_of_ours_says_why():
    assert all(change["why"] for entry in read_manifest() for change in entry.changes)


def test_change_that_fits_nowhere_is_refused():
    with pytest.raises(ValueError, match="0 times"):
        changed(b"abc", [{"from": "x", "to": "y", "why": "z"}])


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_module_writes_no_html(path: Path):
    assert FORBIDDEN.findall(path.read_text(encoding="utf-8")) == []
