"""The table of the benchmarks: missed limits are shown always, and an error only where that was asked for."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from bench import __main__ as command
from bench.faults import faults


@pytest.fixture
def two_rows(monkeypatch):
    rows = [("kurz ÷ lang", 0.5, 1.0), ("lang ÷ kurz", 2.0, 1.0)]
    monkeypatch.setattr(command, "import_module", lambda name: SimpleNamespace(ratios=lambda: iter(rows)))


def test_table_shows_ratio_limit_and_whether_it_holds(two_rows, capsys):
    assert command.main(["check"]) == 0
    head, first, second = capsys.readouterr().out.splitlines()
    assert head.split() == ["Messung", "Verhältnis", "Grenze", "gehalten"]
    assert first.split()[-3:] == ["0.50", "1.00", "ja"]
    assert second.split()[-3:] == ["2.00", "1.00", "NEIN"]


def test_missed_limit_is_an_error_only_when_asked(two_rows):
    assert command.main(["check", "--strict"]) == 1


def test_same_figures_come_as_json(two_rows, capsys):
    command.main(["check", "--json"])
    assert json.loads(capsys.readouterr().out)[1] == {
        "part": "check",
        "name": "lang ÷ kurz",
        "ratio": 2.0,
        "limit": 1.0,
        "held": False,
    }


def test_every_module_that_measures_is_a_part():
    assert {"check", "downloads", "mutants", "search", "site_build"} <= set(command.parts())
    assert "measure" not in command.parts()


def test_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit):
        command.main(["gibt-es-nicht"])
    assert "site_build" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("source", "faulty"),
    [
        ("a < b", "(a <= b)"),
        ("a in b", "(a not in b)"),
        ("a and b", "(a or b)"),
        ("a + b", "(a - b)"),
        ("not a", "bool(a)"),
        ("True", "False"),
        ("x = 'ä', 7", "x = 'ä', 8"),
    ],
)
def test_fault_is_made_in_its_place_and_nowhere_else(tmp_path, source, faulty):
    path = tmp_path / "x.py"
    path.write_text(source, encoding="utf-8")
    (fault,) = faults(path)
    assert fault.made_in(path.read_bytes()).decode() == faulty


@pytest.mark.parametrize("source", ["'text'", "f'{a + 1}'", "a | b", "print()"])
def test_no_fault_is_made_where_it_would_mean_nothing(tmp_path, source):
    path = tmp_path / "x.py"
    path.write_text(source, encoding="utf-8")
    assert list(faults(path)) == []
