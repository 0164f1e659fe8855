/**
 * The list of bookmarks ("Merkliste") as it is stored, saved to a file and put into an address. Pure functions.
 *
 * {"format": "kompass-merkliste", "version": 1, "entries": [{"kind": "example", "id": "…", "added": "2026-11-22", "note": "…"}]}
 * In an address only kind and id: ?m=example:rufbus,method:swot-analyse
 */

export const FORMAT = "kompass-merkliste";
export const VERSION = 1;
const KIND = /^[a-z_]{2,40}$/;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST = 500;
const LONGEST_NOTE = 500;

/** Return the entries of a stored text; raises SyntaxError or RangeError where it is not a Merkliste of a known version. */
export function parse(stored) {
  const list = JSON.parse(stored);
  if (list?.format !== FORMAT || !Array.isArray(list.entries)) throw new SyntaxError("not a Merkliste");
  if (list.version !== VERSION) throw new RangeError(`unknown version ${list.version}`);
  return distinct(list.entries);
}

export function serialize(entries) {
  return JSON.stringify({ format: FORMAT, version: VERSION, entries }, null, 2);
}

export function fromAddress(value) {
  return distinct(value.split(",").map((item) => ({ kind: item.split(":")[0], id: item.split(":")[1] })));
}

export function toAddress(entries) {
  return entries.map(({ kind, id }) => `${kind}:${id}`).join(",");
}

export const has = (entries, { kind, id }) => entries.some((entry) => entry.kind === kind && entry.id === id);

/** Return the entries with one more, which keeps its place if it is there already. */
export const add = (entries, entry) => distinct([...entries, entry]);

export const remove = (entries, { kind, id }) => entries.filter((entry) => entry.kind !== kind || entry.id !== id);

/** Return the entries with the note of one of them changed. */
export const annotate = (entries, { kind, id }, note) =>
  distinct(entries.map((entry) => (entry.kind === kind && entry.id === id ? { ...entry, note } : entry)));

const fits = (pattern, value) => typeof value === "string" && pattern.test(value);

/** Keep what is well-formed, each record once, and of each entry only what the format knows. */
function distinct(entries) {
  const found = new Map();
  for (const entry of entries) {
    const { kind, id, added, note } = entry ?? {};
    if (!fits(KIND, kind) || !fits(ID, id) || found.has(`${kind}:${id}`)) continue;
    const clean = { kind, id };
    if (fits(DAY, added)) clean.added = added;
    if (typeof note === "string" && note.trim()) clean.note = note.trim().slice(0, LONGEST_NOTE);
    found.set(`${kind}:${id}`, clean);
  }
  return [...found.values()].slice(0, MOST);
}
