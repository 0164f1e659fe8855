/** The page of all results: address with the query, filters by kind. Without script the page lists every entry. */

import { loadEngine } from "./engine.mjs";
import { countedKinds, grouped } from "./grouping.mjs";
import { drawHit } from "./hit.mjs";
import { copyOf, counted, fill, part } from "../page.mjs";
import { isSlashOn, listenForSlash, switchSlash } from "./shortcut.mjs";

const SHOWN = 4; // per kind, before "more"

export class SearchPage {
  constructor($root) {
    this.$root = $root;
    this.$form = part($root, "form");
    this.$field = part($root, "field");
    this.$status = part($root, "status");
    this.$list = part($root, "list");
    if (!this.$field || !this.$list) return;
    const address = new URL(location.href);
    this.$field.value = address.searchParams.get("q") ?? "";
    this.kinds = new Set((address.searchParams.get("art") ?? "").split(",").filter(Boolean));
    this.#bind();
    if (this.$field.value.trim()) this.#search();
  }

  #bind() {
    this.$field.addEventListener("focus", () => this.#engine().catch(() => {}));
    this.$field.addEventListener("input", () => this.#search());
    this.$form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#search();
    });
    this.$root.addEventListener("keydown", (event) => this.#onKey(event));
    part(this.$root, "kinds").addEventListener("change", (event) => this.#choose(event.target));
    part(this.$root, "suggestion").addEventListener("click", () => {
      this.$field.value = part(this.$root, "suggested").textContent;
      this.$field.focus();
      this.#search();
    });
    const $slash = part(this.$root, "slash");
    $slash.checked = isSlashOn();
    $slash.addEventListener("change", () => switchSlash($slash.checked));
    listenForSlash(this.$field);
  }

  #engine() {
    return loadEngine();
  }

  async #search() {
    const query = this.$field.value.trim();
    this.#keepAddress(query);
    if (!query) return void this.$root.classList.remove("is-active");
    const engine = await this.#engine().catch(() => undefined);
    part(this.$root, "failed").hidden = engine !== undefined;
    if (!engine) this.$root.classList.remove("is-active");
    if (!engine || query !== this.$field.value.trim()) return;
    this.#show(query, engine.find(query));
  }

  #show(query, { results, words, suggestion }) {
    this.$root.classList.add("is-active");
    const kinds = countedKinds(results);
    const chosen = results.filter(({ entry }) => this.kinds.size === 0 || this.kinds.has(entry.kind.name));
    this.#drawKinds(kinds);
    this.$list.replaceChildren(...grouped(chosen).map((group) => this.#drawGroup(group, words)));
    this.$list.hidden = chosen.length === 0;
    part(this.$root, "empty").hidden = chosen.length > 0;
    part(this.$root, "suggestion").hidden = !suggestion;
    part(this.$root, "suggested").textContent = suggestion ?? "";
    this.$status.textContent = counted(this.$status, chosen.length, { query });
  }

  #drawKinds(kinds) {
    const $kinds = part(this.$root, "kinds");
    const shown = kinds.filter(({ kind }) => this.kinds.has(kind.name) || kinds.length > 1);
    part(this.$root, "filter").hidden = shown.length === 0;
    $kinds.replaceChildren(
      ...shown.map(({ kind, count }) => {
        const $choice = copyOf(this.$root, "kind");
        const $input = $choice.querySelector("input");
        $input.value = kind.name;
        $input.checked = this.kinds.has(kind.name);
        part($choice, "label").textContent = kind.label;
        part($choice, "count").textContent = count;
        return $choice;
      }),
    );
  }

  #choose($input) {
    if ($input.checked) this.kinds.add($input.value);
    else this.kinds.delete($input.value);
    this.#search().then(() =>
      part(this.$root, "kinds")
        .querySelector(`input[value="${CSS.escape($input.value)}"]`)
        ?.focus(),
    );
  }

  #drawGroup({ kind, results }, words) {
    const $group = copyOf(this.$root, "group");
    const $hits = part($group, "hits");
    if (kind) part($group, "label").textContent = kind.label;
    $hits.append(...results.slice(0, SHOWN).map((result) => drawHit(this.$root, result, words)));
    const $more = part($group, "more");
    $more.hidden = results.length <= SHOWN;
    $more.textContent = fill($more.dataset.text, { count: results.length - SHOWN });
    $more.addEventListener("click", () => {
      $hits.append(...results.slice(SHOWN).map((result) => drawHit(this.$root, result, words)));
      $more.remove();
      part($hits.children[SHOWN], "link").focus();
    });
    return $group;
  }

  /** Arrow keys walk from the field through the links and back; Escape returns to the field, then empties it. */
  #onKey(event) {
    const $stops = [this.$field, ...this.$list.querySelectorAll('[data-part="link"]')];
    const at = $stops.indexOf(event.target);
    if (at < 0) return;
    if (event.key === "ArrowDown") $stops[Math.min(at + 1, $stops.length - 1)].focus();
    else if (event.key === "ArrowUp") $stops[Math.max(at - 1, 0)].focus();
    else if (event.key === "Escape" && at > 0) this.$field.focus();
    else if (event.key === "Escape") {
      this.$field.value = "";
      this.#search();
    } else return;
    event.preventDefault();
  }

  #keepAddress(query) {
    const address = new URL(location.href);
    address.searchParams.delete("q");
    address.searchParams.delete("art");
    if (query) address.searchParams.set("q", query);
    if (query && this.kinds.size) address.searchParams.set("art", [...this.kinds].join(","));
    try {
      history.replaceState(null, "", address);
    } catch {
      // pages opened from disk keep their address
    }
  }
}
