/**
 * The workspace that this tab works on: one for all tools of a page. Changes are kept by themselves, a moment after typing and
 * when the page goes; what another tab changes comes in. Nothing here touches the page.
 */

import { LOCAL } from "../storage.mjs";
import { put } from "./state.mjs";
import { browserStorage, Store } from "./store.mjs";

const PAUSE = 400; // milliseconds after the last key before a state is kept

export class Session {
  /** `later(run, milliseconds)` and `$window` are the browser's; tests bring their own. */
  constructor({
    store = new Store(browserStorage()),
    edition = "",
    later = (run, pause) => setTimeout(run, pause),
    $window = globalThis,
  } = {}) {
    this.store = store;
    this.edition = edition;
    this.later = later;
    this.workspace = store.current(edition);
    this.refused = "";
    this.listeners = new Set();
    this.former = [];
    $window.addEventListener?.("pagehide", () => this.keep());
    $window.addEventListener?.("storage", ({ key }) => this.hear(key));
  }

  /** Call `listener(cause, detail)` at each change; causes: typed, changed, kept, heard, opened. */
  listen(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(cause, detail) {
    for (const listener of this.listeners) listener(cause, detail);
  }

  /** Take in what somebody types into the field of an entry. */
  type(kind, id, values, origin) {
    this.workspace = put(this.workspace, kind, id, values, this.store.clock);
    this.keepSoon();
    this.tell("typed", { kind, id, origin });
  }

  /** Change the workspace by a function; `undo` brings the former one back. */
  change(transform) {
    this.former = [...this.former.slice(-9), this.workspace];
    this.workspace = transform(this.workspace);
    this.keep();
    this.tell("changed");
  }

  get canUndo() {
    return this.former.length > 0;
  }

  undo() {
    const before = this.former.at(-1);
    if (!before) return;
    this.former = this.former.slice(0, -1);
    this.workspace = before;
    this.keep();
    this.tell("changed");
  }

  /** Work on another workspace; the present one is kept first. */
  open(workspace, more = {}) {
    this.keep();
    this.former = [];
    this.workspace = workspace;
    this.keep(more);
    this.tell("opened");
  }

  /** Forget the present workspace; `undo` cannot bring it back, but what is returned can be handed to `recall`. */
  forget() {
    const gone = this.store.forget(this.workspace.workspace);
    this.former = [];
    this.workspace = this.store.current(this.edition);
    this.tell("opened");
    return gone;
  }

  /** Bring back what `forget` returned. */
  recall(gone) {
    this.store.restore(gone);
    this.workspace = gone.workspace;
    this.tell("opened");
  }

  keepSoon() {
    const turn = (this.turn = {});
    this.later(() => turn === this.turn && this.keep(), PAUSE);
  }

  /** Keep the state now. An empty workspace that nobody has touched is not kept. */
  keep(more = {}) {
    this.turn = null;
    if (this.isUntouched && !Object.keys(more).length) return;
    this.refused = this.store.keep(this.workspace, more);
    this.tell("kept");
  }

  /** Another tab has written: take its state over, unless this tab has something that is not kept yet. */
  hear(key) {
    const isOwn = key === LOCAL.workspace + this.workspace.workspace;
    if (this.turn || !(isOwn || (key === LOCAL.workspaces && this.isUntouched))) return;
    const other = this.store.load(isOwn ? this.workspace.workspace : this.store.list.active);
    if (!other) return;
    this.workspace = other;
    this.tell("heard");
  }

  /** Whether nobody has entered anything yet. */
  get isUntouched() {
    const { entries, place, workspace } = this.workspace;
    return !entries.length && !place && !this.store.load(workspace);
  }
}

let shared;

/** Return the session of this page, made when the first tool asks for it. */
export const theSession = () => (shared ??= new Session({ edition: globalThis.document?.documentElement.dataset.edition ?? "" }));
