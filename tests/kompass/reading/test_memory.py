"""A file is read once for each content that it has."""

from __future__ import annotations

from pathlib import Path

from kompass.reading.cache import Memory

ENTRY = "- id: a\n  title: {}\n"


def test_equal_file_is_not_read_again(tmp_path: Path) -> None:
    path, memory = tmp_path / "glossary.yml", Memory()
    path.write_text(ENTRY.format("Eins"), encoding="utf-8")
    first = memory.read(path)
    path.write_text(ENTRY.format("Eins"), encoding="utf-8")
    assert memory.read(path) is first


def test_changed_file_is_read_again_even_at_equal_size(tmp_path: Path) -> None:
    path, memory = tmp_path / "glossary.yml", Memory()
    path.write_text(ENTRY.format("Eins"), encoding="utf-8")
    memory.read(path)
    path.write_text(ENTRY.format("Zwei"), encoding="utf-8")
    assert memory.read(path).data[0]["title"] == "Zwei"


def test_missing_file_is_told_as_without_memory(tmp_path: Path) -> None:
    (problem,) = Memory().read(tmp_path / "glossary.yml").problems
    assert "fehlt" in problem.message
