/** The piece of an entry's real text that shows why it was found. */

import { placedWords, stem } from "./words.mjs";

const LENGTH = 170;
const LEAD = 60; // characters shown before the first marked word

/** Return [{text, marked}] from the text of the entry that holds most of the words; `words` are stems. */
export function excerpt(entry, words) {
  return bestPiece([entry.summary, ...entry.headings, entry.keywords.join(", ")].filter(Boolean), words);
}

/** Return [{text, marked}] from the text that holds most of the words. */
export function bestPiece(texts, words) {
  const found = texts.map((text) => ({ text, hits: hitsIn(text, words) }));
  const best = found.reduce(
    (one, other) => (variety(other.hits) > variety(one.hits) ? other : one),
    found[0] ?? { text: "", hits: [] },
  );
  return cut(best.text, best.hits);
}

/** Return the pieces of a whole text, for titles. */
export function marked(text, words) {
  return pieces(text, hitsIn(text, words), 0, text.length);
}

function hitsIn(text, words) {
  return placedWords(text)
    .map(({ word, start, end }) => ({ key: stem(word), start, end }))
    .filter(({ key }) => words.has(key));
}

function variety(hits) {
  return new Set(hits.map(({ key }) => key)).size;
}

function cut(text, hits) {
  const first = hits[0]?.start ?? 0;
  const from = first > LENGTH - LEAD ? text.lastIndexOf(" ", first - LEAD) + 1 : 0;
  let to = from + LENGTH;
  if (to >= text.length) to = text.length;
  else to = Math.max(text.lastIndexOf(" ", to), hits[0]?.end ?? 0);
  const shown = pieces(
    text,
    hits.filter(({ start, end }) => start >= from && end <= to),
    from,
    to,
  );
  if (from > 0) shown.unshift({ text: "… ", marked: false });
  if (to < text.length) shown.push({ text: " …", marked: false });
  return shown;
}

function pieces(text, hits, from, to) {
  const found = [];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at) continue;
    if (start > at) found.push({ text: text.slice(at, start), marked: false });
    found.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) found.push({ text: text.slice(at, to), marked: false });
  return found;
}
