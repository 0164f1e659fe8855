/** The questions above the templates: with which programs, for which municipality. The answers stay in this browser. */

import { saveFile } from "../files/saving.mjs";
import { part, text } from "../page.mjs";
import { keep, kept, LOCAL } from "../storage.mjs";
import { browserStorage, Store } from "../workspace/store.mjs";
import { canFill, fillFile, nameWithTown } from "./fill.mjs";

export class Office {
  constructor($root) {
    this.$root = $root;
    this.$town = part($root, "town");
    this.$town.value = kept(LOCAL.town) ?? townOfWorkspace();
    this.showProgram(kept(LOCAL.office) ?? "");
    $root.addEventListener("submit", (event) => event.preventDefault());
    $root.addEventListener("change", ({ target }) => target.name === "office" && this.choose(target.value));
    this.$town.addEventListener("input", () => keep(LOCAL.town, this.town));
    document.addEventListener("click", (event) => this.follow(event));
  }

  get town() {
    return this.$town.value.trim();
  }

  choose(office) {
    keep(LOCAL.office, office || null);
    this.showProgram(office);
  }

  /** The style sheet goes by the root of the page; the early script sets it there before the page is drawn. */
  showProgram(office) {
    for (const $choice of this.$root.querySelectorAll("[name=office]")) $choice.checked = $choice.value === office;
    if (office) document.documentElement.dataset.office = office;
    else delete document.documentElement.dataset.office;
  }

  /** Hand out a file with the name in it; where that fails, the file as it is. */
  async follow(event) {
    const $link = event.target.closest("a[download]");
    if (!$link || $link === this.$plain || !this.town || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const name = decodeURIComponent($link.pathname.split("/").at(-1));
    if (!canFill(name)) return;
    if (location.protocol === "file:") return this.say("plain", name); // browsers read no file for a page from disk
    event.preventDefault();
    try {
      await this.save($link.href, name);
    } catch (error) {
      console.warn(error);
      this.say("plain", name);
      this.$plain = $link;
      $link.click();
      this.$plain = null;
    }
  }

  async save(address, name) {
    const { town } = this;
    const [answer] = await Promise.all([fetch(address), import("../vendor/fflate.min.js")]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const filled = fillFile(bytes, name, town, globalThis.fflate);
    const isFilled = filled !== bytes;
    const newName = isFilled ? nameWithTown(name, town) : name;
    saveFile(new Blob([filled], { type: answer.headers.get("content-type") ?? "" }), newName);
    this.say(isFilled ? "filled" : "unfilled", newName);
  }

  say(key, name) {
    part(this.$root, "status").textContent = text(this.$root, key, { name, town: this.town });
  }
}

/** Return the municipality of „Meine Strategie“ in this browser, "" if there is none; the invented one does not count. */
function townOfWorkspace() {
  const { active, workspaces } = new Store(browserStorage()).list;
  const row = workspaces.find(({ id }) => id === active);
  return row && !row.isSample ? (row.place ?? "") : "";
}
