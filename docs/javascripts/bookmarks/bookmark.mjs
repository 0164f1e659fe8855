/** The button of a record's page that puts it on the Merkliste and takes it off again. */

import { add, has, remove } from "./format.mjs";
import { keep, load, today, watch } from "./store.mjs";
import { part, text } from "../page.mjs";

export class Bookmark {
  constructor($root) {
    this.$root = $root;
    this.$button = part($root, "toggle");
    const [kind, id] = ($root.dataset.entry ?? "").split(":");
    if (!this.$button || !id) return;
    this.entry = { kind, id };
    this.$button.addEventListener("click", () => this.toggle());
    watch(() => this.show());
    this.show();
    $root.hidden = false;
  }

  toggle() {
    const entries = load();
    const kept = has(entries, this.entry);
    const done = keep(kept ? remove(entries, this.entry) : add(entries, { ...this.entry, added: today() }));
    part(this.$root, "status").textContent = text(this.$root, done ? (kept ? "removed" : "added") : "refused");
    this.show();
  }

  show() {
    const entries = load();
    this.$button.setAttribute("aria-pressed", String(has(entries, this.entry)));
    const $link = part(this.$root, "link");
    $link.hidden = !entries.length;
    $link.textContent = text(this.$root, "link", { count: entries.length });
  }
}
