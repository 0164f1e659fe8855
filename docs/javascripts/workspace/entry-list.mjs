/** A list of entries of one kind that people add, copy, move and remove: each is a copy of the template with its fields bound. */

import { copyOf, part, text } from "../page.mjs";
import { show } from "./binding.mjs";
import { all, duplicate, move, put, randomId, remove, valueOf } from "./state.mjs";

export class EntryList {
  /** `$root` says `data-list="kind"`; `dress($item, entry)` adds what a page shows besides the fields. */
  constructor($root, session, dress = () => {}) {
    this.$root = $root;
    this.session = session;
    this.kind = $root.dataset.list;
    this.dress = dress;
    $root.addEventListener("click", ({ target }) => this.act(target.closest("[data-do]")));
    session.listen((cause) => (cause === "typed" ? this.dressAll() : cause !== "kept" && this.draw()));
    this.draw();
  }

  get entries() {
    return all(this.session.workspace, this.kind);
  }

  draw() {
    const $items = part(this.$root, "items");
    const known = new Map([...$items.children].map(($item) => [$item.dataset.id, $item]));
    const wanted = this.entries.map(({ id }) => known.get(id) ?? this.item(id));
    [...$items.children].filter(($item) => !wanted.includes($item)).forEach(($item) => $item.remove());
    wanted.forEach(
      ($item, place) => $items.children[place] !== $item && $items.insertBefore($item, $items.children[place] ?? null),
    );
    part(this.$root, "none").hidden = wanted.length > 0;
    show(this.$root, this.session);
    this.dressAll();
  }

  item(id) {
    const $item = copyOf(this.$root, "entry");
    $item.dataset.id = id;
    for (const $control of $item.querySelectorAll("[data-field]")) {
      Object.assign($control.dataset, { kind: this.kind, entry: id });
      const $label = $control.closest("p")?.querySelector("label");
      if ($label) $label.htmlFor = $control.id = `${this.kind}-${id}-${$control.dataset.field}`;
    }
    return $item;
  }

  dressAll() {
    for (const entry of this.entries) {
      const $item = this.find(entry.id);
      if (!$item) continue;
      const $name = part($item, "name");
      if ($name) $name.textContent = valueOf(entry, "title") || valueOf(entry, "format") || text(this.$root, "nameless");
      this.dress($item, entry);
    }
  }

  find(id) {
    return [...part(this.$root, "items").children].find(($item) => $item.dataset.id === id);
  }

  act($button) {
    const id = $button?.closest("[data-id]")?.dataset.id;
    const acts = {
      add: () => this.add({}),
      copy: () => this.change((state) => duplicate(state, this.kind, id), "copied"),
      up: () => this.change((state) => move(state, this.kind, id, -1), "moved", id),
      down: () => this.change((state) => move(state, this.kind, id, 1), "moved", id),
      remove: () => this.change((state) => remove(state, this.kind, id), "removed"),
    };
    acts[$button?.dataset.do]?.();
  }

  /** Add an entry with these values and put the cursor into its first field. */
  add(values) {
    const id = randomId();
    this.change((state) => put(state, this.kind, id, values), "added", id);
    const $item = this.find(id);
    $item?.querySelector("details")?.setAttribute("open", "");
    $item?.querySelector("[data-field]")?.focus();
  }

  change(transform, said, id) {
    this.session.change(transform);
    part(this.$root, "said").textContent = text(this.$root, said);
    if (said === "removed") part(this.$root, "said").focus();
    else if (said === "moved") this.find(id)?.querySelector("[data-do=up]")?.focus();
  }
}
