/**
 * Where workspaces are kept: the local storage of this browser, nowhere else. One key lists them, each has a key of its own and
 * one for its restore points. Nothing here throws: what the browser refuses is told as a reason.
 */

import { LOCAL } from "../storage.mjs";
import { createWorkspace, now } from "./state.mjs";

const MOST_POINTS = 5;

export class Store {
  /** `storage` is the browser's, or null where it is forbidden; `clock` gives the moment. */
  constructor(storage, clock = now) {
    this.storage = storage;
    this.clock = clock;
  }

  /** What is known of each workspace: `{ id, place, changed, filed, isSample }`; `active` is the id of the one at work. */
  get list() {
    const list = this.read(LOCAL.workspaces);
    const known = Array.isArray(list?.workspaces) ? list.workspaces.filter((row) => typeof row?.id === "string") : [];
    const active = known.some(({ id }) => id === list?.active) ? list.active : (known[0]?.id ?? null);
    return { active, workspaces: known };
  }

  /** Return a workspace, or null where it is not kept or cannot be read. */
  load(id) {
    const kept = this.read(LOCAL.workspace + id);
    return kept?.workspace === id && Array.isArray(kept.entries) ? kept : null;
  }

  /** Keep a workspace and make it the active one; return "" or why the browser refused: "full", "forbidden". */
  keep(workspace, more = {}) {
    const { workspaces } = this.list;
    const former = workspaces.find(({ id }) => id === workspace.workspace);
    const row = { ...former, id: workspace.workspace, place: workspace.place, changed: this.clock(), ...more };
    const rows = former ? workspaces.map((other) => (other === former ? row : other)) : [...workspaces, row];
    return (
      this.write(LOCAL.workspace + workspace.workspace, workspace) ||
      this.write(LOCAL.workspaces, { active: row.id, workspaces: rows })
    );
  }

  /** Make another workspace the active one. */
  activate(id) {
    return this.write(LOCAL.workspaces, { ...this.list, active: id });
  }

  /** Note that the reader has saved the file. */
  noteFile(id) {
    const { active, workspaces } = this.list;
    return this.write(LOCAL.workspaces, {
      active,
      workspaces: workspaces.map((row) => (row.id === id ? { ...row, filed: this.clock() } : row)),
    });
  }

  /** Forget a workspace and its restore points; returns what is needed to bring it back. */
  forget(id) {
    const gone = { workspace: this.load(id), points: this.points(id), row: this.list.workspaces.find((row) => row.id === id) };
    const workspaces = this.list.workspaces.filter((row) => row.id !== id);
    this.write(LOCAL.workspaces, { active: workspaces[0]?.id ?? null, workspaces });
    this.drop(LOCAL.workspace + id);
    this.drop(LOCAL.points + id);
    return gone;
  }

  /** Bring back what `forget` returned. */
  restore({ workspace, points, row }) {
    return this.write(LOCAL.points + row.id, points) || this.keep(workspace, row);
  }

  /** Return the restore points of a workspace, newest first: `{ at, label, workspace }`. */
  points(id) {
    const kept = this.read(LOCAL.points + id);
    return Array.isArray(kept) ? kept.filter((point) => Array.isArray(point?.workspace?.entries)) : [];
  }

  /** Keep the present state as a restore point; five are kept. Where they do not fit, fewer are. */
  remember(workspace, label = "") {
    let points = [{ at: this.clock(), label, workspace }, ...this.points(workspace.workspace)].slice(0, MOST_POINTS);
    let refused = this.write(LOCAL.points + workspace.workspace, points);
    while (refused === "full" && points.length > 1) {
      points = points.slice(0, -1);
      refused = this.write(LOCAL.points + workspace.workspace, points);
    }
    return refused;
  }

  /** Return the active workspace, or a new one that is not kept yet. */
  current(edition = "") {
    const { active } = this.list;
    return (active && this.load(active)) || createWorkspace({ edition, clock: this.clock });
  }

  read(key) {
    try {
      return JSON.parse(this.storage.getItem(key));
    } catch {
      return null;
    }
  }

  write(key, value) {
    try {
      this.storage.setItem(key, JSON.stringify(value));
      return "";
    } catch (error) {
      return error?.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  }

  drop(key) {
    try {
      this.storage.removeItem(key);
    } catch {
      // nothing was kept where nothing may be kept
    }
  }
}

/** Return the browser's storage, or null where it may not be used. */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
