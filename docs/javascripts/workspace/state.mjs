/**
 * The reader's own strategy as a value: a list of entries, each with `kind`, `id`, `changed` and texts as typed. Pure functions;
 * every change returns a new workspace. What the entries hold says `kompass/model/workspace.py`.
 */

export const FORMAT = "kompass-meine-strategie";
export const VERSION = 1;

/** Return an empty workspace; `clock` gives the moment, `random` 0 to 1. */
export function createWorkspace({ place = "", edition = "", clock = now, random = Math.random } = {}) {
  return { format: FORMAT, version: VERSION, workspace: randomId(random), place, saved: clock(), edition, entries: [] };
}

/** The moment in UTC, as the file keeps it. */
export const now = () => new Date().toISOString();

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Return an id of twelve letters and digits: two people will not draw the same one. */
export function randomId(random = Math.random) {
  return Array.from({ length: 12 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join("");
}

export const isSame = (one, other) => one.kind === other.kind && one.id === other.id;

export const find = (workspace, kind, id) => workspace.entries.find((entry) => entry.kind === kind && entry.id === id);

export const all = (workspace, kind) => workspace.entries.filter((entry) => entry.kind === kind);

/** Return a value of an entry as typed, "" where there is none. */
export const valueOf = (entry, name) => (entry && Object.hasOwn(entry, name) ? entry[name] : "");

/** Return the workspace with some values of an entry changed; the entry is made where there is none. */
export function put(workspace, kind, id, values, clock = now) {
  const former = find(workspace, kind, id);
  const entry = { ...former, kind, id, ...values, changed: clock() };
  const entries = former ? workspace.entries.map((other) => (other === former ? entry : other)) : [...workspace.entries, entry];
  return { ...workspace, entries };
}

export const remove = (workspace, kind, id) => ({
  ...workspace,
  entries: workspace.entries.filter((entry) => !isSame(entry, { kind, id })),
});

/** Return the workspace with a copy of an entry behind it, under a new id. */
export function duplicate(workspace, kind, id, { clock = now, random = Math.random } = {}) {
  return {
    ...workspace,
    entries: workspace.entries.flatMap((entry) =>
      isSame(entry, { kind, id }) ? [entry, { ...entry, id: randomId(random), changed: clock() }] : [entry],
    ),
  };
}

/** Return the workspace with an entry moved before (-1) or behind (1) its neighbour of the same kind. */
export function move(workspace, kind, id, step) {
  const places = workspace.entries.flatMap((entry, place) => (entry.kind === kind ? [place] : []));
  const from = places.findIndex((place) => workspace.entries[place].id === id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= places.length) return workspace;
  const entries = [...workspace.entries];
  [entries[places[from]], entries[places[to]]] = [entries[places[to]], entries[places[from]]];
  return { ...workspace, entries };
}

/** Return how many entries changed after a moment. */
export const changedSince = (workspace, moment) => workspace.entries.filter(({ changed }) => changed > moment).length;
