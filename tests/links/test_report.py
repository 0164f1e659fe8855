"""What counts, what is excused, and how the report says it."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.links.__main__ import main
from scripts.links.known_bad import LIST, read_excuses
from scripts.links.outcome import Outcome, Verdict
from scripts.links.report import markdown, remarks, sort_out

TODAY = date(2026, 11, 22)
URL = "https://amt.brandenburg.de/seite"
LINKS = {URL: ("data/faq.yml:42", "docs/index.md:7")}
BROKEN = Outcome(URL, Verdict.BROKEN, "gibt es nicht mehr (404)")
EXCUSE = "- {{url: {}, reason: Der Server lehnt Automaten ab., since: 2026-11-01, until: {}}}\n"


def excuses(tmp_path, until, url=URL):
    path = tmp_path / "list.yml"
    path.write_text(EXCUSE.format(url, until))
    return read_excuses(path)


def test_report_names_link_reason_places_and_next_step():
    text = markdown(sort_out([BROKEN], {}, TODAY), LINKS, TODAY)
    assert "1 Link geprüft am 22.11.2026: 1 kaputt, 0 unklar, 0 umgezogen." in text
    assert f"- [ ] `{URL}` gibt es nicht mehr (404). Steht in `data/faq.yml:42`, `docs/index.md:7`" in text
    assert "Bitte ersetzen Sie den Link" in text


def test_moved_link_comes_with_its_new_address():
    moved = Outcome(URL, Verdict.MOVED, "ist dauerhaft umgezogen", "https://amt.brandenburg.de/neu")
    assert "Jetzt: `https://amt.brandenburg.de/neu`" in markdown(sort_out([moved], {}, TODAY), LINKS, TODAY)


def test_excused_failure_does_not_count(tmp_path):
    findings = sort_out([BROKEN], excuses(tmp_path, "2026-11-22"), TODAY)
    assert not findings.needs_work
    assert "1 bekannter Fehlschlag ist entschuldigt." in markdown(findings, LINKS, TODAY)


def test_failure_counts_again_the_day_after_its_excuse_ends(tmp_path):
    findings = sort_out([BROKEN], excuses(tmp_path, "2026-11-21"), TODAY)
    assert findings.of(Verdict.BROKEN) == [BROKEN]
    assert "## Abgelaufene Ausnahmen (1)" in markdown(findings, LINKS, TODAY)


def test_report_says_when_an_excuse_is_no_longer_needed(tmp_path):
    findings = sort_out([Outcome(URL, Verdict.FINE)], excuses(tmp_path, "2027-01-01"), TODAY)
    assert "## Unnötige Ausnahmen (1)" in markdown(findings, LINKS, TODAY)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{url: https://a.de, since: 2026-11-01, until: 2026-12-01}", "genau die Felder"),
        ("{url: https://a.de, reason: kaputt, since: 2026-11-01, until: 2026-12-01}", "Grund in einem Satz"),
        ("{url: https://a.de, reason: Der Server lehnt ab., since: 2026-11-01, until: 2027-11-01}", "höchstens 183 Tage"),
        ("{url: https://a.de, reason: Der Server lehnt ab., since: 2026-11-01, until: 2026-10-01}", "höchstens 183 Tage"),
        ("{url: https://a.de, reason: Der Server lehnt ab., since: bald, until: 2026-10-01}", "JJJJ-MM-TT"),
    ],
)
def test_excuse_without_reason_or_end_is_refused(tmp_path, entry, message):
    path = tmp_path / "list.yml"
    path.write_text(f"- {entry}\n")
    with pytest.raises(ValueError, match=message):
        read_excuses(path)


def test_list_of_excuses_is_as_it_must_be():
    assert isinstance(read_excuses(LIST), dict)


def test_link_can_neither_mention_anybody_nor_end_its_code():
    evil = "https://amt.de/`@team`"
    text = markdown(sort_out([Outcome(evil, Verdict.BROKEN, "fehlt")], {}, TODAY), {evil: ("data/faq.yml:1",)}, TODAY)
    assert "`https://amt.de/%60@team%60` fehlt" in text


def test_remark_stands_at_the_line_of_the_link_and_holds_no_second_command():
    evil = Outcome("https://amt.de/%0A::stop::", Verdict.BROKEN, "fehlt")
    (line,) = remarks(sort_out([evil], {}, TODAY), {evil.url: ("data/faq.yml:3",)})
    assert line == "::error file=data/faq.yml,line=3,title=Link::Der Link https://amt.de/%250A::stop:: fehlt."


@pytest.fixture
def sources(tmp_path, bad_web, quick):
    """A folder of sources with one good and one broken link, and the arguments to check it."""
    (tmp_path / "docs-intern").mkdir()
    (tmp_path / LIST).write_text("")
    (tmp_path / "README.md").write_text(f"{bad_web}/gut\n{bad_web}/weg\n")
    return ["--root", str(tmp_path), "--cache", str(tmp_path / "cache"), "--config", str(quick[1]), "--today", "2026-11-22"]


def test_command_fails_and_reports_on_a_broken_link(sources, tmp_path, capsys):
    assert main([*sources, "--report", str(tmp_path / "report.md"), "--github"]) == 1
    assert "::error file=README.md,line=2,title=Link::" in capsys.readouterr().out
    assert "/weg` gibt es nicht mehr (404). Steht in `README.md:2`" in (tmp_path / "report.md").read_text()


def test_command_writes_an_empty_report_when_all_is_well(sources, tmp_path, bad_web):
    (tmp_path / "README.md").write_text(f"{bad_web}/gut\n")
    assert main([*sources, "--report", str(tmp_path / "report.md")]) == 0
    assert not (tmp_path / "report.md").read_text()


def test_command_ends_with_2_when_nothing_could_be_checked(sources, capsys):
    assert main([*sources, "--since", "gibt-es-nicht"]) == 2
    assert "kennt das Repository nicht" in capsys.readouterr().err
