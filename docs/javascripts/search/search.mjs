/** The search itself: opens the index, understands a query, ranks the entries. Knows no page. */

import { stem, wordsOf } from "./words.mjs";
import { open, partOf } from "./opening.mjs";
import { Vocabulary } from "./vocabulary.mjs";

const WEIGHTS = { title: 10, keywords: 6, summary: 3, headings: 1.5, text: 1, context: 0.5 };
const SYNONYM = 0.6;
const MARKED = 0.3; // from this weight on a variant is marked in the texts
const SURE = 0.5; // a variant of this weight counts as what was meant
/** What readers mostly look for comes first when the words fit equally well. */
const PRIOR = {
  page: 1.1,
  action_field: 1.3,
  phase: 1.2,
  question: 1.1,
  guideline: 0.9,
  feature: 0.85,
  principle: 0.9,
  term: 0.85,
  checklist_item: 0.75,
  indicator: 0.7,
};
/** Whole questions: the answers of the editors come first, names of things tell more than what is done with them. */
const QUESTION =
  /^(?:w(?:er|en|em|as|ie|o|ann|arum|ozu|omit|ofür|ieso|eshalb|elche[mnrs]?)|darf|dürfen|muss|müssen|kann|können|soll|sollen|sollten|gibt|braucht|brauchen)(?=\s).*\s|\?$/iu;
const ANSWER = 1.4;
const SMALL = 0.7; // weight of a word in small letters beside nouns

export class Search {
  constructor(index, MiniSearch) {
    Object.assign(this, open(index));
    this.MiniSearch = MiniSearch;
    this.vocabulary = new Vocabulary(this.words);
    this.titles = this.entries.map((entry) => this.#meaningful(entry.title));
    this.synonyms = synonymsOf(this.entries, (text) => this.#meaningful(text));
  }

  /** Return {results, words, suggestion}: entries with their score, best first. */
  find(query) {
    const keys = this.#meaningful(query);
    if (!keys.length) return { results: [], words: new Set(), suggestion: undefined };
    const asked = QUESTION.test(query.trim());
    const meant = this.#units(keys);
    const mini = this.#partFor(meant);
    const units = meant.map((unit) => this.#match(unit, mini));
    if (asked) this.#preferNouns(query, units);
    const total = units.reduce((sum, unit) => sum + unit.rarity, 0);
    const scores = new Map();
    for (const unit of units) {
      for (const [id, value] of unit.scores) {
        const known = scores.get(id) ?? { score: 0, covered: 0 };
        known.score += value * unit.rarity;
        known.covered += Math.min(1, unit.strength.get(id) / SURE) * unit.rarity;
        scores.set(id, known);
      }
    }
    const results = [...scores].map(([id, { score, covered }]) => {
      const entry = this.entries[id];
      const share = covered / total;
      return {
        entry,
        share,
        score:
          score *
          share ** 1.5 *
          (1 + 2 * this.#titleFit(id, units) ** 2) *
          (PRIOR[entry.kind.name] ?? 1) *
          (asked && entry.kind.name === "question" ? ANSWER : 1),
      };
    });
    results.sort((one, other) => other.score - one.score || one.entry.id - other.entry.id);
    const least = (results[0]?.score ?? 0) * 0.03;
    return {
      results: results.filter((result) => result.score >= least),
      words: new Set(units.flatMap((unit) => unit.sure)),
      suggestion: this.#suggest(query),
    };
  }

  /** The stems of a text without function words; if nothing else is there, with them. */
  #meaningful(text) {
    const words = wordsOf(text);
    const telling = words.filter((word) => !this.stop.has(word.toLowerCase()));
    return [...new Set((telling.length ? telling : words).map(stem))];
  }

  /** Join neighbouring words that are a synonym together; every unit has its variants. */
  #units(keys) {
    const units = [];
    for (let at = 0; at < keys.length;) {
      let length = Math.min(4, keys.length - at);
      while (length > 1 && !this.synonyms.has(keys.slice(at, at + length).join(" "))) length -= 1;
      units.push(this.#unit(keys.slice(at, at + length)));
      at += length;
    }
    return units;
  }

  #unit(keys) {
    const single = keys.flatMap((key) => this.vocabulary.variants(key));
    const own = keys.length === 1 ? single : [[keys, 1], ...single.map(([parts, weight]) => [parts, weight * 0.5])];
    const others = this.synonyms.get(keys.join(" ")) ?? [];
    return [...own, ...others.map((other) => [other, SYNONYM])];
  }

  /** Let words in small letters count less where others are written large; the first word tells nothing. */
  #preferNouns(query, units) {
    const nouns = new Set(
      this.#meaningful(
        wordsOf(query)
          .slice(1)
          .filter((word) => /^\p{Lu}/u.test(word))
          .join(" "),
      ),
    );
    if (nouns.size) for (const unit of units) if (!unit.keys.some((key) => nouns.has(key))) unit.rarity *= SMALL;
  }

