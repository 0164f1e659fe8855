"""The preview names what it leaves out, keeps the published address, and tells when its code is out of date."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from kompass.downloads.library import HANDBOOK
from macros.pages import macros
from macros.preview import STARTED, configured_address, is_older_than_code, said_of_left_out
from tests.macros.small import small_site


@pytest.mark.parametrize(
    ("paths", "said"),
    [
        ([HANDBOOK, "downloads/a.pdf"], "lässt 2 Dateien zum Herunterladen weg, auch das Handbuch; „make build“ macht sie."),
        ([HANDBOOK], "lässt das Handbuch weg; „make build“ macht es."),
        (["downloads/a.pdf"], "lässt eine Datei zum Herunterladen weg; „make build“ macht sie."),
        (["downloads/a.pdf", "downloads/b.pdf"], "lässt 2 Dateien zum Herunterladen weg; „make build“ macht sie."),
    ],
)
def test_one_sentence_says_what_is_left_out(paths, said):
    assert said_of_left_out(paths) == f"Die Vorschau {said}"


def test_published_address_counts_where_the_preview_has_put_its_own():
    config = SimpleNamespace(user_configs=[{"site_url": "https://kompass.example/"}, {}], site_url="http://127.0.0.1:8000/")
    assert configured_address(config) == "https://kompass.example/"


def test_code_changed_since_the_start_is_noticed(tmp_path):
    for folder in ("kompass", "macros"):
        (tmp_path / folder).mkdir()
    path = tmp_path / "macros" / "a.py"
    path.write_text("", encoding="utf-8")
    os.utime(path, (STARTED - 1, STARTED - 1))
    assert not is_older_than_code(tmp_path)
    os.utime(path, (STARTED + 1, STARTED + 1))
    assert is_older_than_code(tmp_path)


@pytest.mark.parametrize("macro", ["templates", "workshops"])
def test_file_left_out_is_named_but_not_linked(macro):
    everything: Any = SimpleNamespace(size=lambda path: 9000)
    nothing: Any = SimpleNamespace(size=lambda path: None)
    whole, part = (macros()[macro](replace(small_site(), library=library)) for library in (everything, nothing))
    assert re.search(r'href="[^"]*downloads/[^"]+\.docx"', whole)
    assert "Vorschau" not in whole
    assert "fehlt in der Vorschau" in part
    assert "downloads/" not in part
