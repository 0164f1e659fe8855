/** Opens the index file: entries with readable fields, the vocabulary with the places of each word. */

import { stem, wordsOf } from "./words.mjs";

export const FIELDS = ["title", "keywords", "summary", "headings", "text", "context"];

/** Return {entries, kinds, stop, words}; `words` maps each stem to a readable form, its frequency, its entries by field. */
export function open(index) {
  const kinds = index.kinds.map(([name, label]) => ({ name, label }));
  const entries = index.entries.map(([kind, trail, address, title, summary, keywords, headings], id) => ({
    id, kind: kinds[kind], trail: index.trails[trail], address, title, summary, keywords, headings,
  }));
  const words = new Map();

  const wordOf = (text) => {
    const key = stem(text);
    let word = words.get(key);
    if (!word) words.set(key, (word = { form: text, count: 0, places: FIELDS.map(() => undefined) }));
    return word;
  };
  const add = (text, field, id) => {
    for (const each of wordsOf(text)) {
      const word = wordOf(each);
      word.count += 1;
      const places = (word.places[field] ??= []);
      if (places.at(-1) !== id) places.push(id);
    }
  };

  for (const { id, title, keywords, summary, headings, kind, trail } of entries) {
    add(title, 0, id);
    for (const keyword of keywords) add(keyword, 1, id);
    add(summary, 2, id);
    for (const heading of headings) add(heading, 3, id);
    for (const above of [kind.label, ...trail]) add(above, 5, id);
  }
  for (const [form, ids] of textWords(index)) {
    const word = wordOf(form);
    word.count += ids.length;
    word.places[4] = word.places[4] ? [...new Set([...word.places[4], ...ids])] : ids;
  }
  return { entries, kinds, words, stop: new Set(index.stop.split(" ")) };
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
 * Return MiniSearch with these words only: to hand it the whole index takes longer than a reader takes to type.
 * It finds; the order is ours (search.mjs), so lengths of fields and numbers of occurrences are all 1.
 */
export function partOf(words, keys, count, MiniSearch) {
  const ids = Array.from({ length: count }, (_, id) => id);
  const ones = FIELDS.map(() => 1);
  const index = [];
  for (const key of keys) {
    const fields = words.get(key)?.places.flatMap((places, field) => (places ? [[field, Object.fromEntries(places.map((id) => [id, 1]))]] : []));
    if (fields) index.push([key, Object.fromEntries(fields)]);
  }
  const serialized = {
    serializationVersion: 2,
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(ids.entries()),
    fieldIds: Object.fromEntries(FIELDS.map((field, number) => [field, number])),
    fieldLength: Object.fromEntries(ids.map((id) => [id, ones])),
    averageFieldLength: ones,
    storedFields: {},
    dirtCount: 0,
    index,
  };
  return MiniSearch.loadJS(serialized, { fields: FIELDS });
}