  /** The part of the index that these units need. */
  #partFor(units) {
    const words = new Set();
    for (const [keys] of units.flat()) {
      if (keys.length === 1) words.add(keys[0]);
      else for (const key of keys) for (const [near] of this.vocabulary.kin(key)) words.add(near);
    }
    return partOf(this.words, words, this.entries.length, this.MiniSearch);
  }

  /** Look all variants of a unit up; a field counts with its best variant. */
  #match(variants, mini) {
    const weights = new Map();
    for (const [keys, weight] of variants)
      if (keys.length === 1) weights.set(keys[0], Math.max(weight, weights.get(keys[0]) ?? 0));
    const several = variants
      .filter(([keys]) => keys.length > 1)
      .map(([keys, weight]) => [keys.map((key) => this.vocabulary.kin(key)), weight]);
    const words = new Set([...weights.keys(), ...several.flatMap(([parts]) => parts.flat().map(([key]) => key))]);
    const found = mini.search([...words].join(" "), { tokenize: (text) => text.split(" "), processTerm: (term) => term });
    const scores = new Map();
    const strength = new Map();
    for (const { id, match } of found) {
      const best = {};
      let strongest = 0;
      const note = (fields, weight) => {
        for (const field of fields) best[field] = Math.max(weight, best[field] ?? 0);
        strongest = Math.max(strongest, weight);
      };
      for (const [word, fields] of Object.entries(match)) if (weights.has(word)) note(fields, weights.get(word));
      for (const [parts, weight] of several) {
        const there = parts.map((kin) => kin.find(([key]) => match[key]));
        if (!there.every(Boolean)) continue;
        const worst = there.map(([key]) => match[key]).sort((one, other) => importance(one) - importance(other))[0];
        note(worst, weight * Math.min(...there.map(([, own]) => own)));
      }
      if (!strongest) continue;
      scores.set(
        id,
        Object.entries(best).reduce((sum, [field, weight]) => sum + WEIGHTS[field] * weight, 0),
      );
      strength.set(id, strongest);
    }
    const near = [...strength.values()].reduce((sum, value) => sum + value, 0);
    const sure = variants.filter(([, weight]) => weight >= MARKED).flatMap(([keys]) => keys);
    return {
      keys: variants[0]?.[0] ?? [],
      sure,
      weights,
      scores,
      strength,
      rarity: Math.log(1 + this.entries.length / (1 + near)),
    };
  }

  /** How well title and query cover each other, 0 to 1. */
  #titleFit(id, units) {
    const title = this.titles[id];
    if (!title.length) return 0;
    const inTitle =
      title.reduce((sum, key) => sum + Math.max(...units.map((unit) => unit.weights.get(key) ?? 0)), 0) / title.length;
    const inQuery =
      units.reduce((sum, unit) => sum + Math.max(0, ...title.map((key) => unit.weights.get(key) ?? 0)), 0) / units.length;
    return inTitle + inQuery ? (2 * inTitle * inQuery) / (inTitle + inQuery) : 0;
  }

  /** The query with unknown words replaced by the nearest known ones, or undefined. */
  #suggest(query) {
    let changed = false;
    const text = query.replace(/[\p{L}\p{N}]+/gu, (word) => {
      if (this.stop.has(word.toLowerCase())) return word;
      const better = this.vocabulary.correct(stem(word));
      if (!better) return word;
      changed = true;
      return this.vocabulary.form(better);
    });
    return changed ? text : undefined;
  }
}

function importance(fields) {
  return Math.max(...fields.map((field) => WEIGHTS[field]));
}

/** Map each name of a glossary term to the other names of the same thing. */
function synonymsOf(entries, keysOf) {
  const found = new Map();
  for (const entry of entries) {
    if (entry.kind.name !== "term") continue;
    const names = [entry.title, ...entry.keywords].map(keysOf).filter((keys) => keys.length);
    for (const name of names) {
      const key = name.join(" ");
      found.set(key, [...(found.get(key) ?? []), ...names.filter((other) => other !== name)]);
    }
  }
  return found;
}
