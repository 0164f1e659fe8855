/** Suggests participation formats, says why, and prepares a plan and an invitation for the chosen one. */

import { copyOf, element, part, readData, text } from "../page.mjs";
import { rank } from "./score.mjs";
import { planWeeks } from "./week-plan.mjs";

const SHOWN = 5;

export class FormatFinder {
  constructor($root) {
    this.$root = $root;
    this.$form = part($root, "form");
    if (!this.$form) return;
    this.formats = readData($root).formats;
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", () => this.update());
    $root.addEventListener("click", (event) => event.target.closest("[data-do=copy]") && this.copy(event.target));
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Put the needs of the address into the form. */
  read() {
    const params = new URLSearchParams(location.search);
    for (const $field of this.$form.elements) {
      if (["checkbox", "radio"].includes($field.type)) $field.checked = params.getAll($field.name).includes($field.value);
      else if ($field.name) $field.value = params.get($field.name) ?? "";
      if ($field.selectedIndex === -1) $field.selectedIndex = 0;
    }
    if (!this.$form.querySelector("[name=ort]:checked")) this.$form.querySelector("[name=ort]").checked = true;
    this.show();
  }

  update() {
    const filled = new URLSearchParams([...new FormData(this.$form)].filter(([, value]) => value));
    history.replaceState(null, "", location.pathname + (filled.size ? `?${filled}` : ""));
    this.show();
  }

  get needs() {
    const given = new FormData(this.$form);
    return {
      purpose: given.get("zweck"),
      audiences: given.getAll("gruppe"),
      people: Number(given.get("personen")) || null,
      weeks: Number(given.get("wochen")) || null,
      setting: given.get("ort"),
      small: given.has("klein"),
    };
  }

  show() {
    const needs = this.needs;
    const asked = Boolean(needs.purpose || needs.audiences.length || needs.people || needs.weeks || needs.setting || needs.small);
    const found = asked ? rank(this.formats, needs) : [];
    const said = !asked ? "ask" : found.length === 0 ? "none" : found.length === 1 ? "one" : "many";
    part(this.$root, "count").textContent = text(this.$root, said, { count: Math.min(SHOWN, found.length) });
    part(this.$root, "found").replaceChildren(...found.slice(0, SHOWN).map((suggestion) => this.suggestion(suggestion)));
  }

  suggestion({ format, reasons }) {
    const $item = copyOf(this.$root, "suggestion");
    Object.assign(part($item, "title"), { textContent: format.title, href: format.address });
    part($item, "summary").textContent = format.summary;
    part($item, "reasons").append(
      ...reasons.map(({ name, good, values }) =>
        element("li", this.reason(name, values, format), { class: good ? "is-good" : "is-bad" }),
      ),
    );
    const $more = part($item, "more");
    $more.addEventListener("toggle", () => $more.open && this.prepare($item, format), { once: true });
    return $item;
  }

  reason(name, values, format) {
    const said = { ...values, group: format.group };
    if (values.purpose) said.purpose = this.label("zweck", values.purpose);
    if (values.setting) said.setting = format.settingLabel;
    if (values.audiences) said.audiences = values.audiences.map((group) => this.label("gruppe", group)).join(", ");
    return text(this.$root, name, said);
  }

  label(name, value) {
    const $field = this.$form.querySelector(`[name="${name}"][value="${value}"], [name="${name}"] option[value="${value}"]`);
    return ($field.nextElementSibling && $field.localName === "input" ? $field.nextElementSibling : $field).textContent;
  }

  prepare($item, format) {
    const $day = part($item, "day");
    const fill = () => {
      part($item, "plan").replaceChildren(...this.plan(format, $day.value || null));
      part($item, "invitation").value = this.invitation(format, $day.value);
    };
    $day.addEventListener("change", fill);
    fill();
  }

  plan(format, day) {
    const tasks = [...this.$root.querySelector('template[data-template="tasks"]').content.querySelectorAll("li")].map(
      ($task) => ({
        at: $task.dataset.at && Number($task.dataset.at),
        after: $task.dataset.after && Number($task.dataset.after),
        text: $task.textContent.replace("{format}", format.title),
      }),
    );
    return planWeeks(format.weeks, tasks, day).map(({ week, from, tasks: found }) => {
      const $week = element("li");
      const when = from ? text(this.$root, "week-from", { week, day: germanDay(from) }) : text(this.$root, "week", { week });
      $week.append(element("span", when, { class: "kompass-steps__when" }), ` ${found.join(" ")}`);
      return $week;
    });
  }

  invitation(format, day) {
    const when = day ? germanDay(new Date(`${day}T00:00:00Z`)) : text(this.$root, "day-open");
    const where = text(this.$root, `where-${format.setting}`);
    return text(this.$root, "invitation", { format: format.title, when, where, duration: format.duration }).trim();
  }

  async copy($button) {
    const $item = $button.closest("li.kompass-suggestion");
    const $invitation = part($item, "invitation");
    $invitation.select();
    let said = "select";
    try {
      await navigator.clipboard.writeText($invitation.value);
      said = "copied";
    } catch {
      // The text is selected; the reader copies it by hand.
    }
    part($item, "status").textContent = text(this.$root, said);
  }
}

function germanDay(date) {
  return date.toLocaleDateString("de-DE", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
}
