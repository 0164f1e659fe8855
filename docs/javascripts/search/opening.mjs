/** Opens the index file: entries with readable fields, the vocabulary with the places of each word. */

import { stem, wordsOf } from "./words.mjs";

export const FIELDS = ["title", "keywords", "summary", "headings", "text", "context"];

/** Return {entries, kinds, stop, words}; `words` maps each stem to a readable form, its frequency, its entries by field. */
export function open(index) {
  const kinds = index.kinds.map(([name, label]) => ({ name, label }));
  const entries = index.entries.map(([kind, trail, address, title, summary, keywords, headings], id) => ({
    id,
    kind: kinds[kind],
    trail: index.trails[trail],
    address,
    title,
    summary,
    keywords,
    headings,
  }));
  const words = new Map();

  const wordOf = (text) => {
    const key = stem(text);
    let word = words.get(key);
    if (!word) words.set(key, (word = { form: text, count: 0, places: [], text: undefined }));
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
  const lists = index.places.split(";");
  for (const [number, form] of index.words.split(" ").entries()) {
    const word = wordOf(form);
    word.text = lists[number];
    word.count += word.text.split(",").length;
  }
  return { entries, kinds, words, stop: new Set(index.stop.split(" ")) };
}

/** Return the numbers of a word's entries by field; those of the long texts are read only now, few words are ever asked for. */
function placesOf(word) {
  if (word.text !== undefined) {
    let at = -1;
    word.places[4] = word.text.split(",").map((step) => (at += step ? parseInt(step, 36) : 1));
    word.text = undefined;
  }
  return word.places;
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
    const fields = {};
    if (words.has(key))
      placesOf(words.get(key)).forEach((places, field) => (fields[field] = Object.fromEntries(places.map((id) => [id, 1]))));
    index.push([key, fields]);
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
