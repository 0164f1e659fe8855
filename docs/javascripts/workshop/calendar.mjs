/** The meetings of the writing workshop as a calendar file (RFC 5545). Pure functions; days are texts like 2027-01-20. */

const DAY = 86_400_000;
const LONGEST_LINE = 75;
const ZONE = [
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
];

/** Return the day that lies `count` days after `day`; null if `day` is none. */
export function daysLater(day, count) {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(start) ? null : new Date(start + count * DAY).toISOString().slice(0, 10);
}

/** Return a day as 20.01.2027. */
export function germanDay(day) {
  return day.split("-").reverse().join(".");
}

/** Return all meetings ({id, title, text, days, begins, minutes}) as the text of an ICS file. */
export function writeCalendar(meetings, start, address, written) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kompass & Baukasten//Schreibwerkstatt//DE",
    "CALSCALE:GREGORIAN",
    ...ZONE,
  ];
  for (const meeting of meetings) lines.push(...event(meeting, start, address, written));
  lines.push("END:VCALENDAR");
  return lines
    .flatMap(fold)
    .map((line) => `${line}\r\n`)
    .join("");
}

function event(meeting, start, address, written) {
  const day = daysLater(start, meeting.days);
  const [hours, minutes] = meeting.begins.split(":").map(Number);
  const begins = hours * 60 + minutes;
  return [
    "BEGIN:VEVENT",
    `UID:${meeting.id}-${start.replaceAll("-", "")}@schreibwerkstatt.kompass-baukasten`,
    `DTSTAMP:${written.replaceAll("-", "")}T000000Z`,
    `DTSTART;TZID=Europe/Berlin:${stamp(day, begins)}`,
    `DTEND;TZID=Europe/Berlin:${stamp(day, begins + meeting.minutes)}`,
    `SUMMARY:Schreibwerkstatt ${escape(meeting.title)}`,
    `DESCRIPTION:${escape(meeting.text)}`,
    `URL:${address}#${meeting.id}`,
    "END:VEVENT",
  ];
}

function stamp(day, minutes) {
  const two = (number) => String(number).padStart(2, "0");
  return `${day.replaceAll("-", "")}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}00`;
}

function escape(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
}

/** Break a line into parts of at most 75 bytes, never inside a character. */
function fold(line) {
  const bytes = new TextEncoder();
  const parts = [""];
  for (const sign of line) {
    if (bytes.encode(parts.at(-1) + sign).length > LONGEST_LINE) parts.push(" ");
    parts[parts.length - 1] += sign;
  }
  return parts;
}
