"""Calendar files (RFC 5545): the dates of the writing workshop, the deadlines of the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from kompass.model.base import FULL_DAY
from kompass.model.guidance import Law
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
    events = [line for workshop in workshops for line in event(workshop, start, address)]
    return calendar("Schreibwerkstatt", [*ZONE, *events])


def to_deadlines(laws: Sequence[Law], address: str) -> bytes:
    """Return the duties that begin and the periods that end after their law was last reviewed, with a reminder each."""
    return calendar("Pflichten und Fristen", [line for law in laws for line in deadlines(law, address)])


def deadlines(law: Law, address: str) -> Iterator[str]:
    """Yield the events of one law: whole days, announced thirty days before."""
    for entry in law.dates:
        if not (entry.binding and FULL_DAY.fullmatch(entry.date) and entry.date > law.checked.isoformat()):
            continue
        day = date.fromisoformat(entry.date)
        bound = ", ".join(word.label for word in law.binds)
        yield from (
            "BEGIN:VEVENT",
            f"UID:{law.id}-{entry.date}@recht.kompass-baukasten",
            f"DTSTAMP:{law.checked:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            "TRANSP:TRANSPARENT",
            f"SUMMARY:{escape(f'{law.title}: {entry.event}')}",
            f"DESCRIPTION:{escape(f'Betrifft: {bound}. {law.task} Keine Rechtsberatung.')}",
            f"URL:{address}#{law.id}",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escape(law.title)}",
            "TRIGGER:-P30D",
            "END:VALARM",
            "END:VEVENT",
        )


def calendar(product: str, content: Sequence[str]) -> bytes:
    """Return a calendar file with this content."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Kompass & Baukasten//{product}//DE", "CALSCALE:GREGORIAN")
    lines = (*head, *content, "END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in fold(line)).encode()


def event(workshop: Workshop, start: date, address: str) -> list[str]:
    """Return one meeting; two series that begin on different days have nothing in common."""
    day = start + timedelta(days=workshop.days_after_start)
    begins = datetime.combine(day, time.fromisoformat(workshop.begins))
    ends = begins + timedelta(minutes=workshop.minutes)
    return [
        "BEGIN:VEVENT",
        f"UID:{workshop.id}-{start:%Y%m%d}@schreibwerkstatt.kompass-baukasten",
        f"DTSTAMP:{workshop.checked:%Y%m%d}T000000Z",
        f"DTSTART;TZID=Europe/Berlin:{begins:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/Berlin:{ends:%Y%m%dT%H%M%S}",
        f"SUMMARY:{escape(f'Schreibwerkstatt {workshop.order}: {workshop.title}')}",
        f"DESCRIPTION:{escape(description(workshop))}",
        f"URL:{address}#{workshop.id}",
        "END:VEVENT",
    ]


def description(workshop: Workshop) -> str:
    """Return what a meeting is about and what to bring: also for the script that writes the calendar of another start day."""
    return f"{workshop.summary} Mitbringen: {'; '.join(workshop.preparation)}"


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
