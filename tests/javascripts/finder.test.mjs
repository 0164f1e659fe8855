import assert from "node:assert/strict";
import { test } from "node:test";

import { judge, rank } from "../../docs/javascripts/participation/score.mjs";
import { noteBeside } from "../../docs/javascripts/terms/placing.mjs";
import { mondayOf, planWeeks } from "../../docs/javascripts/participation/week-plan.mjs";

const NOTHING = { purpose: "", audiences: [], people: null, weeks: null, setting: "", small: false };
const CAFE = {
  id: "cafe",
  purposes: ["ideen-sammeln"],
  audiences: ["alle"],
  min: 15,
  max: null,
  weeks: 6,
  setting: "analog",
  fit: "gut",
  effort: "mittel",
};
const COUNCIL = { ...CAFE, id: "rat", purposes: ["prioritaeten-setzen"], weeks: 20, fit: "kaum", effort: "hoch", max: 60 };
const names = (format, needs) => judge(format, { ...NOTHING, ...needs }).reasons.map(({ name }) => name);

test("a format that misses the purpose is not suggested", () => {
  assert.deepEqual(
    rank([CAFE, COUNCIL], { ...NOTHING, purpose: "prioritaeten-setzen" }).map(({ format }) => format.id),
    ["rat"],
  );
});

test("too little time and a small town put a long format behind a short one", () => {
  const both = [{ ...COUNCIL, purposes: CAFE.purposes }, CAFE];
  const found = rank(both, { ...NOTHING, purpose: "ideen-sammeln", weeks: 8, small: true });
  assert.deepEqual(found.map(({ format }) => format.id)[0], "cafe");
  assert.ok(found[0].points > (found[1]?.points ?? 0));
});

test("every answer gives its reason, silence gives none", () => {
  assert.deepEqual(names(CAFE, {}), []);
  assert.deepEqual(names(CAFE, { people: 8, weeks: 4, setting: "digital" }), ["people-few", "weeks-no", "setting-no"]);
  assert.deepEqual(names(COUNCIL, { people: 90, small: true }), ["people-many", "small-kaum", "effort-hoch"]);
  assert.deepEqual(names(CAFE, { audiences: ["aeltere"] }), ["audience-partly"]);
});

test("a format in both places fits either", () => {
  assert.deepEqual(names({ ...CAFE, setting: "hybrid" }, { setting: "digital" }), ["setting-yes"]);
});

test("the plan runs from the first week to the weeks after the event", () => {
  const tasks = [
    { at: 0, text: "Anfang" },
    { at: 0.5, text: "Mitte" },
    { at: 1, text: "Tag" },
    { after: 4, text: "Bericht" },
  ];
  assert.deepEqual(
    planWeeks(9, tasks).map(({ week }) => week),
    [1, 5, 9, 13],
  );
  assert.deepEqual(
    planWeeks(0, tasks).map(({ week, tasks: found }) => [week, found.length]),
    [
      [1, 3],
      [5, 1],
    ],
  );
});

test("weeks begin on Monday, also across the turn of the year", () => {
  assert.equal(mondayOf("2027-01-07", 0).toISOString().slice(0, 10), "2027-01-04");
  assert.equal(mondayOf("2027-01-07", -2).toISOString().slice(0, 10), "2026-12-21");
  assert.equal(mondayOf("2027-01-10", 0).toISOString().slice(0, 10), "2027-01-04");
});

test("a note stays inside the window", () => {
  const window = { width: 360, height: 640 };
  assert.deepEqual(noteBeside({ left: 300, top: 600, bottom: 620 }, { width: 340, height: 120 }, window), { left: 12, top: 472 });
  assert.deepEqual(noteBeside({ left: 20, top: 100, bottom: 120 }, { width: 300, height: 120 }, window), { left: 20, top: 128 });
});
