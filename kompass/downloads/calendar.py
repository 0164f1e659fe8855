"""The dates of the writing workshop as a calendar file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from kompass.model.templates import Workshop

ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
LONGEST_LINE = 75


def to_calendar(workshops: Sequence[Workshop], start: date, address: str) -> bytes:
    """Return all meetings as an ICS file, counted from the day of the first one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kompass & Baukasten//Schreibwerkstatt//DE", "CALSCALE:GREGORIAN", *ZONE]
    for workshop in workshops:
        lines += event(workshop, start, address)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in fold(line)).encode()


def event(workshop: Workshop, start: date, address: str) -> list[str]:
    """Return one meeting."""
    day = start + timedelta(days=workshop.days_after_start)
    begins = datetime.combine(day, time.fromisoformat(workshop.begins))
    ends = begins + timedelta(minutes=workshop.minutes)
    return [
        "BEGIN:VEVENT",
        f"UID:{workshop.id}@schreibwerkstatt.kompass-baukasten",
        f"DTSTAMP:{workshop.checked:%Y%m%d}T000000Z",
        f"DTSTART;TZID=Europe/Berlin:{begins:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{ends:%Y%m%dT%H%M%S}",
        f"SUMMARY:{escape(f'Schreibwerkstatt {workshop.order}: {workshop.title}')}",
        f"DESCRIPTION:{escape(f'{workshop.summary} Mitbringen: ' + '; '.join(workshop.preparation))}",
        f"URL:{address}#{workshop.id}",
        "END:VEVENT",
    ]


def escape(text: str) -> str:
    """Return text as calendars write it."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def fold(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes, never splitting a character."""
    part, room = "", LONGEST_LINE
    for sign in line:
        if len((part + sign).encode()) > room:
            yield part
            part = " "
        part += sign
    yield part
