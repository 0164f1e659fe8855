"""What has been drawn is used again for exactly as long as nothing that it depends on has changed."""

from __future__ import annotations

import pytest

from macros.memory import Memory, fingerprint


def forbidden() -> str:
    pytest.fail("drawn again although nothing has changed")


@pytest.fixture
def root(tmp_path):
    for place in ("data/examples.yml", "kompass/model.py", "macros/templates/example.html.jinja", "mkdocs.yml", "docs/index.md"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text("eins", encoding="utf-8")
    return tmp_path


def test_text_is_not_drawn_again_while_nothing_changes(tmp_path):
    first = Memory(tmp_path / "kept.json", "a")
    assert first.recall("page", lambda: "drawn") == "drawn"
    first.save()
    assert Memory(tmp_path / "kept.json", "a").recall("page", forbidden) == "drawn"


def test_everything_is_drawn_again_under_another_fingerprint(tmp_path):
    first = Memory(tmp_path / "kept.json", "a")
    first.recall("page", lambda: "old")
    first.save()
    assert Memory(tmp_path / "kept.json", "b").recall("page", lambda: "new") == "new"


def test_what_a_build_does_not_use_is_forgotten(tmp_path):
    for name in ("one", "two"):
        memory = Memory(tmp_path / "kept.json", "a")
        memory.recall(name, lambda: "text")
        memory.save()
    assert Memory(tmp_path / "kept.json", "a").recall("one", lambda: "anew") == "anew"


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff", b'{"fingerprint": "a"}'])
def test_broken_memory_is_as_good_as_none(tmp_path, broken):
    (tmp_path / "kept.json").write_bytes(broken)
    assert Memory(tmp_path / "kept.json", "a").recall("page", lambda: "drawn") == "drawn"


@pytest.mark.parametrize("place", ["data/examples.yml", "kompass/model.py", "macros/templates/example.html.jinja", "mkdocs.yml"])
def test_a_change_of_what_pages_are_drawn_from_changes_the_fingerprint(root, place):
    before = fingerprint(root)
    (root / place).write_text("zwei", encoding="utf-8")
    assert fingerprint(root) != before


def test_a_change_of_prose_leaves_the_fingerprint(root):
    before = fingerprint(root)
    (root / "docs/index.md").write_text("zwei", encoding="utf-8")
    assert fingerprint(root) == before


def test_another_day_or_address_changes_the_fingerprint(root):
    assert len({fingerprint(root), fingerprint(root, "2026-11-22"), fingerprint(root, "2026-11-23")}) == 3
