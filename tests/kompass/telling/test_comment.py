"""The comment below a proposal thanks, names what is missing and says what to do next; nothing in it can do harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompass.catalogue import Catalogue
from kompass.load import Loaded
from kompass.problem import Problem, Severity
from kompass.telling.comment import NAMED, SHOWN, format_markdown, harmless


def loaded(*problems: Problem, changed: tuple[str, ...] | None = ("Beispiel „Dorfladen“",)) -> Loaded:
    return Loaded(Catalogue({}), problems, 1, 1, changed)


def problem(rule: str = "unbekannter-verweis", message: str = "Gibt es nicht.", line: int = 42) -> Problem:
    return Problem(Path("data/examples.yml"), line, 9, rule, message)


def test_clean_change_needs_nothing_more() -> None:
    comment = format_markdown(loaded())
    assert comment.startswith("## Danke! Die Daten sind in Ordnung.")
    assert "Bis dahin ist nichts zu tun." in comment
    assert "Was fehlt" not in comment


def test_comment_has_its_three_parts_in_order() -> None:
    comment = format_markdown(loaded(problem()))
    assert re.findall(r"(?m)^### (.*)", comment) == ["Was gut ist", "Was fehlt", "Nächster Schritt"]


def test_missing_thing_has_place_and_solution() -> None:
    comment = format_markdown(loaded(problem()))
    assert "examples.yml, Zeile 42" in comment
    assert "**Lösung:** Berichtigen Sie die Kennung." in comment
    assert "(Regel unbekannter-verweis)" in comment


def test_errors_come_first() -> None:
    comment = format_markdown(loaded(problem("vages-wort", line=1), problem(line=2)))
    assert comment.index("❌") < comment.index("💡")


def test_praise_is_only_for_what_is_good() -> None:
    comment = format_markdown(loaded(problem()))
    assert "jedes Feld hat die richtige Form" in comment
    assert "Alle Verweise führen zu einem Eintrag" not in comment


def test_unreadable_file_earns_no_praise() -> None:
    assert "Was gut ist" not in format_markdown(loaded(problem("yaml-syntax")))


def test_hints_do_not_hold_up() -> None:
    comment = format_markdown(loaded(problem("vages-wort")))
    assert "Die Daten sind in Ordnung." in comment
    assert "Nichts davon hält die Aufnahme auf." in comment


def test_severity_of_the_single_problem_counts() -> None:
    late = Problem(Path("data/a.yml"), 1, 1, "pruefung-faellig", "Fällig.", severity=Severity.ERROR)
    assert "fehlt noch eine Kleinigkeit" in format_markdown(loaded(late))


def test_long_reports_are_cut() -> None:
    many = [problem(line=line) for line in range(1, SHOWN + 6)]
    names = tuple(f"Beispiel „{number}“" for number in range(NAMED + 3))
    comment = format_markdown(loaded(*many, changed=names))
    assert "Und 5 weitere" in comment
    assert "und 3 weitere" in comment


def test_whole_check_counts_instead_of_naming() -> None:
    assert "Geprüft: 1 Dateien mit 1 Einträgen." in format_markdown(loaded(changed=None))


HOSTILE = [
    "@everyone #1 [x](javascript:alert(1)) ![x](https://evil.example/x.png)",
    "<script>alert(1)</script><!-- -->",
    "`code` **fett** | Tabelle |\n## Titel",
    "https://evil.example",
    "\u202eumgedreht\x1b[31m",
    "&commat;team &#64;team",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    shown = harmless(text)
    assert "\n" not in shown
    assert not re.search(r"@|https?:|[<>`*|\[\]()!\\_]|\x1b|\u202e", shown)
    assert not re.search(r"&(?!#\d+;)", shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_message_adds_no_heading_and_no_link(text: str) -> None:
    comment = format_markdown(loaded(problem(message=text), changed=(text,)))
    assert len(re.findall(r"(?m)^#", comment)) == 4
    assert "](" not in comment
    assert "@" not in comment
