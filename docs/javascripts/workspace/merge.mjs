/**
 * Two files side by side, entry by entry. Nothing is averaged, nothing disappears, and the newer one never wins silently:
 * where both have an entry and differ, a person decides. Pure functions.
 */

import { slugOf } from "./file.mjs";
import { isSame } from "./state.mjs";

const SILENT = new Set(["changed"]);

/**
 * Return for every entry of both files `{ kind, id, state, mine, theirs, fields }`, mine first, in their order.
 * `state`: equal, different, only-mine, only-theirs; `fields` names what differs. An entry belongs to the place of its file
 * unless it says another.
 */
export function compare(mine, theirs) {
  const [own, other] = mine.place === theirs.place ? [mine.entries, theirs.entries] : [placed(mine), placed(theirs)];
  const rows = own.map((entry) =>
    row(
      entry,
      other.find((found) => isSame(entry, found)),
    ),
  );
  return [...rows, ...other.filter((entry) => !own.some((found) => isSame(entry, found))).map((entry) => row(undefined, entry))];
}

const placed = ({ entries, place }) => entries.map((entry) => (entry.place ? entry : { ...entry, place }));

function row(mine, theirs) {
  const { kind, id } = mine ?? theirs;
  const fields = mine && theirs ? differing(mine, theirs) : [];
  const state = !theirs ? "only-mine" : !mine ? "only-theirs" : fields.length ? "different" : "equal";
  return { kind, id, state, mine, theirs, fields };
}

/** Return the names of the fields in which two entries differ; a field that is missing equals an empty one. */
export function differing(one, other) {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !SILENT.has(name));
  return names.filter((name) => (one[name] ?? "") !== (other[name] ?? ""));
}

/**
 * Return my workspace with what theirs adds. `decide(row)` answers for an entry in which both differ: "mine", "theirs" or "both";
 * with "both" the other one is kept under an id of its own. Merging the same file again adds nothing.
 */
export function merge(mine, theirs, decide = () => "both") {
  const rows = compare(mine, theirs);
  const entries = rows.flatMap((found) => {
    if (found.state !== "different") return [found.mine ?? found.theirs];
    const answer = decide(found);
    if (answer === "mine") return [found.mine];
    if (answer === "theirs") return [found.theirs];
    const second = { ...found.theirs, id: secondId(found) };
    return rows.some(({ mine: entry }) => entry && isSame(entry, second)) ? [found.mine] : [found.mine, second];
  });
  return { ...mine, entries };
}

/** The id of a second version says what it holds, so that the same version is not added twice. */
function secondId({ id, theirs }) {
  const base = id.split("@")[0].slice(0, 60);
  const content = Object.keys(theirs)
    .filter((name) => name !== "changed" && name !== "id")
    .sort()
    .map((name) => `${name}=${theirs[name]}`)
    .join("\n");
  return `${base}@${[slugOf(theirs.place ?? ""), hashOf(content)].filter(Boolean).join("-")}`;
}

/** FNV-1a, 32 bit: enough to tell versions of one entry apart. */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193) >>> 0;
  return hash.toString(36);
}
