/**
 * Words as the search compares them: folded umlauts, no endings, no function words. Mirrors `kompass/search/words.py`;
 * `tests/kompass/search/words.json` holds the two together.
 */

const WORD = /[0-9A-Za-zÀ-ÖØ-öø-ɏ]+(?:[-‑/][0-9A-Za-zÀ-ÖØ-öø-ɏ]+)*/g;
/** Endings with the letters that must stay in front of them; s goes only where it is likely to be an ending. */
const ENDING = /^(?:(.{4,}?)(?:inen|ern|em|en|er|es)|(.{3,}?)(?:ungen|ung|e|n|(?<![aius])s))$/;

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
  return text.length > 1 || /[0-9]/.test(text);
}

/** Return a word in lower case with one spelling of umlauts, ß, ph and doubled letters. */
export function fold(word) {
  let plain = word.toLowerCase();
  if (/[^a-z0-9]/.test(plain))
    plain = plain
      .replaceAll("ß", "ss")
      .normalize("NFKD")
      .replace(/[^a-z0-9]/g, "");
  return plain
    .replace(/(?<![aeiouq])ue|[ao]e/g, (pair) => pair[0])
    .replaceAll("ph", "f")
    .replace(/([a-z])\1+/g, "$1");
}

const LAST = /[egmnrs]$/; // all endings end with one of these
const stems = new Map();

/** Return the folded word without plural and case endings. */
export function stem(word) {
  let plain = stems.get(word);
  if (plain !== undefined) return plain;
  plain = fold(word);
  for (let match; LAST.test(plain) && (match = ENDING.exec(plain));) plain = match[1] ?? match[2];
  stems.set(word, plain);
  return plain;
}
