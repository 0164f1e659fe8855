/**
 * Ranks participation formats by what the reader needs, with the reasons. Pure functions.
 *
 * A format is {id, purposes, audiences, min, max or null, weeks, setting, fit, effort}; needs are {purpose, audiences,
 * people, weeks, setting, small}, empty or null where nothing was said. The weights are the editors' assessment.
 */

const WEIGHTS = { purpose: 40, audience: 20, people: 15, weeks: 15, setting: 10, small: 15, effort: 3 };
const FIT = { gut: 1, bedingt: 0.3, kaum: -0.7 };
const EFFORT = { gering: 1, mittel: 0, hoch: -1 };

/** Return the suggestions, best first: {format, points, reasons}; formats that miss the purpose are left out. */
export function rank(formats, needs) {
  return formats
    .filter((format) => !needs.purpose || format.purposes.includes(needs.purpose))
    .map((format) => judge(format, needs))
    .filter(({ points }) => points > 0)
    .sort(
      (one, other) =>
        other.points - one.points || one.format.weeks - other.format.weeks || one.format.id.localeCompare(other.format.id),
    );
}

/** Return one format with its points and the reasons for and against it: {name, good, values}. */
export function judge(format, needs) {
  const judged = [
    purpose(format, needs),
    ...audience(format, needs),
    people(format, needs),
    weeks(format, needs),
    setting(format, needs),
    small(format, needs),
    { name: `effort-${format.effort}`, share: EFFORT[format.effort], weight: WEIGHTS.effort },
  ].filter(Boolean);
  const points = judged.reduce((sum, { share, weight }) => sum + share * weight, 0);
  const reasons = judged.map(({ name, share, values = {} }) => ({ name, good: share > 0, values }));
  return { format, points, reasons: reasons.filter(({ name }) => name !== "effort-mittel") };
}

function purpose(format, { purpose: wanted }) {
  return wanted && { name: "purpose", share: 1, weight: WEIGHTS.purpose, values: { purpose: wanted } };
}

/** A format for everybody reaches a special group half as well as one made for it. */
function audience(format, { audiences }) {
  const reached = audiences.filter((group) => format.audiences.includes(group));
  const partly = format.audiences.includes("alle") ? audiences.filter((group) => !reached.includes(group)) : [];
  const missed = audiences.filter((group) => !reached.includes(group) && !partly.includes(group));
  const weight = WEIGHTS.audience / Math.max(1, audiences.length);
  return [
    reached.length && { name: "audience-yes", share: reached.length, weight, values: { audiences: reached } },
    partly.length && { name: "audience-partly", share: partly.length / 2, weight, values: { audiences: partly } },
    missed.length && { name: "audience-no", share: -missed.length / 2, weight, values: { audiences: missed } },
  ];
}

function people(format, { people: number }) {
  if (!number) return null;
  const values = { people: number, min: format.min, max: format.max };
  if (number < format.min) return { name: "people-few", share: number / format.min - 1, weight: WEIGHTS.people, values };
  if (format.max && number > format.max) return { name: "people-many", share: -0.5, weight: WEIGHTS.people, values };
  return { name: "people-yes", share: 1, weight: WEIGHTS.people, values };
}

function weeks(format, { weeks: number }) {
  if (!number) return null;
  const enough = format.weeks <= number;
  const share = enough ? 1 : Math.max(-2, 1 - format.weeks / number);
  return { name: enough ? "weeks-yes" : "weeks-no", share, weight: WEIGHTS.weeks, values: { weeks: format.weeks } };
}

function setting(format, { setting: wanted }) {
  if (!wanted) return null;
  const fits = format.setting === wanted || format.setting === "hybrid";
  return {
    name: fits ? "setting-yes" : "setting-no",
    share: fits ? 1 : -1,
    weight: WEIGHTS.setting,
    values: { setting: format.setting },
  };
}

function small(format, needs) {
  return needs.small && { name: `small-${format.fit}`, share: FIT[format.fit], weight: WEIGHTS.small };
}
