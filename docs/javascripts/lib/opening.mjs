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
  const lengths = {};

  const add = (word, field, id) => {
    let key = stems.get(word);
    if (key === undefined) stems.set(word, (key = stem(word)));
    const known = words.get(key);
    if (known) known.count += 1;
    else words.set(key, { form: word, count: 1 });
    let fields = postings.get(key);
    if (!fields) postings.set(key, (fields = {}));
    const places = (fields[field] ??= {});
    places[FAR + id] = (places[FAR + id] ?? 0) + 1;
    lengths[id][field] += 1;
  };

  for (const { id, title, keywords, summary, headings, kind, trail } of entries) {
    lengths[id] = FIELDS.map(() => 0);
    const texts = [[title], keywords, [summary], headings, [], [kind.label, ...trail]];
    texts.forEach((parts, field) => parts.forEach((text) => wordsOf(text).forEach((word) => add(word, field, id))));
  }
  for (const [word, ids] of textWords(index)) for (const id of ids) add(word, FIELDS.indexOf("text"), id);
  return { entries, kinds, words, stop: new Set(index.stop.split(" ")), mini: load(MiniSearch, postings, lengths, entries.length) };
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

/** Give MiniSearch its index ready-made; adding the documents one by one takes four times as long. */
function load(MiniSearch, postings, lengths, count) {
  const ids = Array.from({ length: count }, (_, id) => [FAR + id, id]);
  const serialized = {
    serializationVersion: 2,
    documentCount: count,
    nextId: FAR + count,
    documentIds: Object.fromEntries(ids),
    fieldIds: Object.fromEntries(FIELDS.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(Object.entries(lengths).map(([id, own]) => [FAR + Number(id), own])),
    averageFieldLength: FIELDS.map((_, field) => Object.values(lengths).reduce((sum, own) => sum + own[field], 0) / count || 1),
    storedFields: {},
    dirtCount: 0,
    index: [...postings],
  };
  return MiniSearch.loadJS(serialized, { fields: FIELDS });
}
