"""lychee and the second look, against a server on loopback that behaves as badly as the web."""

from __future__ import annotations

from time import monotonic

import pytest

from scripts.links import soft_404
from scripts.links.lychee import CheckerError, check
from scripts.links.outcome import Outcome, Verdict
from scripts.links.settings import read_settings
from scripts.links.soft_404 import NOT_FOUND, headlines, look_again

EXPECTED = {
    "/gut": (Verdict.FINE, ""),
    "/voruebergehend": (Verdict.FINE, ""),
    "/erst-zu-viel": (Verdict.FINE, ""),
    "/umgezogen": (Verdict.MOVED, "dauerhaft umgezogen"),
    "/weg": (Verdict.BROKEN, "gibt es nicht mehr (404)"),
    "/geloescht": (Verdict.BROKEN, "gibt es nicht mehr (410)"),
    "/umgezogen-und-weg": (Verdict.BROKEN, "gibt es nicht mehr (404)"),
    "/im-kreis": (Verdict.BROKEN, "im Kreis"),
    "/alte-seite": (Verdict.BROKEN, "nur noch auf die Startseite"),
    "/weich": (Verdict.BROKEN, "sagt selbst, dass es sie nicht gibt"),
    "/verboten": (Verdict.UNCLEAR, "lehnt Automaten ab (403)"),
    "/immer-zu-viel": (Verdict.UNCLEAR, "bremst Automaten aus (429)"),
    "/kaputt": (Verdict.UNCLEAR, "Fehler 503"),
}


def written(folder, setting):
    """Return a file with a setting that is laid over the others."""
    path = folder / "setting.toml"
    path.write_text(f"{setting}\n")
    return path


def test_every_kind_of_answer_gets_its_verdict(bad_web, quick, tmp_path):
    answers = check([bad_web + path for path in EXPECTED], configs=quick, folder=tmp_path)
    outcomes = look_again(answers, read_settings(quick))
    found = {outcome.url.removeprefix(bad_web): outcome for outcome in outcomes}
    assert {path: outcome.verdict for path, outcome in found.items()} == {
        path: verdict for path, (verdict, _) in EXPECTED.items()
    }
    assert not {path: found[path].reason for path, (_, reason) in EXPECTED.items() if reason not in found[path].reason}
    assert found["/umgezogen"].target == f"{bad_web}/gut"


def test_untrusted_certificate_is_broken(bad_certificate, quick, tmp_path):
    (outcome,) = check([f"{bad_certificate}/gut"], configs=quick, folder=tmp_path)
    assert (outcome.verdict, outcome.reason) == (Verdict.BROKEN, "hat kein gültiges Zertifikat (TLS)")


def test_closed_port_is_broken(quick, tmp_path):
    (outcome,) = check(["http://127.0.0.1:9/"], configs=quick, folder=tmp_path)
    assert (outcome.verdict, outcome.reason) == (Verdict.BROKEN, "ist nicht erreichbar (keine Verbindung)")


def test_address_that_is_none_is_broken_and_others_keep_their_answer(bad_web, quick, tmp_path):
    wrong, right = check(["http://[kaputt/", f"{bad_web}/gut"], configs=quick, folder=tmp_path)
    assert (wrong.verdict, right.verdict) == (Verdict.BROKEN, Verdict.FINE)


def test_answer_that_does_not_come_is_unclear(bad_web, quick, tmp_path):
    (outcome,) = check([f"{bad_web}/langsam"], configs=[*quick, written(tmp_path, "timeout = 1")], folder=tmp_path)
    assert (outcome.verdict, outcome.reason) == (Verdict.UNCLEAR, "antwortet nicht rechtzeitig")


def test_busy_server_is_asked_again_after_the_time_it_names(bad_web, quick, tmp_path, visits):
    started = monotonic()
    check([f"{bad_web}/erst-zu-viel"], configs=quick, folder=tmp_path)
    assert monotonic() - started >= 1.0
    assert visits.asked["/erst-zu-viel"] == 2


