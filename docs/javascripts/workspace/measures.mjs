/** The measures of one's own: a list of forms, begun empty or from a profile; sums, and the days of each quarter against the hours. */

import { element, loadScript, part, text } from "../page.mjs";
import { bind } from "./binding.mjs";
import { missing, stateOf } from "./completeness.mjs";
import { EntryList } from "./entry-list.mjs";
import { planned } from "./findings.mjs";
import { capacity } from "./plan.mjs";
import { theSession } from "./session.mjs";
import { all, find, valueOf } from "./state.mjs";
import { days, euros, hours, months, time } from "./understand.mjs";

const READERS = {
  begin: time,
  months,
  person_days: days,
  person_days_yearly: days,
  cost_once: euros,
  cost_yearly: euros,
  funded: euros,
};

export class Measures {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    this.list = new EntryList(part($root, "list"), session, ($item, entry) => this.dress($item, entry));
    bind($root, session, (kind, id, $control) => this.answer($control));
    $root.addEventListener("click", ({ target }) => target.closest("[data-do=profile]") && this.addProfile());
    session.listen((cause) => cause !== "kept" && this.show());
    this.show();
    this.offerBrought();
  }

  /** Choose the profile that the address brings along; it is taken over when the reader says so. */
  offerBrought() {
    const $profiles = part(this.$root, "profiles");
    const brought = new URLSearchParams(location.search).get("muster");
    if (![...$profiles.options].some(({ value }) => value === brought)) return;
    $profiles.value = brought;
    this.$root.querySelector("[data-do=profile]").focus();
  }

  /** Say in words how far a measure is, and which of the first fields are missing. */
  dress($item, entry) {
    const open = missing(entry).map(
      (name) => $item.querySelector(`[data-field=${name}]`)?.closest("p").querySelector("label").textContent ?? name,
    );
    part($item, "state").textContent = text(this.$root, stateOf(entry), { fields: open.join(", ") });
  }

  answer($control) {
    const question = READERS[$control.dataset.field]?.($control.value).question;
    const $hint = $control.closest("p")?.querySelector("[data-part=hint]");
    if (!$hint) return;
    $hint.textContent = question ? text(this.$root, question) : "";
    $control.setAttribute("aria-invalid", String(Boolean(question)));
  }

  async addProfile() {
    const id = part(this.$root, "profiles").value;
    if (!globalThis.kompassProfiles) await loadScript(this.$root.dataset.profiles);
    this.list.add(globalThis.kompassProfiles[id] ?? {});
  }

  show() {
    const measures = all(this.session.workspace, "measure");
    const sum = (name, read) => measures.reduce((total, entry) => total + (read(valueOf(entry, name)).value ?? 0), 0);
    const sums = {
      count: measures.length,
      once: inEuros(sum("cost_once", euros)),
      yearly: inEuros(sum("cost_yearly", euros)),
      days: sum("person_days", days).toLocaleString("de-DE"),
    };
    part(this.$root, "sums").textContent = measures.length ? text(this.$root, "sums", sums) : "";
    this.showQuarters();
  }

  showQuarters() {
    const given = hours(valueOf(find(this.session.workspace, "start", "start"), "hours")).value;
    const rows = given ? capacity(planned(this.session.workspace), given) : [];
    part(this.$root, "quarters").hidden = !rows.length;
    part(this.$root, "no-quarters").hidden = rows.length > 0;
    part(this.$root, "over").hidden = !rows.some(({ over }) => over);
    part(this.$root, "rows").replaceChildren(...rows.map((row) => this.quarter(row)));
  }

  quarter({ quarter, need, have, over, measures }) {
    const [year, number] = quarter.split("-");
    const titles = measures.map(
      ({ id }) => valueOf(find(this.session.workspace, "measure", id), "title") || text(this.$root, "nameless"),
    );
    const $row = element("tr");
    const cells = [
      element("td", tenths(need), { class: "kompass-num", "data-label": text(this.$root, "label-need") }),
      element("td", tenths(have), { class: "kompass-num", "data-label": text(this.$root, "label-have") }),
      element("td", titles.join(", "), { "data-label": text(this.$root, "label-measures") }),
    ];
    if (over) cells[0].append(element("strong", ` ${text(this.$root, "too-much")}`));
    $row.append(element("th", text(this.$root, "quarter", { number, year }), { scope: "row" }), ...cells);
    return $row;
  }
}

const tenths = (value) => value.toLocaleString("de-DE", { maximumFractionDigits: 1 });
const inEuros = (value) => `${Math.round(value).toLocaleString("de-DE")} €`;
