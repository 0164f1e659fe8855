"""Mistakes of a first contribution: each is told once, at its own line, and the advice works when it is followed literally.

The figures are printed with `-s`: how many messages, how many at the right line, how often the advice works.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kompass.load import load
from kompass.model import FILES
from kompass.problem import Problem
from kompass.rules import RULES, Severity, severity_of
from kompass.writing.fix import fix

VALID = Path(__file__).parent / "valid"
TODAY = date(2026, 11, 22)
FILE = {file.name: file for file in FILES}
PROPOSED = re.compile(r"^(?:Schreiben|Meinten) Sie (?:„([^“]+)“|([\w./:-]+?))[.?](?: |$)")
EXAMPLES = (VALID / "examples.yml").read_text(encoding="utf-8")
FIRST, SECOND = (f"- id:{part}" for part in EXAMPLES.split("- id:")[1:])
NEW = SECOND.replace("dorfladen", "chorbus").replace("title: Dorfladen", "title: Chorbus")
SOURCE = "title: Bericht der Gemeinde\n      url: https://www.example.org/bericht\n      date: 2024-05"
SHORT = "- id: chorbus\n  title: Chorbus\n"


@dataclass(frozen=True)
class Mistake:
    """What is replaced in a valid file, and the line that is to blame: the first that differs, unless `at` says which."""

    name: str
    old: str
    new: str
    file: str = "examples"
    at: str = ""


def _shifted(text: str, width: int) -> str:
    return re.sub(r"(?m)^(?=.)", " " * width, text)


MISTAKES = (
    # what would be lost
    Mistake("raute im titel", "title: Dorfladen", "title: Dorfladen #Wetter in Bernau"),
    Mistake("raute im punkt", "- Rechnen Sie knapp.", "- Rechnen Sie Platz #1 dazu."),
    Mistake("raute im ort", "municipality: Musterstadt an der Havel", "municipality: Musterstadt # Havelland"),
    Mistake("raute in klammer", "[lebensort]", "[lebensort #1]"),
    Mistake("punkt verschluckt", "    - Rechnen Sie knapp.", "     - Rechnen Sie knapp."),
    Mistake("punkt zwei weiter", "    - Rechnen Sie knapp.", "      - Rechnen Sie knapp."),
    Mistake("folgezeile ohne strich", "    - Rechnen Sie knapp.", "    - Rechnen Sie knapp\n      und genau.", at="und genau."),
    Mistake(
        "prosa ohne strich",
        "lesson: Wer mitbesitzt, kauft auch dort ein.",
        "lesson: Wer mitbesitzt,\n    kauft auch dort ein.",
        at="    kauft",
    ),
    Mistake("kennung index", "id: dorfladen", "id: index"),
    Mistake("kennung aux", "id: buergerbus", "id: aux"),
    Mistake("kennung nul", "id: dorfladen", "id: nul"),
    Mistake("alias com1", "date: 2024-05\n", "date: 2024-05\n  aliases: [com1]\n"),
    Mistake("alias ist kennung", "date: 2024-05\n", "date: 2024-05\n  aliases: [dorfladen]\n", at="  aliases"),
    # a whole record
    Mistake("strich fehlt", "- id: dorfladen", "  id: dorfladen"),
    Mistake("eingerueckt", SECOND, _shifted(SECOND, 4)),
    Mistake("mitten hinein", "  problem: Abends", f"{NEW}  problem: Abends", at="- id: buergerbus"),
    Mistake("nur titel", FIRST, FIRST + SHORT, at="- id: chorbus"),
    Mistake("halber eintrag", SECOND, SECOND.partition("  problem")[0], at="- id: dorfladen"),
    Mistake("doppelte kennung", "id: dorfladen", "id: buergerbus"),
    Mistake("unsortiert", "id: dorfladen", "id: apfelladen"),
    Mistake("doppelter titel", "title: Dorfladen", "title: Bürgerbus mit App"),
    Mistake("umlaut in der kennung", "id: dorfladen", "id: dörfladen"),
    Mistake("unterstrich in der kennung", "id: dorfladen", "id: dorf_laden"),
    Mistake("umlaut in genannter kennung", "- id: mobilitaet", "- id: mobilität", file="action_fields"),
    Mistake("grosse kennung", "id: dorfladen", "id: Dorfladen"),
    Mistake("falsch geschriebener verweis", "action_fields: [mobilitaet]", "action_fields: [mobilitaett]"),
    # fields and words
    Mistake("ueberschrift als feld", "title: Dorfladen", "Überschrift: Dorfladen"),
    Mistake("feld mit grossbuchstabe", "title: Dorfladen", "Title: Dorfladen"),
    Mistake("feld falsch geschrieben", "problem: Der letzte", "problm: Der letzte"),
    Mistake("feld auf deutsch", "solution: Eine", "Lösung: Eine"),
    Mistake("feld doppelt", "  title: Dorfladen\n", "  title: Dorfladen\n  title: Laden\n"),
    Mistake("leeres pflichtfeld", "title: Dorfladen", "title:"),
    Mistake("leere liste", "    - Fragen Sie beim Kreis nach.\n    - Erproben Sie eine Linie.\n", "", at="  transfer:"),
    Mistake("name des handlungsfelds", "action_fields: [mobilitaet]", "action_fields: [Mobilität]"),
    Mistake("kreis gross", "districts: [havelland]", "districts: [Havelland]"),
    Mistake("stadt gross", "body: stadt", "body: Stadt"),
    Mistake("status als satz", "status: laufend", "status: läuft noch"),
    Mistake("text statt liste", "districts: [havelland]", "districts: havelland"),
    Mistake("liste statt text", "summary: Ein Laden, der auch nachts öffnet.", "summary: - Ein Laden, der auch nachts öffnet."),
    Mistake("strichpunkt in klammer", "districts: [havelland]", "districts: [havelland; barnim]"),
    # days and numbers
    Mistake("deutsches datum", "date: 2024-05", "date: 28.07.2022"),
    Mistake("monat als wort", "date: 2024-05", "date: September 2018"),
    Mistake("maerz", "date: 2024-05", "date: März 2024"),
    Mistake("monat mit strich", "date: 2024-05", "date: 03/2024"),
    Mistake("monat mit punkt", "date: 2024-05", "date: 11.2025"),
    Mistake("monat mit punkt kurz", "date: 2024-05", "date: 3.2024"),
    Mistake("monat ohne null", "date: 2024-05", "date: 2024-3"),
    Mistake("tag ohne null", "date: 2024-05", "date: 2024-03-1"),
    Mistake("tag zu viel", "date: 2024-05", "date: 2024-02-31"),
    Mistake("geprueft in zukunft", "checked: 2026-10-01", "checked: 2027-10-01"),
    Mistake("geprueft als monat", "checked: 2026-10-01", "checked: Oktober 2026"),
    Mistake("einwohner mit punkt", "population: 8000", "population: 30.000", file="municipalities"),
    Mistake("einwohner mit leerzeichen", "population: 8000", "population: 30 000", file="municipalities"),
    Mistake("einwohner in worten", "population: 8000", "population: rund 30.000", file="municipalities"),
    # sources
    Mistake("adresse ohne https", "url: https://www.example.org/laden", "url: www.example.org/laden"),
    Mistake("kurze adresse", "url: https://www.example.org/laden", "url: www.x.de"),
    Mistake("nur eigene", SOURCE, "claim: own", at="- claim"),
    Mistake("quelle ohne titel", "    - title: Bericht der Gemeinde\n      url", "    - url"),
    # signs
    *(
        Mistake(f"listenzeichen {mark}", "    - Rechnen", f"    {mark} Rechnen")
        for mark in ("–", "—", "•", "·", "▪", "*", "‐", "−")
    ),
    Mistake("strich mit geschuetztem leerzeichen", "    - Rechnen", "    -\u00a0Rechnen"),
    Mistake("strich ohne leerzeichen", "    - Rechnen", "    -Rechnen"),
    Mistake("erster punkt mit halbgeviert", "    - Suchen", "    – Suchen"),
    Mistake("geschuetztes leerzeichen", "title: Dorfladen", "title:\u00a0Dorfladen"),
    Mistake("voller doppelpunkt", "title: Dorfladen", "title：Dorfladen"),
    Mistake("anfuehrungszeichen aus word", "title: Dorfladen", "title: “Dorf: Laden”"),
    Mistake("ohne leerzeichen", "title: Dorfladen", "title:Dorfladen"),
    Mistake("ohne doppelpunkt", "summary: Ein Laden", "summary Ein Laden"),
    Mistake("doppelpunkt im text", "title: Dorfladen", "title: Dorfladen: offen"),
    Mistake("nummer mit doppelpunkt", "- Rechnen Sie knapp.", "- Nr. 5: Rechnen Sie knapp."),
    Mistake("anfuehrungszeichen offen", "title: Dorfladen", 'title: "Dorfladen'),
    Mistake("text hinter zitat", "title: Dorfladen", 'title: "Dorf" laden'),
    Mistake("klammer offen", "districts: [havelland]", "districts: [havelland"),
    Mistake("klammeraffe", "title: Dorfladen", "title: @Dorfladen"),
    Mistake("prozent", "title: Dorfladen", "title: %Dorfladen"),
    Mistake("und-zeichen", "title: Dorfladen", "title: &Dorfladen"),
    Mistake("stern", "title: Dorfladen", "title: *Dorfladen"),
    Mistake("blockzeile zu weit links", "lesson: Wer mitbesitzt,", "lesson: |\n  Wer mitbesitzt,", at="  Wer mitbesitzt"),
    Mistake("tabulator", "  problem: Der letzte", "\tproblem: Der letzte"),
    Mistake("tabulator im text", "title: Dorfladen", "title: Dorf\tLaden"),
    Mistake("feld ein zeichen weiter", "  problem: Der letzte", "   problem: Der letzte"),
    Mistake("feld ein zeichen links", "  problem: Der letzte", " problem: Der letzte"),
    Mistake("konflikt", "  title: Dorfladen\n", "<<<<<<< HEAD\n  title: Dorfladen\n=======\n  title: Laden\n>>>>>>> neu\n"),
    Mistake("konflikt diff3", "  title: Dorfladen\n", "<<<<<<< a\n  title: Dorfladen\n||||||| b\n=======\n>>>>>>> c\n"),
    Mistake("mehrdeutig", "title: Dorfladen", "title: no"),
    Mistake("zahl als titel", "title: Dorfladen", "title: 3.10"),
    Mistake("html", "title: Dorfladen", "title: <b>Dorfladen</b>"),
    Mistake("mailadresse", "- Rechnen Sie knapp.", "- Schreiben Sie an maria.muster@gemeinde-muster.de."),
    Mistake("schemazeile fehlt", EXAMPLES.partition("\n")[0] + "\n", "", at="- id: buergerbus"),
)


def problems_of(folder: Path) -> list[Problem]:
    return [problem for problem in load(folder, today=TODAY).problems if severity_of(problem) is not Severity.NOTE]


def blamed_line(text: str, mistake: Mistake) -> int:
    valid = (VALID / f"{mistake.file}.yml").read_text(encoding="utf-8").split("\n")
    lines = text.split("\n")
    if mistake.at:
        return next(number for number, line in enumerate(lines, start=1) if mistake.at in line)
    return next(number for number, line in enumerate(lines, start=1) if number > len(valid) or line != valid[number - 1])


def follow(text: str, problem: Problem) -> str:
    """Put what the advice proposes in the place that the message names, as an editor does who takes it literally."""
    match = PROPOSED.match(problem.fix or RULES[problem.rule].fix)
    if not match:
        return text
    lines = text.split("\n")
    line, start = lines[problem.line - 1], problem.column - 1
    rest = line[start:]
    is_field = problem.rule == "unbekanntes-feld"
    old = re.match(r"[^:]*" if is_field else r"[^,;\]]*" if "[" in line[:start] else r".*", rest)
    assert old
    lines[problem.line - 1] = line[:start] + (match[1] or match[2]) + rest[old.end() :]
    return "\n".join(lines)


@dataclass(frozen=True)
class Outcome:
    """What became of a mistake; `works` is None where neither the advice nor --fix offers a replacement."""

    name: str
    messages: int
    is_at_line: bool
    works: bool | None
    report: str


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    return [make(mistake, tmp_path_factory.mktemp("mistake")) for mistake in MISTAKES]


def make(mistake: Mistake, root: Path) -> Outcome:
    folder = Path(shutil.copytree(VALID, root / "data"))
    path = folder / f"{mistake.file}.yml"
    valid = path.read_text(encoding="utf-8")
    assert mistake.old in valid, mistake.name
    text = valid.replace(mistake.old, mistake.new, 1)
    path.write_text(text, encoding="utf-8")
    found = problems_of(folder)
    line = blamed_line(text, mistake)
    report = "; ".join(f"{problem.path.stem}:{problem.line} {problem.message} [{problem.rule}]" for problem in found)
    is_at_line = bool(found) and (path, line) in {(problem.path, problem.line) for problem in found}
    mended = fix(text.encode(), FILE[mistake.file]).decode()
    is_offered = mended != text or any(PROPOSED.match(problem.fix) for problem in found)
    works = advised(path, text) if is_offered else None
    return Outcome(mistake.name, len(found), is_at_line, works, f"Zeile {line}: {report}")


def advised(path: Path, text: str) -> bool:
    """Tell whether two rounds of --fix and of following the advice leave nothing wrong."""
    for _ in range(2):
        text = fix(text.encode(), FILE[path.stem]).decode()
        path.write_text(text, encoding="utf-8")
        for problem in reversed([problem for problem in problems_of(path.parent) if problem.path == path]):
            text = follow(text, problem)
        path.write_text(text, encoding="utf-8")
    return not problems_of(path.parent)


def test_every_mistake_is_told(outcomes: list[Outcome]) -> None:
    assert [outcome.name for outcome in outcomes if not outcome.messages] == []
    print(f"\nVersehen: {len(outcomes)}")


def test_no_mistake_brings_more_than_two_messages(outcomes: list[Outcome]) -> None:
    single = sum(outcome.messages == 1 for outcome in outcomes)
    print(f"\nGenau eine Meldung: {single} von {len(outcomes)}, höchstens: {max(outcome.messages for outcome in outcomes)}")
    assert [(outcome.name, outcome.report) for outcome in outcomes if outcome.messages > 2] == []
    assert single >= 0.9 * len(outcomes), [(outcome.name, outcome.report) for outcome in outcomes if outcome.messages > 1]


def test_every_mistake_is_told_at_its_own_line(outcomes: list[Outcome]) -> None:
    print(f"\nRichtige Zeile: {sum(outcome.is_at_line for outcome in outcomes)} von {len(outcomes)}")
    assert [(outcome.name, outcome.report) for outcome in outcomes if not outcome.is_at_line] == []


def test_advice_works_when_followed_literally(outcomes: list[Outcome]) -> None:
    offered = [outcome for outcome in outcomes if outcome.works is not None]
    print(f"\nRat führt in zwei Runden zum Ziel: {sum(bool(outcome.works) for outcome in offered)} von {len(offered)}")
    assert [(outcome.name, outcome.report) for outcome in offered if not outcome.works] == []
    assert len(offered) > 20
