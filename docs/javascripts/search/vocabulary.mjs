/** All words of the index, and which of them a typed word may mean: endings, parts of compounds, typing errors. */

import { fold, stem } from "./words.mjs";

const LIMIT = 60; // more variants of one word only add noise and time
const KIN = 0.57; // from this weight on a stem may stand for a part of a compound
const MOST_KIN = 10;
const BEGUN = 6; // letters of a word from which on it may be the beginning of a compound with an error in it
const LEAST = 4; // letters of a part of a compound
const LINKS = ["", "s", "n", "e", "en", "es"]; // letters that join the parts of a German compound

export class Vocabulary {
  /** @param {Map<string, {form: string, count: number}>} words the stems with a readable form and their frequency */
  constructor(words) {
    this.words = words;
    this.stems = [...words.keys()].sort();
    this.cache = new Map();
    this.kinCache = new Map();
  }

  has(key) {
    return this.words.has(key);
  }

  form(key) {
    return this.words.get(key).form;
  }

  /** Return the variants of a stem as [[stem, …], weight]: several stems in one variant must all occur. */
  variants(key) {
    if (!this.cache.has(key)) this.cache.set(key, this.#find(key));
    return this.cache.get(key);
  }

  /** Return the stems that may stand for a part of a compound, as [stem, weight], itself first. */
  kin(key) {
    if (!this.kinCache.has(key)) {
      const near = this.#related(key).filter(([, weight]) => weight >= KIN);
      this.kinCache.set(key, near.sort((one, other) => other[1] - one[1]).slice(0, MOST_KIN));
    }
    return this.kinCache.get(key);
  }

  /** Return the known word nearest to a stem that is neither known nor begun nor put together from known words. */
  correct(key) {
    if (key.length < LEAST || /[0-9]/.test(key) || this.#related(key).length) return undefined;
    if (this.#parts(key).some(([keys]) => keys.length > 1)) return undefined;
    return this.#nearest(key)[0]?.[0];
  }

  #find(key) {
    const known = this.has(key);
    const found = new Map();
    const add = (keys, weight) => {
      const name = keys.join(" ");
      if (weight > (found.get(name)?.[1] ?? 0)) found.set(name, [keys, weight]);
    };
    for (const [stem, weight] of this.#related(key)) add([stem], weight);
    for (const [keys, weight] of this.#parts(key)) add(keys, known ? weight * 0.6 : weight);
    if (!known)
      for (const [near, weight] of this.#nearest(key)) for (const [stem, own] of this.#related(near)) add([stem], weight * own);
    return [...found.values()].sort((one, other) => other[1] - one[1]).slice(0, LIMIT);
  }

  /** Known stems that hold the typed one, or nearly are it. */
  #related(key) {
    const found = [];
    for (const stem of this.stems) {
      const weight = relation(key, stem);
      if (weight) found.push([stem, weight]);
    }
    return found;
  }

  /** The typed word read as a compound: both parts together count most, then the longer one. */
  #parts(key) {
    const found = [];
    for (let cut = LEAST - 1; cut <= key.length - LEAST + 1; cut += 1) {
      const head = stem(key.slice(cut));
      if (head.length >= LEAST && this.has(head)) {
        found.push(...this.#holding(head, 0.3 + (0.2 * head.length) / key.length, (stem) => stem.endsWith(head)));
      }
      if (this.has(head)) {
        for (const link of LINKS) {
          const first = stem(key.slice(0, cut - link.length));
          if (first.length + head.length >= 2 * LEAST - 1 && key.slice(0, cut).endsWith(link) && this.has(first))
            found.push([[first, head], 0.7]);
        }
      }
      const first = key.slice(0, cut);
      if (cut < LEAST || !(this.has(first) || (head.length >= LEAST && this.has(head)))) continue;
      found.push(...this.#holding(first, 0.3 + (0.25 * first.length) / key.length, (stem) => stem.startsWith(first)));
    }
    return found;
  }

  #holding(part, weight, holds) {
    return this.stems.filter(holds).map((stem) => [[stem], weight * (0.5 + (0.5 * part.length) / stem.length)]);
  }

  /** The readable form of a stem, folded: an error in an ending keeps the ending on. */
  #folded(stem) {
    const word = this.words.get(stem);
    return (word.folded ??= fold(word.form));
  }

  #nearest(key) {
    const most = key.length >= 7 ? 2 : key.length >= 4 ? 1 : 0;
    if (!most) return [];
    const found = [];
    const note = (stem, errors, weight) => {
      if (errors <= most) found.push([stem, weight - 0.2 * errors + (stem[0] === key[0] ? 0.05 : 0), this.words.get(stem).count]);
    };
    const near = this.stems.filter((stem) => stem[0] === key[0] || stem[1] === key[1] || stem[0] === key[1]); // few err twice at the beginning
    for (const stem of near) note(stem, Math.min(errorsIn(key, stem, most), errorsIn(key, this.#folded(stem), most)), 0.75);
    if (!found.length && key.length >= BEGUN) {
      for (const stem of near) if (stem.length > key.length) note(stem, errorsIn(key, stem.slice(0, key.length), most), 0.65);
    }
    return found.sort((one, other) => other[1] - one[1] || other[2] - one[2]).slice(0, 3);
  }
}

function errorsIn(one, other, most) {
  return Math.abs(one.length - other.length) > most ? most + 1 : distance(one, other, most);
}

/** How much the known stem is meant by the typed one: 1 the same, 0 unrelated. */
export function relation(typed, known) {
  if (typed === known) return 1;
  const share = typed.length / known.length;
  if (known.length > typed.length) {
    if (typed.length < 3) return 0;
    if (known.startsWith(typed)) return 0.35 + 0.5 * share;
    if (known.endsWith(typed)) return typed.length > 3 ? 0.4 + 0.4 * share : 0.3 + 0.4 * share;
    return typed.length > 4 && known.includes(typed) ? 0.2 + 0.3 * share : 0;
  }
  const more = typed.length - known.length;
  return more <= 2 && known.length >= 4 && typed.startsWith(known) ? 0.65 - 0.1 * more : 0;
}

/** Count insertions, deletions, replacements and swaps of neighbours; stop above `most`. */
export function distance(one, other, most) {
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[line - 1] === other[column - 1];
      let value = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + (same ? 0 : 1));
      if (line > 1 && column > 1 && one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1]) {
        value = Math.min(value, before[column - 2] + 1);
      }
      next.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[other.length];
}
