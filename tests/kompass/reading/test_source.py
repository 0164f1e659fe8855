"""Reading keeps harmless YAML as it stands and remembers where it stood."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from kompass.reading.positions import locate
from kompass.reading.source import Document, paused_collector, read


def read_text(tmp_path: Path, text: str | bytes) -> Document:
    path = tmp_path / "examples.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read(path)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("8000", 8000),
        ("-3", -3),
        ("0", 0),
        ("0.25", 0.25),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-11-22", "2026-11-22"),
        ("nein", "nein"),
        ('"no"', "no"),
        ("'12:30'", "12:30"),
        ("Juni 2019", "Juni 2019"),
        ("10.000 Menschen", "10.000 Menschen"),
        ("99999999999999999999", "99999999999999999999"),
        ("12.5.", "12.5."),
        ("null Toleranz", "null Toleranz"),
    ],
)
def test_scalar_is_read_as(tmp_path: Path, written: str, value: Any) -> None:
    document = read_text(tmp_path, f"- a: {written}\n")
    assert document.data == [{"a": value}]
    assert type(document.data[0]["a"]) is type(value)
    assert document.problems == ()


@pytest.mark.parametrize(
    "written",
    [
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "True",
        "FALSE",
        "NULL",
        "12:30",
        "1:30:45.5",
        "08",
        "010",
        "0x1F",
        "0b1",
        "0o17",
        "1_000",
        "1e3",
        "1.5E-3",
        ".inf",
        "-.INF",
        ".NaN",
        "+5",
        ".5",
        "5.",
        "2026-11-22T10:00",
        "2026-11-22 10:00:00",
        "=",
    ],
)
def test_value_with_a_second_meaning_needs_quotation_marks(tmp_path: Path, written: str) -> None:
    document = read_text(tmp_path, f"- {written}\n")
    assert [problem.rule for problem in document.problems] == ["mehrdeutiger-wert"]
    assert f'"{written}"' in document.problems[0].fix


def test_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    document = read_text(tmp_path, b"\xef\xbb\xbf- a: \xc3\xa4\n")
    assert (document.data, document.problems) == ([{"a": "ä"}], ())


@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n"])
def test_every_kind_of_line_end_is_accepted(tmp_path: Path, end: bytes) -> None:
    document = read_text(tmp_path, b"- a: |" + end + b"    eins" + end + b"    zwei" + end)
    assert (document.data, document.problems) == ([{"a": "eins\nzwei\n"}], ())


@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, (2, 1)),
        ((0,), False, (2, 3)),
        ((0, "id"), True, (2, 3)),
        ((0, "id"), False, (2, 7)),
        ((0, "list", 1), False, (5, 5)),
        ((0, "list", 1, "b"), False, (5, 8)),
        ((1, "id"), False, (6, 7)),
        ((1, "missing"), False, (6, 3)),
    ],
)
def test_every_value_remembers_its_place(tmp_path: Path, path: tuple[str | int, ...], key: bool, place: tuple[int, int]) -> None:
    document = read_text(tmp_path, "# Kommentar\n- id: ä\n  list:\n  - 1\n  - b: c\n- id: d\n")
    assert document.position(locate(document.data, path, 0, key=key)) == place


def test_place_is_right_behind_a_duplicate_key(tmp_path: Path) -> None:
    document = read_text(tmp_path, "- a: 1\n  a: [2, 3]\n  b: 4\n")
    assert document.data == [{"a": 1, "b": 4}]
    assert document.position(locate(document.data, (0, "b"), 0)) == (3, 6)


def test_entries_behind_a_syntax_error_are_read(tmp_path: Path) -> None:
    document = read_text(tmp_path, "- id: a\n- id: [b\n- id: c\n- id: d\n  x: y\n")
    assert document.data == [{"id": "a"}, {"id": "c"}, {"id": "d", "x": "y"}]
    assert document.position(locate(document.data, (2, "x"), 0)) == (5, 6)


def test_two_syntax_errors_are_both_reported(tmp_path: Path) -> None:
    document = read_text(tmp_path, "- id: a\n  b: c: d\n- id: b\n- id: c\n  b: c: d\n- id: e\n")
    assert [problem.line for problem in document.problems] == [2, 5]


def test_lines_are_counted_on_behind_every_syntax_error(tmp_path: Path) -> None:
    broken = "- id: a\n  b: c: d\n- id: b\n"
    document = read_text(tmp_path, broken * 4 + "- id: z\n")
    assert [problem.line for problem in document.problems] == [2, 5, 8, 11]
    assert document.position(locate(document.data, (len(document.data) - 1, "id"), 0)) == (13, 7)


def test_tags_are_not_executed(tmp_path: Path) -> None:
    mark = tmp_path / "run"
    read_text(tmp_path, f'- !!python/object/apply:os.mkdir ["{mark}"]\n')
    assert not mark.exists()


def test_aliases_are_not_expanded(tmp_path: Path) -> None:
    layers = "".join(f"  - &l{number} [*l{number - 1}, *l{number - 1}]\n" for number in range(1, 100))
    document = read_text(tmp_path, f"- a:\n  - &l0 [x, x]\n{layers}")
    assert len(str(document.data)) < 5000


def test_unreadable_file_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "denied")

    (tmp_path / "a.yml").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [problem.message for problem in read(tmp_path / "a.yml").problems] == [
        "Die Datei lässt sich nicht lesen (keine Berechtigung)."
    ]


def test_collector_runs_again_after_reading() -> None:
    with paused_collector():
        assert not gc.isenabled()
    assert gc.isenabled()
