import assert from "node:assert/strict";
import { test } from "node:test";

import { countValues, matching, ordered, readChoices } from "../../docs/javascripts/lists/facets.mjs";

const ROWS = [
  { id: "rufbus", facets: { feld: ["mobilitaet"], status: ["laufend"] }, cells: ["Rufbus für Dörfer", 2021] },
  { id: "licht", facets: { feld: ["energie", "mobilitaet"], status: ["laufend"] }, cells: ["Straßenlicht", null] },
  { id: "solar", facets: { feld: ["energie"], status: ["geplant"] }, cells: ["Ärzte unter Solardach", 2019] },
];
const choose = (query) => readChoices(new URLSearchParams(query), ["feld", "status"]);
const ids = (rows) => rows.map(({ id }) => id);

test("values inside a facet are alternatives, facets must all fit", () => {
  assert.deepEqual(ids(matching(ROWS, choose("feld=mobilitaet&feld=energie"))), ["rufbus", "licht", "solar"]);
  assert.deepEqual(ids(matching(ROWS, choose("feld=energie&status=laufend"))), ["licht"]);
});

test("text finds words without umlauts and endings, and every word must fit", () => {
  assert.deepEqual(ids(matching(ROWS, choose("q=strassenlichter"))), ["licht"]);
  assert.deepEqual(ids(matching(ROWS, choose("q=Rufbusse Dorf"))), ["rufbus"]);
  assert.deepEqual(ids(matching(ROWS, choose("q=Rufbus Solardach"))), []);
});

test("counts of a facet ignore its own choices but not those of the others", () => {
  assert.deepEqual([...countValues(ROWS, choose("feld=energie&status=laufend"), "feld")].sort(), [
    ["energie", 1],
    ["mobilitaet", 2],
  ]);
});

test("names and values that no facet has change nothing or find nothing, but never break", () => {
  assert.equal(matching(ROWS, choose("unbekannt=1")).length, 3);
  assert.equal(matching(ROWS, choose("feld=gibt-es-nicht")).length, 0);
});

test("German order puts Ä beside A, numbers by size, missing values last", () => {
  assert.deepEqual(ids(ordered(ROWS, 0)), ["solar", "rufbus", "licht"]);
  assert.deepEqual(ids(ordered(ROWS, 1)), ["solar", "rufbus", "licht"]);
  assert.deepEqual(ids(ordered(ROWS, 1, true)), ["rufbus", "solar", "licht"]);
});
