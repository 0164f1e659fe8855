/** Derives the dates of the writing workshop from the day of the first meeting and saves them as a calendar file. */

import { saveFile } from "../files/saving.mjs";
import { fill, part } from "../page.mjs";
import { daysLater, germanDay, writeCalendar } from "./calendar.mjs";

export class WorkshopDates {
  constructor($root) {
    this.$root = $root;
    this.$start = $root.elements.start;
    this.$rows = [...$root.querySelectorAll("[data-meeting]")];
    if (!this.$start || !this.$rows.length) return;
    this.$start.addEventListener("input", () => this.show());
    $root.addEventListener("submit", (event) => this.save(event));
  }

  get meetings() {
    return this.$rows.map(({ dataset }) => ({
      id: dataset.meeting,
      title: dataset.title,
      text: dataset.text,
      days: Number(dataset.days),
      begins: dataset.begins,
      minutes: Number(dataset.minutes),
    }));
  }

  show() {
    for (const $row of this.$rows) {
      const day = daysLater(this.$start.value, Number($row.dataset.days));
      if (day) part($row, "day").textContent = germanDay(day);
    }
    const last = daysLater(this.$start.value, Number(this.$rows.at(-1).dataset.days));
    if (last) part(this.$root, "status").textContent = fill(this.$root.dataset.said, { day: germanDay(last) });
  }

  save(event) {
    event.preventDefault();
    if (!daysLater(this.$start.value, 0)) return;
    const written = new Date().toISOString().slice(0, 10);
    const address = new URL(location.href.split("#")[0]).href;
    const text = writeCalendar(this.meetings, this.$start.value, address, written);
    saveFile(new Blob([text], { type: "text/calendar;charset=utf-8" }), "schreibwerkstatt-termine.ics");
  }
}
