"""A report says the same to people, programs and code hosts, and hostile data cannot break it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import Loaded
from kompass.problem import LIMIT, Problem, Severity
from kompass.telling.report import format_github, format_gitlab, format_json, format_text, summary

HOSTILE = "„\x1b[31mrot\u202e::error::%0A\r\n“"


def loaded(*problems: Problem, files: int = 13, entries: int = 412) -> Loaded:
    return Loaded(Catalogue({}), problems, files, entries)


def problem(message: str = "Handlungsfeld „mobilitaett“ gibt es nicht.", path: str = "data/examples.yml") -> Problem:
    fix = "Meinten Sie „mobilitaet“? Erlaubt sind: bauen-wohnen, bildung-forschung, …"
    return Problem(Path(path), 42, 9, "unbekannter-verweis", message, fix)


def test_text_has_the_agreed_form() -> None:
    assert format_text(loaded(problem())) == (
        "data/examples.yml:42:9: Fehler: Handlungsfeld „mobilitaett“ gibt es nicht. [unbekannter-verweis]\n"
        "    Warum:  Ohne gültigen Verweis fehlt der Eintrag auf der Seite, auf die er gehört.\n"
        "    Lösung: Meinten Sie „mobilitaet“? Erlaubt sind: bauen-wohnen, bildung-forschung, …\n"
        "Geprüft: 13 Dateien, 412 Einträge. 1 Fehler."
    )


def test_last_line_says_that_all_is_well() -> None:
    assert format_text(loaded()) == "Geprüft: 13 Dateien, 412 Einträge. Keine Fehler."


def test_last_line_knows_the_singular() -> None:
    assert format_text(loaded(files=1, entries=1)) == "Geprüft: 1 Datei, 1 Eintrag. Keine Fehler."


@pytest.mark.parametrize(("count", "is_said"), [(LIMIT - 1, False), (LIMIT, True), (LIMIT + 1, True)])
def test_last_line_says_that_there_may_be_more_once_the_limit_is_reached(count: int, is_said: bool) -> None:
    assert ("Weitere zeigen sich" in summary(loaded(*[problem()] * count))) is is_said


def test_last_line_counts_warnings_and_notes_in_singular_and_plural() -> None:
    severities = [Severity.WARNING, Severity.NOTE, Severity.NOTE]
    found = [Problem(Path("a.yml"), 1, 1, "pruefung-faellig", "Fällig.", severity=severity) for severity in severities]
    assert summary(loaded(*found)).endswith("Keine Fehler, 1 Warnung, 2 Hinweise.")


def test_general_fix_is_shown_where_there_is_no_better_one() -> None:
    general = Problem(Path("a.yml"), 1, 1, "kreis-fehlt", "Das Beispiel nennt keinen Kreis.")
    assert "    Lösung: Nennen Sie den Kreis" in format_text(loaded(general))


def test_path_below_the_working_directory_is_relative(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert format_text(loaded(problem(path=f"{tmp_path}/data/a.yml"))).startswith("data/a.yml:42:9: ")


def test_path_elsewhere_stays_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert format_text(loaded(problem(path="/elsewhere/a.yml"))).startswith("/elsewhere/a.yml:42:9: ")


@pytest.mark.parametrize("form", [format_text, format_github])
def test_control_characters_are_made_visible(form: Callable[[Loaded], str]) -> None:
    report = form(loaded(problem(HOSTILE, path=f"data/{HOSTILE.strip()}.yml")))
    assert "<U+001B>[31mrot<U+202E>" in report
    assert not set(report) & {"\x1b", "\u202e", "\r"}


def test_hostile_text_stays_on_its_line() -> None:
    assert len(format_text(loaded(problem(HOSTILE))).splitlines()) == 4


def test_annotation_has_the_form_of_a_workflow_command() -> None:
    line = format_github(loaded(problem("Ja, 100 % falsch."))).splitlines()[0]
    assert line.startswith("::error file=data/examples.yml,line=42,col=9,title=unbekannter-verweis::Ja, 100 %25 falsch.")


def test_annotation_properties_are_escaped() -> None:
    line = format_github(loaded(problem(path="/x/a,b:c%d.yml"))).splitlines()[0]
    assert line.startswith("::error file=/x/a%2Cb%3Ac%25d.yml,line=42,")


def test_json_holds_everything() -> None:
    report = json.loads(format_json(loaded(problem(HOSTILE))))
    assert (report["files"], report["entries"], report["errors"]) == (13, 412, 1)
    assert report["problems"][0].keys() == {"path", "line", "column", "rule", "severity", "message", "why", "fix"}


def test_json_is_plain_ascii() -> None:
    assert format_json(loaded(problem(HOSTILE))).isascii()


def test_gitlab_report_has_the_form_of_code_quality() -> None:
    (issue,) = json.loads(format_gitlab(loaded(problem())))
    assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
    assert issue["location"] == {"path": "data/examples.yml", "lines": {"begin": 42}}
    assert (issue["check_name"], issue["severity"]) == ("unbekannter-verweis", "major")


def test_gitlab_fingerprints_differ() -> None:
    issues = json.loads(format_gitlab(loaded(problem(), problem("Anders."), problem(path="data/faq.yml"))))
    assert len({issue["fingerprint"] for issue in issues}) == 3


def test_severity_of_a_problem_goes_before_that_of_its_rule() -> None:
    late = Problem(Path("a.yml"), 1, 1, "pruefung-faellig", "Fällig.", severity=Severity.NOTE)
    assert "a.yml:1:1: Hinweis: Fällig." in format_text(loaded(late))
    assert json.loads(format_json(loaded(late)))["problems"][0]["severity"] == "Hinweis"
    assert format_github(loaded(late)).startswith("::notice ")
