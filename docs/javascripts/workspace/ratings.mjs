/** Answers of the self-check: who said what, how far they lie apart, where the largest gaps are. Never an average. Pure functions. */

import { all } from "./state.mjs";

/** The id of an answer names statement, role and year, so that answers of several people can be merged. */
export const ratingId = (statement, role, year) => `${statement}-${slug(role)}-${year}`;

const FOLDED = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter])
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "") || "ohne-rolle";

/** Return the answers of one year by statement: `{ statement, answers: [{ role, level }], low, high, target, gap, spread }`. */
export function summarize(workspace, year) {
  const found = new Map();
  for (const { statement, role, level, target, year: of } of all(workspace, "rating")) {
    if (of !== year || !(level || target)) continue;
    if (!found.has(statement)) found.set(statement, { statement, answers: [], targets: [] });
    const row = found.get(statement);
    if (level) row.answers.push({ role, level: Number(level) });
    if (target) row.targets.push(Number(target));
  }
  return [...found.values()].map(({ statement, answers, targets }) => {
    const levels = answers.map(({ level }) => level);
    const low = levels.length ? Math.min(...levels) : null;
    const high = levels.length ? Math.max(...levels) : null;
    const target = targets.length ? Math.max(...targets) : null;
    return {
      statement,
      answers,
      low,
      high,
      target,
      gap: target !== null && low !== null ? target - low : 0,
      spread: low === null ? 0 : high - low,
    };
  });
}

/** Return the rows in the order in which to talk about them: gap, then spread, then the lowest answer. */
export const byGap = (rows) =>
  rows
    .filter(({ answers }) => answers.length)
    .sort((one, other) => other.gap - one.gap || other.spread - one.spread || one.low - other.low);

/** Return the years for which there are answers, the latest first. */
export const years = (workspace) =>
  [...new Set(all(workspace, "rating").map(({ year }) => year))].filter(Boolean).sort().reverse();

/** Return lowest and highest answer of each subject, in the order given: `{ subject, low, high }`; null where nobody answered. */
export function bySubject(rows, subjects) {
  return [...new Set(Object.values(subjects))].map((subject) => {
    const own = rows.filter(({ statement, low }) => subjects[statement] === subject && low !== null);
    return {
      subject,
      low: own.length ? Math.min(...own.map(({ low }) => low)) : null,
      high: own.length ? Math.max(...own.map(({ high }) => high)) : null,
    };
  });
}
