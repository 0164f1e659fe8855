"""The command line answers in German and by its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kompass.cli import main

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)


def test_clean_data_gives_0(data: Path) -> None:
    assert run("check", "--today", "2026-11-22") == 0


def test_errors_give_1(data: Path) -> None:
    (data / "faq.yml").unlink()
    assert run("check", "--data", "data") == 1


def test_today_can_be_chosen(data: Path) -> None:
    assert run("check", "--today", "2020-01-01") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chek",),
        ("check", "--data", "gibt-es-nicht"),
        ("check", "--data", "data/faq.yml"),
        ("check", "--today", "31.12.2026"),
        ("check", "--today", "2026-02-31"),
        ("check", "--today", "20261122"),
        ("check", "--format", "xml"),
        ("check", "data"),
        ("check", "--data", "a" * 300),
    ],
)
def test_wrong_call_gives_2(data: Path, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == 2


def test_wrong_call_is_explained_in_german(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("check", "--data", "gibt-es-nicht")
    assert "Den Ordner „gibt-es-nicht“ gibt es nicht." in capfd.readouterr().err


def test_help_is_german(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--help") == 0
    output = capfd.readouterr().out
    assert "Aufruf:" in output
    assert "usage" not in output
    assert "show this help" not in output


def test_json_can_be_read_by_programs(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run("check", "--format", "json")
    assert json.loads(capfd.readouterr().out)["errors"] == 0


def test_module_runs_with_an_ascii_terminal(data: Path) -> None:
    command = [sys.executable, "-m", "kompass", "check", "--today", "2026-11-22"]
    result = subprocess.run(command, env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True)
    assert result.stdout.decode("utf-8").endswith("Keine Fehler.\n")


def test_schemas_are_written(tmp_path: Path) -> None:
    assert run("schemas", "--out", str(tmp_path / "new")) == 0
    assert (tmp_path / "new" / "examples.schema.json").is_file()


def test_schemas_cannot_be_written_into_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert run("schemas", "--out", str(tmp_path / "file")) == 2


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "markdown"])
def test_every_form_reports_the_same_errors_by_its_exit_code(data: Path, form: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--format", form, "--today", "2026-11-22") == 0
    (data / "faq.yml").unlink()
    assert run("check", "--format", form, "--today", "2026-11-22") == 1
    assert "datei-fehlt" in capfd.readouterr().out


def test_fix_mends_and_then_checks(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = data / "examples.yml"
    good = path.read_bytes()
    path.write_bytes(good.replace(b"checked: 2026-10-01", b"checked: 1.10.2026").replace(b"\n", b"\r\n"))
    assert run("check", "--fix", "--today", "2026-11-22") == 0
    assert path.read_bytes() == good
    assert "In Ordnung gebracht: data/examples.yml" in capfd.readouterr().err


def test_fix_leaves_good_files_untouched(data: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in data.glob("*.yml")}
    assert run("check", "--fix", "--today", "2026-11-22") == 0
    assert {path.name: path.stat().st_mtime_ns for path in data.glob("*.yml")} == before
