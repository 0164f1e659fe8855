/** Opens the index file: entries with readable fields, their words as a MiniSearch index, the vocabulary. */

import { stem, wordsOf } from "./words.mjs";

/** Browsers keep objects with small numbers as keys in long arrays, with large ones in small tables: five times as fast here. */
const FAR = 1_000_000;

export const FIELDS = ["title", "keywords", "summary", "headings", "text", "context"];

/** Return {entries, kinds, stop, mini, words}; `words` maps each stem to a readable form and its frequency. */
export function open(index, MiniSearch) {
  const kinds = index.kinds.map(([name, label]) => ({ name, label }));
  const entries = index.entries.map(([kind, trail, address, title, summary, keywords, headings], id) => ({
    id, kind: kinds[kind], trail: index.trails[trail], address, title, summary, keywords, headings,
  }));
  const words = new Map();
  const stems = new Map();
  const postings = new Map();

  /** Return the entries known for a word in a field. */
  const placesOf = (word, field, times) => {
    let key = stems.get(word);
    if (key === undefined) stems.set(word, (key = stem(word)));
    const known = words.get(key);
    if (known) known.count += times;
    else words.set(key, { form: word, count: times });
    let fields = postings.get(key);
    if (!fields) postings.set(key, (fields = {}));
    return (fields[field] ??= {});
  };
  const add = (texts, field, id) => {
    for (const text of texts) for (const word of wordsOf(text)) placesOf(word, field, 1)[FAR + id] = 1;
  };

  for (const { id, title, keywords, summary, headings, kind, trail } of entries) {
    add([title], 0, id);
    add(keywords, 1, id);
    add([summary], 2, id);
    add(headings, 3, id);
    add([kind.label, ...trail], 5, id);
  }
  for (const [word, ids] of textWords(index)) {
    const places = placesOf(word, 4, ids.length);
    for (const id of ids) places[FAR + id] = 1;
  }
  return { entries, kinds, words, stop: new Set(index.stop.split(" ")), mini: load(MiniSearch, postings, entries.length) };
}

/** Yield each word of the long texts with the numbers of its entries. */
function* textWords({ words, places }) {
  const lists = places.split(";");
  let number = 0;
  for (const word of words.split(" ")) {
    let at = -1;
    yield [word, lists[number++].split(",").map((step) => (at += step ? parseInt(step, 36) : 1))];
  }
}

/**
 * Give MiniSearch its index ready-made; adding the documents one by one takes several times as long.
 * It finds; the order is ours (search.mjs), so lengths of fields and numbers of occurrences are all 1.
 */
function load(MiniSearch, postings, count) {
  const ids = Array.from({ length: count }, (_, id) => [FAR + id, id]);
  const ones = FIELDS.map(() => 1);
  const serialized = {
    serializationVersion: 2,
    documentCount: count,
    nextId: FAR + count,
    documentIds: Object.fromEntries(ids),
    fieldIds: Object.fromEntries(FIELDS.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(ids.map(([id]) => [id, ones])),
    averageFieldLength: ones,
    storedFields: {},
    dirtCount: 0,
    index: [...postings],
  };
  return MiniSearch.loadJS(serialized, { fields: FIELDS });
}
