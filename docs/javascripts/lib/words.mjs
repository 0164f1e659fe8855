/**
 * Words as the search compares them: folded umlauts, no endings, no function words. Mirrors `kompass/search/words.py`;
 * `tests/kompass/search/words.json` holds the two together.
 */

const WORD = /[\p{L}\p{N}]+(?:[-‑/][\p{L}\p{N}]+)*/gu;
const ENDINGS = ["innen", "ungen", "ung", "ern", "em", "en", "er", "es", "e", "n", "s"];

/** Split a text into words with their places; a word with hyphens gives its parts and the joined word. */
export function placedWords(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const parts = match[0].split(/[-‑/]/);
    let at = match.index;
    for (const part of parts) {
      found.push({ word: part, start: at, end: at + part.length });
      at += part.length + 1;
    }
    if (parts.length > 1) found.push({ word: parts.join(""), start: match.index, end: match.index + match[0].length });
  }
  return found.filter(({ word }) => isWord(word));
}

/** The same without places, quicker. */
export function wordsOf(text) {
  const found = [];
  for (const match of text.match(WORD) ?? []) {
    const parts = match.split(/[-‑/]/);
    if (parts.length > 1) parts.push(parts.join(""));
    for (const part of parts) if (isWord(part)) found.push(part);
  }
  return found;
}

function isWord(text) {
  return text.length > 1 || /\p{Nd}/u.test(text);
}

/** Return a word in lower case with one spelling of umlauts, ß, ph and doubled letters. */
export function fold(word) {
  return word
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<![aeiouq])ue|[ao]e/g, (pair) => pair[0])
    .replaceAll("ph", "f")
    .replace(/([a-z])\1+/g, "$1");
}

/** Return the folded word without plural and case endings. */
export function stem(word) {
  let plain = fold(word);
  for (;;) {
    const ending = ENDINGS.find((end) => plain.endsWith(end) && plain.length - end.length >= (end.length === 1 ? 3 : 4));
    if (!ending) return plain;
    plain = plain.slice(0, -ending.length);
  }
}
