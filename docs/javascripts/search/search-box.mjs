/** The search field in the header: results while typing, chosen with the arrow keys. Without script it is a plain form. */

import { loadEngine } from "./engine.mjs";
import { grouped } from "./grouping.mjs";
import { drawHit } from "./hit.mjs";
import { copyOf, counted, fill, linkTo, part } from "../page.mjs";
import { listenForSlash } from "./shortcut.mjs";

const SHOWN = 8;

export class SearchBox {
  constructor($root) {
    this.$root = $root;
    this.$field = part($root, "field");
    this.$panel = part($root, "panel");
    this.$list = part($root, "list");
    this.$status = part($root, "status");
    if (!this.$field || !this.$panel) return;
    this.active = -1;
    this.searchPage = new URL(linkTo($root.dataset.base, "suche/"));
    this.#becomeCombobox();
    this.#bind();
  }

  #becomeCombobox() {
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.$list.id,
    };
    for (const [name, value] of Object.entries(attributes)) this.$field.setAttribute(name, value);
    this.$root.action = this.searchPage.href;
  }

  #bind() {
    const warmUp = () => this.#engine().catch(() => {});
    this.$root.addEventListener("focusin", warmUp);
    this.$root.addEventListener("pointerenter", warmUp);
    this.$field.addEventListener("input", () => this.#search());
    this.$field.addEventListener("keydown", (event) => this.#onKey(event));
    this.$field.addEventListener("focus", () => this.$field.value.trim() && this.$panel.hidden && this.#search());
    this.$root.addEventListener("focusout", (event) => this.$root.contains(event.relatedTarget) || this.#close());
    part(this.$root, "suggestion").addEventListener("click", () => this.#take(part(this.$root, "suggested").textContent));
    document.addEventListener("pointerdown", (event) => this.$root.contains(event.target) || this.#close());
    listenForSlash(this.$field);
    if (document.activeElement === this.$field) {
      warmUp(); // somebody was quicker than the script
      if (this.$field.value.trim()) this.#search();
    }
  }

  #engine() {
    return loadEngine();
  }

  async #search() {
    const query = this.$field.value.trim();
    if (!query) return this.#close();
    const engine = await this.#engine().catch(() => undefined);
    if (!engine || query !== this.$field.value.trim()) return;
    this.#show(query, engine.find(query));
  }

  #show(query, { results, words, suggestion }) {
    const groups = grouped(results.slice(0, SHOWN));
    this.$list.replaceChildren(...groups.map((group, number) => this.#drawGroup(group, number, words)));
    this.$options = [...this.$list.querySelectorAll('[role="option"]')];
    this.$options.forEach(($option, number) => ($option.id = `${this.$list.id}-${number}`));
    this.$list.hidden = results.length === 0;
    part(this.$root, "empty").hidden = results.length > 0;
    part(this.$root, "suggestion").hidden = !suggestion;
    part(this.$root, "suggested").textContent = suggestion ?? "";
    const $all = part(this.$root, "all");
    $all.hidden = results.length === 0;
    $all.textContent = fill($all.dataset.text, { count: results.length });
    $all.href = this.#pageFor(query);
    part(this.$root, "overview").href = this.searchPage.href;
    this.$panel.hidden = false;
    this.$field.setAttribute("aria-expanded", String(results.length > 0));
    this.$status.textContent = counted(this.$status, results.length, { query });
    this.#activate(-1);
  }

  #drawGroup({ kind, results }, number, words) {
    const $group = copyOf(this.$root, "group");
    const $label = part($group, "label");
    $label.id = `${this.$list.id}-group-${number}`;
    if (kind) $label.textContent = kind.label;
    $group.setAttribute("aria-labelledby", $label.id);
    $group.append(...results.map((result) => drawHit(this.$root, result, words)));
    return $group;
  }

  #onKey(event) {
    const open = !this.$panel.hidden && this.$options?.length > 0;
    if (event.key === "Escape") {
      if (this.$panel.hidden) this.$field.value = "";
      this.#close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!open) return void this.#search();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#activate(this.active + step);
    } else if (event.key === "Enter" && open && this.active >= 0) {
      this.$options[this.active].click();
    } else return;
    event.preventDefault();
  }

  /** Mark the option as chosen; beyond the ends nothing is chosen and Enter leads to all results. */
  #activate(number) {
    const count = this.$options.length;
    this.active = number < -1 ? count - 1 : number >= count ? -1 : number;
    this.$options.forEach(($option, place) => $option.setAttribute("aria-selected", String(place === this.active)));
    const $active = this.$options[this.active];
    if ($active) {
      this.$field.setAttribute("aria-activedescendant", $active.id);
      $active.scrollIntoView({ block: "nearest" });
    } else this.$field.removeAttribute("aria-activedescendant");
  }

  #take(query) {
    this.$field.value = query;
    this.$field.focus();
    this.#search();
  }

  #pageFor(query) {
    const address = new URL(this.searchPage);
    address.searchParams.set("q", query);
    return address.href;
  }

  #close() {
    this.$panel.hidden = true;
    this.$field.setAttribute("aria-expanded", "false");
    this.$field.removeAttribute("aria-activedescendant");
    this.active = -1;
  }
}
