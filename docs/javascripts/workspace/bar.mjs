/** The bar on every page of "Meine Strategie": whose it is, when it was kept in the browser, when it was saved as a file. */

import { saveFile } from "../files/saving.mjs";
import { part, text } from "../page.mjs";
import { SESSION } from "../storage.mjs";
import { fileName, serialize } from "./file.mjs";
import { theSession } from "./session.mjs";
import { changedSince } from "./state.mjs";

const MANY_CHANGES = 5;
const LONG_AGO = 7; // days without a file

export class WorkspaceBar {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    const actions = {
      save: () => this.save(),
      undo: () => this.undo(),
      "go-on": () => this.hideReturn(),
      forget: () => this.forget(),
    };
    $root.addEventListener("click", ({ target }) => actions[target.closest("[data-do]")?.dataset.do]?.());
    session.listen((cause) => this.hear(cause));
    this.showReturn();
    this.show();
  }

  get row() {
    return this.session.store.list.workspaces.find(({ id }) => id === this.session.workspace.workspace);
  }

  hear(cause) {
    if (cause === "typed") sessionStorage.setItem(SESSION.seen, "yes"); // whoever types knows that there is a draft
    if (cause === "heard") this.say("heard");
    if (cause === "kept" && this.session.refused) this.say(this.session.refused);
    else if (cause === "kept") this.remind();
    this.show();
  }

  show() {
    const { place, entries } = this.session.workspace;
    const { row } = this;
    part(this.$root, "place").textContent = row?.isSample ? text(this.$root, "sample") : place || text(this.$root, "nameless");
    part(this.$root, "kept").textContent =
      row && !this.session.refused
        ? text(this.$root, "kept", { time: clockOf(row.changed) })
        : entries.length
          ? ""
          : text(this.$root, "empty");
    part(this.$root, "filed").textContent = !row
      ? ""
      : row.filed
        ? text(this.$root, "filed", { day: dayOf(row.filed) })
        : text(this.$root, "never");
    part(this.$root, "undo").hidden = !this.session.canUndo;
  }

  /** After some changes, or a long time, ask for a file; never while everything is new. */
  remind() {
    const { row } = this;
    if (!row || row.isSample) return;
    const count = changedSince(this.session.workspace, row.filed ?? "");
    const days = Math.floor((Date.now() - Date.parse(row.filed ?? row.changed)) / 86_400_000);
    if (row.filed && days >= LONG_AGO && count) this.say("old", { days });
    else if (count >= MANY_CHANGES) this.say("remind", { count });
  }

  save() {
    const { workspace } = this.session;
    saveFile(new Blob([serialize(workspace)], { type: "application/json" }), fileName(workspace.place));
    this.session.keep({ filed: this.session.store.clock() });
    this.say("saved");
    this.hideReturn();
  }

  undo() {
    this.session.undo();
    this.say("undone");
  }

  forget() {
    this.session.forget();
    this.hideReturn();
    this.say("forgotten");
  }

  /** On the first return in this tab, say what was found and offer to go on, to save or to delete. */
  showReturn() {
    const { row } = this;
    if (!row || row.isSample || sessionStorage.getItem(SESSION.seen)) return;
    part(this.$root, "return-title").textContent = text(this.$root, "return", { day: dayOf(row.changed) });
    part(this.$root, "return").hidden = false;
  }

  hideReturn() {
    part(this.$root, "return").hidden = true;
    sessionStorage.setItem(SESSION.seen, "yes");
  }

  say(name, values) {
    part(this.$root, "status").textContent = text(this.$root, name, values);
  }
}

export const clockOf = (moment) => new Date(moment).toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
export const dayOf = (moment) =>
  new Date(moment).toLocaleDateString("de-DE", { day: "2-digit", month: "2-digit", year: "numeric" });
