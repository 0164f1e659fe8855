"""What the last build has left counts for exactly as long as nothing has changed that it depends on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.kept import Kept, Left, digest_of, digest_of_files, read_kept, stamp, stamps


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "site" / "index.html"
    path.parent.mkdir()
    path.write_text("eins", encoding="utf-8")
    return path


def kept(page, **terms):
    return Kept({"index.html": Left("a", stamp(page), terms=terms)}, "alles", stamps(page.parent))


def test_equal_page_is_left(page):
    assert kept(page).same("index.html", "a", page)


def test_page_made_of_something_else_is_not(page):
    assert kept(page).same("index.html", "b", page) is None


def test_unknown_page_is_not(page):
    assert kept(page).same("neu.html", "a", page) is None


def test_page_changed_by_hand_is_not_even_with_size_and_date_restored(page):
    before, state = kept(page), page.stat()
    page.write_text("zwei", encoding="utf-8")
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert page.stat().st_size == state.st_size
    assert before.same("index.html", "a", page) is None
    assert before.site != stamps(page.parent)


def test_deleted_page_is_not(page):
    before = kept(page)
    page.unlink()
    assert before.same("index.html", "a", page) is None


@pytest.mark.parametrize(("today", "is_left"), [({"ki": "1"}, True), ({"ki": "2"}, False), ({}, False)])
def test_page_is_left_only_while_its_terms_are_explained_alike(page, today, is_left):
    assert (kept(page, ki="1").same("index.html", "a", page, today) is not None) == is_left


def test_file_that_somebody_adds_is_noticed(page):
    before = stamps(page.parent)
    (page.parent / "neu.html").write_text("neu", encoding="utf-8")
    assert stamps(page.parent) != before


def test_it_is_read_as_it_was_saved(page, tmp_path):
    before = kept(page, ki="1")
    before.save(tmp_path / "cache" / "left.json")
    assert read_kept(tmp_path / "cache" / "left.json") == before


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b"\xff", b"{}", b'{"files": {"a": {"x": 1}}, "whole": "", "site": ""}'])
def test_broken_memory_is_as_good_as_none(tmp_path, broken):
    (tmp_path / "left.json").write_bytes(broken)
    assert read_kept(tmp_path / "left.json") == Kept()


def test_digest_tells_apart_where_one_text_ends():
    assert digest_of(["ab", "c"]) != digest_of(["a", "bc"])
    assert digest_of(["a", "b"]) != digest_of(["b", "a"])
    assert digest_of(["a"]) == digest_of(iter(["a"]))


def test_digest_takes_letters_that_cannot_be_encoded():
    assert digest_of(["\ud800"]) != digest_of(["\ud801"])


def files(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return list(folder.iterdir())


def test_digest_of_files_follows_content_and_names_not_their_order(tmp_path: Path):
    found = files(tmp_path / "x", a="1", b="2")
    first = digest_of_files(found)
    assert digest_of_files(reversed(found)) == first
    (tmp_path / "x" / "a").write_text("3", encoding="utf-8")
    assert digest_of_files(found) != first
    (tmp_path / "x" / "a").write_text("1", encoding="utf-8")
    assert digest_of_files(found) == first
    (tmp_path / "x" / "a").rename(tmp_path / "x" / "aa")
    assert digest_of_files((tmp_path / "x").iterdir()) != first
