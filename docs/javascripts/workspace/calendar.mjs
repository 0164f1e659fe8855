/** Whole-day events as an iCalendar file (RFC 5545): short lines, CRLF, ids that stay the same when the file is made again. Pure function. */

import { addDays } from "./plan.mjs";

/** Return the text of the calendar; `events` are `{ id, day, title }`, `name` makes their ids those of one workspace. */
export function writeCalendar(events, name, stamp = new Date()) {
  const moment = `${stamp.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kompass & Baukasten//Meine Strategie//DE", "CALSCALE:GREGORIAN"];
  for (const { id, day, title } of events) {
    const [first, next] = [day, addDays(day, 1)].map((date) => date.replaceAll("-", ""));
    lines.push(
      "BEGIN:VEVENT",
      `UID:${id}.${name}@meine-strategie`,
      `DTSTAMP:${moment}`,
      `DTSTART;VALUE=DATE:${first}`,
      `DTEND;VALUE=DATE:${next}`,
      `SUMMARY:${escape(title)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    );
  }
  return `${[...lines, "END:VCALENDAR"].flatMap(fold).join("\r\n")}\r\n`;
}

const escape = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Break a line into pieces of at most 75 octets, never inside a letter. */
function fold(line) {
  const pieces = [];
  let piece = "";
  let size = 0;
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length;
    if (size + octets > 74) {
      pieces.push(piece);
      piece = " ";
      size = 1;
    }
    piece += letter;
    size += octets;
  }
  return [...pieces, piece];
}
