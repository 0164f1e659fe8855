"""Check a small valid data set with some of its files replaced."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompass.load import Loaded, load

VALID = Path(__file__).parents[1] / "cases" / "valid"
TODAY = date(2026, 11, 22)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return `data`, a copy of the valid data set in the working directory."""
    shutil.copytree(VALID, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return Path("data")


@pytest.fixture
def check(data: Path) -> Callable[..., Loaded]:
    """Return a function that replaces one file by a text and loads the data."""

    def check_file(name: str, text: str | bytes, *, today: date = TODAY) -> Loaded:
        content = text if isinstance(text, bytes) else text.encode("utf-8")
        (data / f"{name}.yml").write_bytes(content)
        return load(data, today=today)

    return check_file


@pytest.fixture
def change(data: Path, check: Callable[..., Loaded]) -> Callable[..., Loaded]:
    """Return a function that replaces a piece of text in a valid file and loads the data."""

    def change_file(name: str, old: str, new: str, *, today: date = TODAY) -> Loaded:
        text = (data / f"{name}.yml").read_text(encoding="utf-8")
        assert old in text
        return check(name, text.replace(old, new, 1), today=today)

    return change_file
