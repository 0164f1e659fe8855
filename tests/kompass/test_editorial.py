"""Editorial rules find what they are for and leave alone what is right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from kompass.cli import main
from kompass.load import Loaded, load
from kompass.model import FILES
from kompass.problem import Severity
from kompass.review import due_day
from kompass.rules import RULES, severity_of
from kompass.rules.review_due import judge
from kompass.rules.rule import Stage
from kompass.rules.settings import SettingsError, _setting, settings

TODAY = date(2026, 11, 22)
LESSON = "  lesson: Reden Sie zuerst mit denen, die fahren sollen."
Change = Callable[..., Loaded]


def found(change: Change, lesson: str, *, today: date = TODAY) -> set[str]:
    """Return the rules that a lesson breaks; it stands in quotation marks."""
    quoted = lesson.replace("\\", "\\\\").replace('"', '\\"')
    return {problem.rule for problem in change("examples", LESSON, f'  lesson: "{quoted}"', today=today).problems}


@pytest.mark.parametrize(
    "text",
    [
        "Fragen Sie die Bürgerinnen und Bürger im Ort.",
        "Fragen Sie die Bürger*innen im Ort.",
        "Fragen Sie die Bürger_innen im Ort.",
        "Fragen Sie die BürgerInnen im Ort.",
        "Fragen Sie die Bürger/-innen im Ort.",
        "Fragen Sie die Bürger(innen) im Ort.",
        "Fragen Sie die Bürger im Ort.",
        "Fragen Sie Einwohner und Vereine im Ort.",
    ],
)
def test_other_gender_form_is_found(change: Change, text: str) -> None:
    assert found(change, text) == {"geschlechterform"}


@pytest.mark.parametrize(
    "text",
    [
        "Fragen Sie die Bürger:innen im Ort.",
        "Fragen Sie im Bürgerbüro und bei der Bürger-App nach.",
        "Die Bürgermeisterin fragt im Ort.",
        "Der Verein heißt „Bürger für Bürger“ und fährt.",
        "Sie können alle im Ort fragen, innen und außen.",
    ],
)
def test_right_gender_form_is_left_alone(change: Change, text: str) -> None:
    assert found(change, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Zeigen Sie dem Rat zuerst den Preis.",
        "Der Gemeinderat entscheidet im Herbst.",
        "Ein Ratsmitglied fährt zur Probe mit.",
        "Fragen Sie Rat und Kämmerei zuerst.",
    ],
)
def test_council_by_another_name_is_found(change: Change, text: str) -> None:
    assert found(change, text) == {"falsches-organ"}


@pytest.mark.parametrize(
    "text",
    [
        "Zeigen Sie der Gemeindevertretung zuerst den Preis.",
        "Wer um Rat fragt, hört auch zu.",
        "Im Rathaus hängt der Fahrplan.",
        "Der Rat für Angelegenheiten der Sorben berät das Land.",
        "In Stutensee (Baden-Württemberg) beschloss der Gemeinderat den Fahrplan.",
        "Der Verein heißt „Stadtrat von unten“ und fährt.",
    ],
)
def test_advice_and_councils_elsewhere_are_left_alone(change: Change, text: str) -> None:
    assert found(change, text) == set()


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Der Bus fährt seit dem 3. Mai 2024.", "03.05.2024"),
        ("Die Fahrt ist kostenfrei.", "kostenlos"),
        ("Treffpunkt ist der Jugendklub.", "Jugendclub"),
    ],
)
def test_other_spelling_is_found_with_ours(change: Change, text: str, instead: str) -> None:
    problems = change("examples", LESSON, f'  lesson: "{text}"', today=TODAY).problems
    assert [(problem.rule, instead in problem.fix) for problem in problems] == [("schreibweise", True)]


@pytest.mark.parametrize(
    "text", ["Der Bus fährt seit Mai 2024.", "Der Bus fährt seit 03.05.2024.", "Der „Jugendklub am See“ fährt mit."]
)
def test_our_spelling_and_names_are_left_alone(change: Change, text: str) -> None:
    assert found(change, text) == set()


@pytest.mark.parametrize(
    "text",
    ["Der Bus soll ab Mai 2026 fahren.", "Der Abruf beginnt am 31.03.2026.", "Bis Ende 2025 werden drei Orte folgen."],
)
def test_passed_day_told_as_to_come_is_found(change: Change, text: str) -> None:
    assert found(change, text) == {"vergangenes-als-kuenftig"}


@pytest.mark.parametrize(
    "text",
    [
        "Der Bus soll ab Mai 2027 fahren.",
        "Der Bus sollte ab Mai 2026 fahren.",
        "Seit Mai 2026 werden alle Orte angefahren.",
        "Der Bus wird dreimal am Tag fahren (Stand im Mai 2026).",
        "Ab 2026 wird jeder Ort angefahren.",
    ],
)
def test_days_to_come_and_past_tense_are_left_alone(change: Change, text: str) -> None:
    assert found(change, text) == set()


@pytest.mark.parametrize("text", ["Fragen Sie zuerst den XYZV im Ort.", "Fragen Sie zuerst nach der BbgXyzV im Ort."])
def test_unexplained_abbreviation_is_found(change: Change, text: str) -> None:
    assert found(change, text) == {"abkuerzung-unerklaert"}


@pytest.mark.parametrize(
    "text",
    [
        "Fragen Sie zuerst den Verbund Nord (XYZV) im Ort.",
        "Der XYZV (Verbund Nord) fährt im Ort.",
        "Der Verbund, kurz XYZV, fährt im Ort.",
        "Die EU zahlt, das WLAN auch.",
        "Das „XYZV-Heft“ liegt im Rathaus.",
        "Die DigitalAgentur fährt mit.",
    ],
)
def test_known_or_explained_abbreviation_is_left_alone(change: Change, text: str) -> None:
    assert found(change, text) == set()


def test_abbreviation_of_the_glossary_is_known(change: Change, data: Path) -> None:
    glossary = data / "glossary.yml"
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("  title: ", "  title: XYZV ", 1), encoding="utf-8")
    assert found(change, "Fragen Sie zuerst den XYZV im Ort.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Fragen beantwortet maria.muster@gemeinde.example gern.",
        "Fragen beantwortet m-muster (at) web.example gern.",
        "Fragen beantwortet Frau Muster unter 0331 1234567 gern.",
        "Fragen beantwortet Frau Muster unter +49 331 123456 gern.",
        "Fragen beantwortet Frau Muster unter (0331) 123 45 67 gern.",
        "Fragen beantwortet Frau Muster unter 0171 2345678 gern.",
        "Fragen beantwortet Frau Muster unter 0331/123456 gern.",
    ],
)
def test_address_of_a_person_is_found_and_not_repeated(change: Change, text: str) -> None:
    problems = change("examples", LESSON, f'  lesson: "{text}"', today=TODAY).problems
    assert {problem.rule for problem in problems} == {"persoenliche-angaben"}
    assert not any("uster" in problem.message or "123" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "Fragen beantwortet info@gemeinde.example gern.",
        "Im Jahr 2023 fuhren 12 000 Menschen mit, 0,5 Prozent mehr.",
        "Vom 01.02.2024 bis 03.04.2024 fuhr der Bus, 10 000 Mal.",
        "Die Drucksache 20/01234 nennt 370 000 Euro.",
        "Das Programm lief von 2020 bis 2024 und kostete 0 Euro.",
    ],
)
def test_numbers_and_offices_are_no_personal_data(change: Change, text: str) -> None:
    assert found(change, text) == set()


@pytest.mark.parametrize("text", ["Reden Sie zuerst mit allen", "Eins.\\n\\nZwei ohne Ende", "Reden Sie, dann,"])
def test_missing_end_of_sentence_is_found(change: Change, text: str) -> None:
    loaded = change("examples", LESSON, f'  lesson: "{text} und so weiter nach Hause"', today=TODAY)
    assert {problem.rule for problem in loaded.problems} == {"kein-ganzer-satz"}


@pytest.mark.parametrize(
    "text", ["Reden Sie mit allen!", "Wer fährt zuerst im Ort?", "Er heißt „Fahr mit im Ort.“", "So geht es bei uns im Ort:"]
)
def test_other_ends_of_sentences_are_accepted(change: Change, text: str) -> None:
    assert found(change, text) == set()


def test_heading_ends_without_a_stop(change: Change) -> None:
    assert {problem.rule for problem in change("examples", "title: Dorfladen", "title: Dorfladen.").problems} == {
        "kein-ganzer-satz"
    }


def test_words_in_quotation_marks_are_those_of_others(change: Change) -> None:
    assert found(change, "Die Stelle heißt „Amt für zeitnahe Durchführung“ und hilft.") == set()


def test_uncertain_words_need_a_reservation(change: Change) -> None:
    assert found(change, "Vermutlich fahren heute mehr Menschen mit.") == {"vorbehalt-fehlt"}


@pytest.mark.parametrize(
    ("days", "is_main", "severity"),
    [
        (-61, False, None),
        (-60, False, Severity.NOTE),
        (-1, True, Severity.NOTE),
        (0, False, Severity.WARNING),
        (90, True, Severity.WARNING),
        (91, False, Severity.WARNING),
        (91, True, Severity.ERROR),
        (5000, False, Severity.WARNING),
    ],
)
def test_review_becomes_more_urgent(days: int, is_main: bool, severity: Severity | None) -> None:
    assert judge(days, is_main=is_main) == severity


@pytest.mark.parametrize("kind", [kind for file in FILES for kind in file.kinds], ids=lambda kind: kind.name)
def test_review_is_due_after_the_period_of_the_kind(kind: object, data: Path) -> None:
    due = due_day(date(2026, 10, 1), kind)  # type: ignore[arg-type]
    for day, expected in ((due - timedelta(days=61), set()), (due - timedelta(days=60), {"Hinweis"}), (due, {"Warnung"})):
        problems = [problem for problem in load(data, today=day).problems if problem.rule == "pruefung-faellig"]
        mine = [problem for problem in problems if problem.path.stem in {file.name for file in FILES if kind in file.kinds}]
        assert {str(severity_of(problem)) for problem in mine} == expected


def test_overdue_review_fails_on_the_main_branch_only(data: Path) -> None:
    assert main(["check", "--today", "2029-06-01"]) == 0
    assert main(["check", "--today", "2029-06-01", "--main"]) == 1


def test_every_editorial_rule_is_set_with_a_reason() -> None:
    wording = {name for name, rule in RULES.items() if rule.stage is Stage.WORDING}
    assert wording <= set(settings())
    assert set(settings()) <= set(RULES)
    assert all(len(setting.reason) > 20 for setting in settings().values())


def test_severity_of_the_file_is_that_of_the_rule() -> None:
    assert all(RULES[name].severity == setting.severity for name, setting in settings().items() if setting.severity)


@pytest.mark.parametrize(
    "fields", [{}, {"severity": "schlimm", "reason": "x"}, {"severity": "Fehler"}, {"severity": "Fehler", "reason": " "}]
)
def test_setting_that_says_nothing_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        _setting("vages-wort", fields)


def test_rule_can_be_turned_off() -> None:
    assert _setting("vages-wort", {"severity": "aus", "reason": "Zu viele Treffer."}).severity is None
