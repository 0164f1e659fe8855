/** The page of the mandate: who, how many, how much time, until when; the honest way that follows. */

import { saveFile } from "../files/saving.mjs";
import { element, part, readData, text } from "../page.mjs";
import { dayOf } from "./bar.mjs";
import { bind } from "./binding.mjs";
import { bindExports } from "./export.mjs";
import { fileName } from "./file.mjs";
import { writeCalendar } from "./calendar.mjs";
import { backward, route, sizeOf } from "./plan.mjs";
import { theSession } from "./session.mjs";
import { find, valueOf } from "./state.mjs";
import { count, hours, time } from "./understand.mjs";

const READERS = { inhabitants: count, hours, begin: time, decision: time };

export class StrategyStart {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    const { phases, municipalities, names } = readData($root);
    this.phases = phases;
    this.municipalities = municipalities;
    part($root, "names").replaceChildren(
      ...municipalities.map(([name, , , association]) => element("option", association, { value: name })),
    );
    part($root, "place").addEventListener("input", ({ target }) => this.choose(target.value));
    $root.addEventListener("click", ({ target }) => target.closest("[data-do=calendar]") && this.saveCalendar());
    bind($root, session, (kind, id, $control) => this.answer($control));
    bindExports($root, session, names);
    session.listen((cause) => cause !== "kept" && this.show());
    this.show();
  }

  get entry() {
    return find(this.session.workspace, "start", "start");
  }

  /** Take over what the official list says of a municipality with this name; any other name stays as typed. */
  choose(name) {
    this.session.workspace = { ...this.session.workspace, place: name };
    const found = this.municipalities.find(([title]) => title === name);
    const values = found
      ? { municipality: found[1], form: found[2], inhabitants: found[4].toLocaleString("de-DE") }
      : { municipality: "" };
    this.session.type("start", "start", values, part(this.$root, "place"));
    this.session.tell("changed");
  }

  /** Ask back, beside the field, where a value is not understood. */
  answer($control) {
    const read = READERS[$control.dataset.field];
    const question = read?.($control.value).question;
    const $hint = $control.closest("p")?.querySelector("[data-part=hint]");
    if (!$hint) return;
    $hint.textContent = question ? text(this.$root, question) : "";
    $control.setAttribute("aria-invalid", String(Boolean(question)));
  }

  show() {
    const $place = part(this.$root, "place");
    if ($place !== document.activeElement) $place.value = this.session.workspace.place;
    const options = this.options();
    part(this.$root, "result").hidden = !options;
    part(this.$root, "waiting").hidden = Boolean(options);
    if (!options) return;
    const found = route(options);
    part(this.$root, "rows").replaceChildren(...found.rows.map((row) => this.row(row)));
    part(this.$root, "sum").textContent = text(this.$root, "sum", {
      days: numberOf(found.work),
      weeks: found.weeks,
      ready: dayOf(found.ready),
      hours: numberOf(options.hours),
    });
    part(this.$root, "session").textContent = found.decision ? text(this.$root, "session", { day: dayOf(found.decision) }) : "";
    this.showWish(options);
  }

  /** What planning needs, or null while hours or size are missing. */
  options() {
    const { entry } = this;
    const given = hours(valueOf(entry, "hours")).value;
    const people = count(valueOf(entry, "inhabitants")).value;
    const form = valueOf(entry, "form");
    if (!given || (people === undefined && form !== "landkreis")) return null;
    const begin = time(valueOf(entry, "begin")).value ?? new Date().toISOString().slice(0, 10);
    return {
      phases: this.phases,
      size: sizeOf(form, people ?? 0),
      hours: given,
      begin,
      pauses: pausesOf(valueOf(entry, "pauses")),
      sessions: daysOf(valueOf(entry, "sessions")),
    };
  }

  row({ id, work, begins, ends }) {
    const phase = this.phases.find((one) => one.id === id);
    const $row = element("tr");
    const $title = element("th", "", { scope: "row" });
    $title.append(element("a", phase.title, { href: phase.address }));
    const span = element("td", text(this.$root, "span", { from: dayOf(begins), to: dayOf(ends) }), {
      "data-label": text(this.$root, "label-when"),
    });
    $row.append(
      $title,
      element("td", numberOf(work), { class: "kompass-num", "data-label": text(this.$root, "label-days") }),
      span,
    );
    return $row;
  }

  showWish(options) {
    const wished = time(valueOf(this.entry, "decision")).last;
    const $wish = part(this.$root, "wish");
    $wish.hidden = !wished;
    if (!wished) return;
    const { fits, late, lean, hours: enough, begin } = backward(options, wished);
    const sentences = fits
      ? [text(this.$root, "fits", { day: dayOf(wished) })]
      : [
          text(this.$root, "late", { weeks: Math.ceil(late / 7) }),
          lean ? text(this.$root, "lean") : "",
          enough ? text(this.$root, "more-hours", { hours: numberOf(enough) }) : "",
          text(this.$root, "earlier", { day: dayOf(begin) }),
        ];
    $wish.replaceChildren(...sentences.filter(Boolean).map((sentence) => element("p", sentence)));
    part(this.$root, "omit").hidden = fits;
    part(this.$root, "omissions").replaceChildren(
      ...this.phases
        .slice(0, 5)
        .flatMap(({ omit }) => omit.slice(0, 1))
        .map((line) => element("li", line)),
    );
  }

  saveCalendar() {
    const { rows, ready, decision } = route(this.options());
    const events = rows.map(({ id, ends }) => ({
      id,
      day: ends,
      title: text(this.$root, "event", { phase: this.phases.find((phase) => phase.id === id).title }),
    }));
    events.push({ id: "beschluss", day: decision ?? ready, title: text(this.$root, "event-decision") });
    saveFile(
      new Blob([writeCalendar(events, this.session.workspace.workspace)], { type: "text/calendar" }),
      fileName(this.session.workspace.place, new Date(), "ics"),
    );
  }
}

const numberOf = (value) => value.toLocaleString("de-DE", { maximumFractionDigits: 1 });

/** One day a line, lines that are none are left out. */
const daysOf = (typed) =>
  typed
    .split(/[\n;]/)
    .map((line) => time(line.trim()))
    .filter(({ value, last }) => value && value === last)
    .map(({ value }) => value);

/** Spans „von bis“, one a line: 20.12.2026 bis 03.01.2027, or a month, or a single day. */
const pausesOf = (typed) =>
  typed
    .split(/[\n;]/)
    .map((line) => line.split(/\s+bis\s+|\s*[–—]\s*/).map((end) => time(end.trim())))
    .filter((ends) => ends.every(({ value }) => value))
    .map((ends) => ({ from: ends[0].value, to: ends.at(-1).last }));