def test_one_host_is_never_asked_faster_than_the_settings_say(bad_web, quick, tmp_path, visits):
    slow = written(tmp_path, 'host_request_interval = "300ms"')
    started = monotonic()
    check([f"{bad_web}/gut?{number}" for number in range(4)], configs=[*quick, slow], folder=tmp_path)
    assert monotonic() - started >= 3 * 0.3 - 0.05  # lychee's own clock is coarse
    assert visits.asked["/gut"] == 4


class Clock:
    """Stands in for the module `time`: nobody waits, and every pause is noted."""

    def __init__(self):
        self.now = 0.0
        self.pauses = []

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds


def test_second_look_keeps_the_same_distance(bad_web, quick, tmp_path, visits, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(soft_404, "time", clock)
    slow = written(tmp_path, 'host_request_interval = "300ms"')
    look_again([Outcome(bad_web + path, Verdict.FINE) for path in ("/gut", "/weich", "/gut")], read_settings([*quick, slow]))
    assert clock.pauses == pytest.approx([0.3, 0.3])
    assert visits.asked.total() == 3


def test_second_look_waits_for_no_other_host(bad_web, quick, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(soft_404, "time", clock)
    hosts = [bad_web, bad_web.replace("127.0.0.1", "localhost")]
    look_again([Outcome(host, Verdict.FINE) for host in hosts], read_settings(quick))
    assert clock.pauses == []


def test_good_answer_is_remembered_and_a_busy_server_is_not(bad_web, quick, tmp_path, visits):
    urls = [f"{bad_web}/gut", f"{bad_web}/verboten"]
    check(urls, configs=quick, folder=tmp_path)
    check(urls, configs=quick, folder=tmp_path)
    assert (visits.asked["/gut"], visits.asked["/verboten"]) == (1, 2)


def test_server_learns_who_asks(bad_web, quick, tmp_path, visits):
    look_again(check([f"{bad_web}/gut"], configs=quick, folder=tmp_path), read_settings(quick))
    assert [agent.split("/")[0] for agent in visits.agents] == ["KompassBaukasten-Linkpruefung"]


def test_real_settings_never_ask_an_address_inside_a_network(bad_web, quick, tmp_path, visits):
    inside = [f"{bad_web}/gut", "http://169.254.169.254/latest/", "http://10.0.0.1/", "http://localhost:1/"]
    outcomes = look_again(check(inside, configs=quick[:1], folder=tmp_path), read_settings(quick[:1]))
    assert {outcome.verdict for outcome in outcomes} == {Verdict.SKIPPED}
    assert not visits.asked


def test_second_look_does_not_follow_a_redirect_into_a_network(bad_web, quick, monkeypatch, visits):
    visited = []
    monkeypatch.setattr(soft_404, "is_public", lambda url: visited.append(url) or "127.0.0.1" in url)
    look_again([Outcome(f"{bad_web}/nach-innen", Verdict.FINE)], read_settings(quick[:1]))
    assert visited == [f"{bad_web}/nach-innen", "http://169.254.169.254/latest/"]
    assert visits.asked == {"/nach-innen": 1}


def test_checker_that_does_not_finish_says_so(tmp_path):
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("no_such_setting = 1\n")
    with pytest.raises(CheckerError, match="abgebrochen"):
        check(["http://127.0.0.1:9/"], configs=[wrong], folder=tmp_path)


@pytest.mark.parametrize(
    ("page", "is_missing"),
    [
        ("<title>404 - Gemeinde</title>", True),
        ("<h1>Fehler 404</h1>", True),
        ("<h1>Diese Seite existiert <em>nicht</em> mehr</h1>", True),
        ("<title>Page not found</title>", True),
        ("<title>Ausbau der Bundesstraße 404</title><h1>Straßenbau</h1>", False),
        ("<h1>Digitalstrategie</h1><p>nicht gefunden</p>", False),
    ],
)
def test_soft_404_is_told_from_title_and_headline(page, is_missing):
    assert bool(NOT_FOUND.search(headlines(page))) is is_missing
