"""After an edit the quick build leaves the same bytes as a full one. `make bench` tries every kind of edit."""

from __future__ import annotations

import pytest

from bench.edits import EDITS, Copy, set_up

TRIED = (
    "ein Wort eines Beispiels",
    "der Name eines Begriffs",
    "ein Bauteil der Vorlagen",
    "ein Beispiel fällt weg",
    "eine Seite von Hand geändert",
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Copy:
    return set_up(tmp_path_factory.mktemp("project"))


@pytest.mark.parametrize("edit", TRIED)
def test_edited_site_equals_a_full_build(copy: Copy, edit: str):
    EDITS[edit](copy)
    assert copy.differences() == []
