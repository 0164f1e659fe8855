import assert from "node:assert/strict";
import { test } from "node:test";

import { backward, capacity, daysBetween, finish, quarters, route, sizeOf } from "../../docs/javascripts/workspace/plan.mjs";
import { count, days, euros, hours, months, time } from "../../docs/javascripts/workspace/understand.mjs";

/** Check what a reader of a field makes of typed texts: a number, a pair [low, high], undefined for nothing, a name that asks back. */
function understands(read, cases) {
  for (const [typed, expected] of Object.entries(cases)) {
    const { value, low, question } = read(typed);
    assert.deepEqual(question ?? (low === undefined ? value : [low, value]), expected, `„${typed}“`);
  }
}

test("money is understood as German offices write it", () => {
  understands(euros, {
    "ca. 12.000 €": 12000,
    12000: 12000,
    "12.000,- €": 12000,
    "5 Tsd. Euro": 5000,
    "1,2 Mio": 1_200_000,
    "€ 500": 500,
    0: 0,
    "1 200": 1200,
    "": undefined,
    "10.000 – 15.000 €": [10000, 15000],
    "10.000 bis 15.000 Euro": [10000, 15000],
    "rund 3.500": 3500,
    "1.000.000 EUR": 1_000_000,
    "99,50 €": 99.5,
  });
});

test("money that is unclear, negative or out of bounds is asked back", () => {
  understands(euros, {
    "-5": "money-negative",
    "10^9": "money-unclear",
    10000000000: "money-huge",
    "=1+1": "money-unclear",
    "noch offen": "money-unclear",
    "\u{1F4B6}": "money-unclear",
    "1\t2\t3": "money-unclear",
  });
});

test("working time is understood in days, hours and weeks", () => {
  understands(days, {
    12: 12,
    "10 bis 15 Tage": [10, 15],
    "1,5 PT": 1.5,
    "16 Stunden": 2,
    "2 Std.": 0.25,
    "2 Wochen": 10,
    viel: "days-unclear",
    "-1": "days-negative",
    50000: "days-huge",
  });
  understands(hours, {
    4: 4,
    "4 Std.": 4,
    "8 h/Woche": 8,
    "4 Stunden in der Woche": 4,
    "ein halber Tag": 4,
    "eine halbe Stelle": 20,
    80: "hours-many",
    nebenbei: "hours-unclear",
  });
  understands(months, { 6: 6, "ein halbes Jahr": 6, "1,5 Jahre": 18, "6 bis 9 Monate": [6, 9], bald: "months-unclear" });
  understands(count, { "8.000": 8000, "ca. 8000 EW": 8000, "8000 Einwohner:innen": 8000, alle: "count-unclear" });
});

test("a time names its first and last day, however rough it is", () => {
  const cases = {
    "12.03.2027": ["2027-03-12", "2027-03-12"],
    "3.4.27": ["2027-04-03", "2027-04-03"],
    "5. Mai 2027": ["2027-05-05", "2027-05-05"],
    "2027-06-01": ["2027-06-01", "2027-06-01"],
    "03/2027": ["2027-03-01", "2027-03-31"],
    "Feb 2028": ["2028-02-01", "2028-02-29"],
    "Q3/27": ["2027-07-01", "2027-09-30"],
    "3. Quartal 2027": ["2027-07-01", "2027-09-30"],
    "2027-Q2": ["2027-04-01", "2027-06-30"],
    "1. Halbjahr 2027": ["2027-01-01", "2027-06-30"],
    "Mitte 2027": ["2027-05-01", "2027-08-31"],
    "bis Ende 2028": ["2028-10-01", "2028-12-31"],
    "ab Sommer 2027": ["2027-06-01", "2027-08-31"],
    2027: ["2027-01-01", "2027-12-31"],
  };
  for (const [typed, [value, last]] of Object.entries(cases)) assert.deepEqual(time(typed), { value, last }, `„${typed}“`);
});

test("a day that does not exist and a time without year are asked back", () => {
  understands(time, {
    "31.02.2027": "time-unclear",
    "nächstes Jahr": "time-unclear",
    "Q5/27": "time-unclear",
    "13/2027": "time-unclear",
    "": undefined,
  });
});

const PHASES = [4, 10, 6, 5, 8].map((high, number) => ({
  id: `p${number}`,
  effort: { to_20000: { low: high / 2, high }, under_5000: { low: 1, high: 1 } },
}));
const TOWN = { phases: PHASES, size: "to_20000", hours: 8, begin: "2027-01-04" };

test("the size class follows kind and number of people, at its borders too", () => {
  assert.deepEqual(
    [
      sizeOf("gemeinde", 4999),
      sizeOf("gemeinde", 5000),
      sizeOf("stadt", 20000),
      sizeOf("stadt", 20001),
      sizeOf("landkreis", 90000),
    ],
    ["under_5000", "to_20000", "to_20000", "over_20000", "district"],
  );
});

test("one day of work a week means a week for each person-day, pauses not counted", () => {
  assert.equal(finish("2027-01-04", 4, 8), "2027-01-31");
  assert.equal(finish("2027-01-04", 4, 8, [{ from: "2027-01-11", to: "2027-01-17" }]), "2027-02-07");
  assert.equal(finish("2027-01-04", 4, 4), "2027-02-28");
});

test("the route passes all phases to the first session after the work is done", () => {
  const found = route({ ...TOWN, sessions: ["2027-12-01", "2027-06-10", "2027-07-01"] });
  assert.deepEqual(
    found.rows.map(({ id }) => id),
    ["p0", "p1", "p2", "p3", "p4"],
  );
  assert.equal(found.work, 24.75);
  assert.equal(found.decision, "2027-07-01");
  assert.equal(found.weeks, 25);
  assert.equal(route(TOWN).decision, null);
});

test("a wish that cannot be kept tells by how much and what would be enough", () => {
  assert.equal(backward(TOWN, "2027-12-31").fits, true);
  const tight = backward(TOWN, "2027-05-15");
  assert.deepEqual([tight.fits, tight.lean, tight.hours], [false, true, 10.5]);
  assert.equal(daysBetween(tight.begin, TOWN.begin), tight.late);
  assert.equal(route({ ...TOWN, hours: tight.hours }).ready <= "2027-05-15", true);
  assert.equal(route({ ...TOWN, hours: tight.hours - 0.5 }).ready <= "2027-05-15", false);
});

test("quarters run over the turn of the year", () => {
  assert.deepEqual(quarters("2026-11-05", "2027-04-01"), ["2026-4", "2027-1", "2027-2"]);
});

test("person-days are spread over the quarters, their sum stays, and too much is told", () => {
  const rows = capacity(
    [
      { id: "a", days: 30, begin: "2027-01-01", months: 12 },
      { id: "b", days: 10, begin: "2027-04-01", months: 3 },
    ],
    8,
  );
  assert.deepEqual(
    rows.map(({ quarter }) => quarter),
    ["2027-1", "2027-2", "2027-3", "2027-4"],
  );
  assert.ok(Math.abs(rows.reduce((sum, { need }) => sum + need, 0) - 40) < 1e-9);
  assert.deepEqual(
    rows.map(({ over }) => over),
    [false, true, false, false],
  );
  assert.deepEqual(capacity([{ id: "a", days: 0, begin: "2027-01-01", months: 12 }], 8), []);
});
