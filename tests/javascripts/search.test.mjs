/** The search as promises, on a small index. Run with `node --test tests/javascripts/`. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { excerpt } from "../../docs/javascripts/search/excerpt.mjs";
import { grouped } from "../../docs/javascripts/search/grouping.mjs";
import { Search } from "../../docs/javascripts/search/search.mjs";
import { distance, relation } from "../../docs/javascripts/search/vocabulary.mjs";
import { stem, wordsOf } from "../../docs/javascripts/search/words.mjs";
import MiniSearch from "../../docs/javascripts/vendor/minisearch.mjs";

const cases = JSON.parse(readFileSync(new URL("../kompass/search/words.json", import.meta.url), "utf-8"));

const search = new Search(
  {
    kinds: [
      ["example", "Beispiele"],
      ["term", "Glossarbegriffe"],
      ["question", "Fragen"],
    ],
    trails: [["Kompass"], ["Glossar"]],
    stop: "was ist ein eine wie",
    entries: [
      [0, 0, "a/", "Radwege mit Licht", "Lampen gehen an, wenn jemand kommt.", ["Bernau"], []],
      [0, 0, "b/", "Bürgerhaushalt", "Menschen stimmen über Geld ab.", [], ["Ideen sammeln"]],
      [0, 0, "c/", "Rathaus", "Öffnungszeiten und Termine.", [], []],
      [0, 0, "e/", "Leerstands- und Gebäudekataster", "Leere Häuser auf einer Karte.", [], []],
      [0, 0, "f/", "Rangfolgenmatrix", "Vier Felder.", [], []],
      [2, 0, "g/", "Was kostet ein Kataster?", "Arbeitszeit.", [], []],
      [0, 0, "h/", "Kataster und Kosten", "Preise.", [], []],
      [1, 1, "d/", "Bürgerbudget", "Geld, über das Menschen abstimmen.", ["Bürgerhaushalt"], []],
    ],
    words: "Mobilität Straßenbeleuchtung",
    places: "2;",
  },
  MiniSearch,
);
const places = (query) => search.find(query).results.map(({ entry }) => entry.address);

for (const [word, expected] of Object.entries(cases)) {
  test(`stem of ${word} is the same as in the build`, () => assert.equal(stem(word), expected));
}

test("a hyphenated word gives its parts and the whole", () => {
  assert.deepEqual(wordsOf("Smart-City-Strategie und E-Akte"), [
    "Smart",
    "City",
    "Strategie",
    "SmartCityStrategie",
    "und",
    "Akte",
    "EAkte",
  ]);
});
test("plural finds singular", () => assert.equal(places("Radweg")[0], "a/"));
test("the end of a compound finds it", () => assert.equal(places("Wege")[0], "a/"));
test("a compound unknown to the index finds its parts", () => assert.ok(places("Radlicht").includes("a/")));
test("a compound finds its parts in other compounds", () => assert.equal(places("Leerstandskataster")[0], "e/"));
test("an error in the beginning of a compound is forgiven", () => assert.deepEqual(places("Rangfolgn"), ["f/"]));
test("a question finds the answer of the editors first", () => assert.equal(places("Was kostet ein Kataster?")[0], "g/"));
test("words of the long text are found", () => assert.deepEqual(places("Mobilität"), ["b/"]));
test("two errors in a long word are forgiven, and the right word is offered", () => {
  const { results, suggestion } = search.find("Straßenbeluchtng");
  assert.equal(results[0].entry.address, "a/");
  assert.equal(suggestion, "Straßenbeleuchtung");
});
test("a synonym of the glossary finds entries with the other name", () => assert.ok(places("Bürgerbudget").includes("b/")));
test("a known word gets no suggestion", () => assert.equal(search.find("Rathaus").suggestion, undefined));
test("nonsense finds nothing", () => assert.deepEqual(places("xqzwkj"), []));
test("function words alone do not fail", () => assert.ok(Array.isArray(places("was ist"))));
test("names of built-in properties are only words", () => assert.deepEqual(places("constructor __proto__"), []));

test("swapped letters are one error", () => assert.equal(distance("leitbild", "lietbild", 2), 1));
test("the same word is meant most, a compound less, another word not at all", () => {
  assert.ok(relation("bus", "bus") > relation("bus", "rufbus"));
  assert.equal(relation("bus", "haus"), 0);
});

test("the excerpt is real text with the words marked", () => {
  const pieces = excerpt({ summary: "Kurz.", headings: ["Menschen fahren mit dem Rufbus."], keywords: [] }, new Set(["rufbus"]));
  assert.equal(pieces.map(({ text }) => text).join(""), "Menschen fahren mit dem Rufbus.");
  assert.deepEqual(
    pieces.filter(({ marked }) => marked).map(({ text }) => text),
    ["Rufbus"],
  );
});
test("a long text is cut at words around the first mark", () => {
  const summary = `${"Anfang ".repeat(60)}Rufbus ${"Ende ".repeat(60)}`;
  const text = excerpt({ summary, headings: [], keywords: [] }, new Set(["rufbus"]))
    .map((piece) => piece.text)
    .join("");
  assert.ok(text.startsWith("… ") && text.endsWith(" …") && text.includes("Rufbus") && text.length < 200);
});

test("groups never push one of the three best down", () => {
  const [one, two] = [{ name: "x" }, { name: "y" }];
  const result = (kind) => ({ entry: { kind } });
  const results = [result(one), result(two), result(one), result(two)];
  const groups = grouped(results);
  assert.equal(groups[0].kind, undefined);
  assert.deepEqual(groups[0].results, results.slice(0, 3));
});
test("groups in the order of the results need no extra group", () => {
  const [one, two] = [{ name: "x" }, { name: "y" }];
  const results = [{ entry: { kind: one } }, { entry: { kind: two } }];
  assert.deepEqual(
    grouped(results).map(({ kind }) => kind),
    [one, two],
  );
});
