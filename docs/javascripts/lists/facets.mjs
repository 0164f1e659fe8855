/**
 * Narrowing a list down: choices inside a facet are alternatives, facets and text must all fit. Pure functions.
 *
 * A row is {id, address, facets: {name: [value, …]}, cells: [text or number or null, …]}.
 * Choices are {text, facets: Map of name to Set of values}; names without choice are missing from the map.
 */

import { fold, stem } from "../search/words.mjs";

/** Read the choices from the parameters of an address; names that no facet has are ignored. */
export function readChoices(params, names) {
  const facets = new Map();
  for (const name of names) {
    const values = params.getAll(name);
    if (values.length) facets.set(name, new Set(values));
  }
  return { text: (params.get("q") ?? "").trim(), facets };
}

/** Return the rows that fit; `except` names a facet whose choices do not count. */
export function matching(rows, choices, except = null) {
  const words = choices.text.split(/\s+/).filter(Boolean).map(stem);
  return rows.filter((row) => fitsFacets(row, choices.facets, except) && fitsWords(row, words));
}

/** Return how many rows would fit for each value of a facet, given the choices in the other facets. */
export function countValues(rows, choices, name) {
  const counts = new Map();
  for (const row of matching(rows, choices, name)) {
    for (const value of new Set(row.facets[name])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Return the rows ordered by a column; rows without a value there come last. */
export function ordered(rows, column, descending = false) {
  const collator = new Intl.Collator("de", { numeric: true });
  const direction = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [first, second] = [one.cells[column], other.cells[column]];
    if (first == null || second == null) return (first == null) - (second == null);
    return direction * (typeof first === "number" ? first - second : collator.compare(first, second));
  });
}

function fitsFacets(row, facets, except) {
  for (const [name, values] of facets) {
    if (name !== except && !row.facets[name]?.some((value) => values.has(value))) return false;
  }
  return true;
}

function fitsWords(row, words) {
  if (!words.length) return true;
  row.folded ??= row.cells.map((cell) => fold(String(cell ?? ""))).join(" ");
  return words.every((word) => row.folded.includes(word));
}
