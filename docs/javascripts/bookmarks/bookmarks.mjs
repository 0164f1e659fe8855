/** The Merkliste: the reader's own list, or one that an address brings along; notes, files, paper. */

import { add, annotate, fromAddress, has, parse, remove, serialize, toAddress } from "./format.mjs";
import { keep, load, today, watch } from "./store.mjs";
import { writeCsv } from "../files/csv.mjs";
import { saveFile } from "../files/saving.mjs";
import { copyOf, element, part, readData, text } from "../page.mjs";

export class Bookmarks {
  constructor($root) {
    this.$root = $root;
    if (!part($root, "groups")) return;
    this.kinds = readData($root).kinds;
    const brought = new URLSearchParams(location.search).get("m");
    this.brought = brought === null ? null : fromAddress(brought);
    this.bind();
    this.show();
  }

  bind() {
    const actions = {
      print: () => print(),
      csv: () => this.saveCsv(),
      save: () => saveFile(new Blob([serialize(this.entries)], { type: "application/json" }), this.fileName("json")),
      load: () => part(this.$root, "file").click(),
      copy: () => this.copyAddress(),
      clear: () => this.change([], "cleared"),
      undo: () => this.change(this.before, "restored"),
      take: () => this.take(),
    };
    this.$root.addEventListener("click", (event) => actions[event.target.closest("[data-do]")?.dataset.do]?.());
    part(this.$root, "file").addEventListener("change", (event) => this.loadFile(event.target));
    watch(() => this.showElsewhere());
  }

  get entries() {
    return this.brought ?? load();
  }

  /** Change the reader's own list, say so, and keep the former one for going back. */
  change(entries, said, values = {}) {
    this.before = load();
    const done = keep(entries);
    this.say(done ? said : "refused", values);
    part(this.$root, "undo").hidden = !done || said === "restored" || said === "loaded";
    this.show();
  }

  say(name, values) {
    part(this.$root, "status").textContent = text(this.$root, name, values);
  }

  show() {
    const entries = this.entries;
    const known = this.kinds.map((kind) => [
      kind,
      entries.filter((entry) => entry.kind === kind.name && Object.hasOwn(kind.records, entry.id)),
    ]);
    const shown = known.reduce((sum, [, found]) => sum + found.length, 0);
    part(this.$root, "groups").replaceChildren(
      ...known.filter(([, found]) => found.length).flatMap((group) => this.group(...group)),
    );
    part(this.$root, "count").textContent = text(this.$root, shown === 1 ? "one" : "many", { count: shown });
    part(this.$root, "empty").hidden = shown > 0;
    part(this.$root, "unknown").hidden = shown === entries.length;
    part(this.$root, "brought").hidden = this.brought === null;
    for (const $action of this.$root.querySelectorAll("[data-own]")) $action.hidden = this.brought !== null || !shown;
    for (const $action of this.$root.querySelectorAll("[data-any]")) $action.hidden = !shown;
    part(this.$root, "address").value = this.address(entries);
  }

  /** Show what another tab has changed; not under the hands of someone who is writing a note, but afterwards. */
  showElsewhere() {
    const $field = document.activeElement;
    if (!$field?.matches("[data-part=note]") || !this.$root.contains($field)) return this.show();
    $field.addEventListener("blur", () => this.show(), { once: true });
  }

  group(kind, entries) {
    const $list = element("ul", "", { class: "kompass-bookmarks__list" });
    $list.append(...entries.map((entry) => this.item(entry, kind.records[entry.id])));
    return [element("h2", kind.label), $list];
  }

  item(entry, [title, address]) {
    const $item = copyOf(this.$root, "entry");
    const $link = part($item, "title");
    $link.textContent = title;
    $link.href = address;
    const $note = part($item, "note");
    $note.value = entry.note ?? "";
    part($item, "note-label").append(element("span", ` ${title}`, { class: "kompass-hidden" }));
    part($item, "note-text").textContent = entry.note ?? "";
    $note.addEventListener("input", () => {
      part($item, "note-text").textContent = $note.value;
      keep(annotate(load(), entry, $note.value));
    });
    const $remove = part($item, "remove");
    $remove.append(element("span", ` ${title}`, { class: "kompass-hidden" }));
    $remove.addEventListener("click", () => this.drop(entry, title));
    for (const $own of $item.querySelectorAll("[data-part=remove], [data-part=note-field]")) $own.hidden = this.brought !== null;
    return $item;
  }

  drop(entry, title) {
    this.change(remove(load(), entry), "dropped", { title });
    part(this.$root, "count").focus();
  }

  take() {
    const more = this.brought.filter((entry) => !has(load(), entry)).map((entry) => ({ ...entry, added: today() }));
    this.brought = null;
    history.replaceState(null, "", location.pathname);
    this.change(more.reduce(add, load()), "taken", { count: more.length });
  }

  async loadFile($file) {
    const [file] = $file.files;
    $file.value = "";
    if (!file) return;
    try {
      const entries = parse(await file.text());
      this.change(entries.reduce(add, load()), "loaded", { count: entries.length });
    } catch {
      this.say("unreadable");
    }
  }

  async copyAddress() {
    const $address = part(this.$root, "address");
    $address.select();
    try {
      await navigator.clipboard.writeText($address.value);
      this.say("copied");
    } catch {
      this.say("select");
    }
  }

  address(entries) {
    return `${new URL(location.pathname, location.href).href}?m=${toAddress(entries)}`;
  }

  saveCsv() {
    const head = text(this.$root, "csv-head").split("|");
    const rows = this.entries.flatMap((entry) => {
      const kind = this.kinds.find(({ name }) => name === entry.kind);
      const record = kind && Object.hasOwn(kind.records, entry.id) ? kind.records[entry.id] : undefined;
      return record
        ? [[kind.label, record[0], entry.note ?? "", entry.added ?? "", new URL(record[1], document.baseURI).href]]
        : [];
    });
    saveFile(new Blob([writeCsv([head, ...rows])], { type: "text/csv;charset=utf-8" }), this.fileName("csv"));
  }

  fileName(form) {
    return `${text(this.$root, "file")}-${today()}.${form}`;
  }
}
