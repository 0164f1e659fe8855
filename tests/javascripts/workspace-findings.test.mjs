import assert from "node:assert/strict";
import { test } from "node:test";

import { missing, stateOf } from "../../docs/javascripts/workspace/completeness.mjs";
import { findAll, FINDINGS } from "../../docs/javascripts/workspace/findings.mjs";
import { createWorkspace, put } from "../../docs/javascripts/workspace/state.mjs";

const WHOLE = {
  title: "Rufbus",
  action_field: "mobilitaet",
  owner: "Hauptamt",
  begin: "Q1/27",
  months: "9",
  cost_once: "12.000",
  cost_yearly: "3.000",
  person_days: "10",
  small_version: "Ein Fahrtag",
};
const GOAL = { title: "Alle kommen weg", action_field: "mobilitaet", indicator: "Fahrten", target: "100", until: "2028" };
const PHASES = Array.from({ length: 5 }, (_, number) => ({ id: `p${number}`, effort: { to_20000: { low: 5, high: 10 } } }));

/** A workspace in which nothing is to be found. */
function sound() {
  const entries = [
    ["start", "start", { hours: "8", begin: "2026-01-05", decision: "Dezember 2026", size: "to_20000" }],
    ["field", "mobilitaet", { chosen: true }],
    ["goal", "g1", GOAL],
    ["measure", "m1", WHOLE],
    ["involvement", "b1", { format: "Einwohnerversammlung", answer: "Amtsblatt im Mai" }],
    ["paper", "bericht", { text: "Im März jedes Jahres" }],
    ["paper", "leitbild", { text: "Alle kommen überall hin." }],
  ];
  return entries.reduce(
    (state, [kind, id, values]) => put(state, kind, id, values, () => "2026-11-28T10:00:00Z"),
    createWorkspace(),
  );
}

const change = (kind, id, values) => put(sound(), kind, id, values);

/** For each finding a change of the sound workspace that brings it about. */
const BROKEN = {
  "mehr-tage-als-stunden": change("measure", "m1", { person_days: "200", months: "3" }),
  "massnahme-ohne-zustaendige": change("measure", "m1", { owner: " " }),
  "massnahme-ohne-geld": change("measure", "m1", { cost_once: "", cost_yearly: "" }),
  "betrieb-nach-foerderung-offen": change("measure", "m1", { funded: "10.000 €", cost_yearly: "" }),
  "ziel-ohne-messgroesse": change("goal", "g1", { indicator: "" }),
  "ziel-ohne-zielwert": change("goal", "g1", { until: "" }),
  "feld-ohne-ziel": change("field", "energie", { chosen: true }),
  "massnahme-ohne-ziel": change("measure", "m1", { action_field: "energie" }),
  "zu-viele-massnahmen": Array.from({ length: 9 }, (_, number) => number).reduce(
    (state, number) => put(state, "measure", `n${number}`, { ...WHOLE, person_days: "1" }),
    sound(),
  ),
  "kein-schneller-anfang": change("measure", "m1", { begin: "2029" }),
  "massnahme-ohne-zeit": change("measure", "m1", { months: "" }),
  "kleinste-fassung-fehlt": change("measure", "m1", { small_version: "" }),
  "beteiligung-ohne-antwort": change("involvement", "b1", { answer: "" }),
  "kein-bericht": change("paper", "bericht", { text: "" }),
  "beschluss-vor-fertigstellung": put(change("start", "start", { decision: "01.02.2026" }), "measure", "m1", { begin: "Q2/26" }),
  "leitbild-fehlt": change("paper", "leitbild", { text: "" }),
};

test("a sound paper gives no finding, an empty one neither", () => {
  assert.deepEqual(findAll(sound(), PHASES), []);
  assert.deepEqual(findAll(createWorkspace(), PHASES), []);
});

test("each finding is found where it was made, and nothing else with it", () => {
  assert.deepEqual(Object.keys(BROKEN), FINDINGS);
  for (const [id, workspace] of Object.entries(BROKEN))
    assert.deepEqual([...new Set(findAll(workspace, PHASES).map((found) => found.id))], [id]);
});

test("completeness counts the seven fields a decision needs", () => {
  assert.deepEqual(missing({ ...WHOLE, goal: "x" }), []);
  assert.deepEqual(["whole", "nearly", "begun", "empty"], [{ ...WHOLE, goal: "x" }, WHOLE, { title: "a" }, {}].map(stateOf));
});
