"""A file dropped into `invalid/<rule>/` beside its expected report is a test.

`<file>.<anything>.yml` stands for `data/<file>.yml`, the rest of the data is `valid/`; the report is `<file>.<anything>.txt`.
Where no text can show the problem, the ending tells what happens to the file: `.missing`, `.folder`, `.looping` ...
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompass.load import load
from kompass.reading.inventory import MAX_VALUES
from kompass.reading.positions import MAX_SCALAR
from kompass.reading.source import MAX_BYTES, MAX_LINE
from kompass.rules import RULES
from kompass.telling.report import format_text

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
CASES = sorted(path for path in HERE.glob("invalid/*/*") if path.suffix != ".txt")
WITHOUT_CASE = {"ungueltiger-wert"}  # by design nothing in the model leads there; tests/kompass/test_diagnosis.py covers it


def make_folder(target: Path) -> None:
    target.unlink()
    target.mkdir()


def make_loop(target: Path) -> None:
    target.unlink()
    target.symlink_to(target.name)


def make_long_text(target: Path) -> None:
    text = "".join(f"    Satz {number} von sehr vielen Sätzen.\n" for number in range(MAX_SCALAR // 20))
    valid = target.read_text(encoding="utf-8")
    target.write_text(valid.replace("  lesson:", f"  effort: |\n{text}  lesson:", 1), encoding="utf-8")


def make_long_line(target: Path) -> None:
    valid = target.read_text(encoding="utf-8")
    target.write_text(valid.replace("Bürgerbus", "B" * MAX_LINE, 1), encoding="utf-8")


def make_long_entry(target: Path) -> None:
    partners = "".join(f"    - Partner {number}\n" for number in range(MAX_VALUES))
    valid = target.read_text(encoding="utf-8")
    target.write_text(valid.replace("  lesson:", f"  partners:\n{partners}  lesson:", 1), encoding="utf-8")


def make_page(picture: str) -> Callable[[Path], None]:
    """Return what puts a prose page with a picture beside the data."""

    def write(target: Path) -> None:
        page = target.parents[1] / "docs" / "seite.md"
        page.parent.mkdir()
        page.write_text(f"# Seite\n\nSo sieht es aus: {picture}\n", encoding="utf-8")

    return write


EFFECTS: dict[str, Callable[[Path], None]] = {
    ".missing": Path.unlink,
    ".folder": make_folder,
    ".looping": make_loop,
    ".oversized": lambda target: os.truncate(target, MAX_BYTES + 1),
    ".longtext": make_long_text,
    ".longentry": make_long_entry,
    ".longline": make_long_line,
    ".picture": make_page("![](bus.svg) und <img src='bus.svg' alt=''>"),
    ".stranger": make_page("![Zwei Frauen vor dem Bürgerbus](https://www.example.org/bus.jpg)"),
    ".photo": make_page("![Zwei Frauen vor dem Bürgerbus](fotos/bus.jpg)"),
}


def without_count(report: str) -> str:
    """Leave out how many files and entries there are: a new kind of record must not change every case."""
    return re.sub(r"^Geprüft: .*?\. (?=[^.]*\.)", "", report, flags=re.MULTILINE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_report_is_as_expected(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(HERE / "valid", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    target = Path("data", f"{case.name.partition('.')[0]}.yml")
    if case.suffix in EFFECTS:
        EFFECTS[case.suffix](target)
    else:
        shutil.copyfile(case, target)
    report = without_count(format_text(load(Path("data"), today=TODAY)) + "\n")
    expected = case.with_suffix(".txt")
    if os.environ.get("KOMPASS_WRITE_CASES"):
        expected.write_text(report, encoding="utf-8", newline="\n")
    assert report == without_count(expected.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", sorted(RULES.keys() - WITHOUT_CASE))
def test_rule_has_a_case_that_names_it(rule: str) -> None:
    reports = [path.read_text(encoding="utf-8") for path in (HERE / "invalid" / rule).glob("*.txt")]
    assert reports
    assert all(f"[{rule}]" in report for report in reports)


def test_valid_data_has_no_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    assert format_text(load(Path("valid"), today=TODAY)).splitlines()[-1].endswith("Keine Fehler.")
