/**
 * The way from the mandate to the decision in calendar weeks: person-days of the phases against the hours that somebody has.
 * Pure functions; days are texts (JJJJ-MM-TT), effort is in person-days of eight hours, time in weeks.
 */

const DAY = 86_400_000;
export const HOURS_OF_A_DAY = 8;

const toTime = (day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time) => new Date(time).toISOString().slice(0, 10);
export const addDays = (day, count) => toDay(toTime(day) + count * DAY);
export const daysBetween = (from, to) => Math.round((toTime(to) - toTime(from)) / DAY);

/** Return the size class that the person-days of the phases are given for. */
export function sizeOf(form, inhabitants) {
  if (form === "landkreis") return "district";
  if (inhabitants < 5000) return "under_5000";
  return inhabitants <= 20_000 ? "to_20000" : "over_20000";
}

/** Return the day on which `work` person-days are done, begun on `from` with `hours` a week; days in `pauses` do not count. */
export function finish(from, work, hours, pauses = []) {
  const rested = (day) => pauses.some(({ from: first, to }) => day >= first && day <= to);
  const perDay = hours / HOURS_OF_A_DAY / 7;
  let day = from;
  let left = work;
  for (let count = 0; left > 1e-9 && count < 3660; count += 1) {
    if (!rested(day)) left -= perDay;
    if (left > 1e-9) day = addDays(day, 1);
  }
  return day;
}

/**
 * Return the route: for each phase `{ id, work, begins, ends }` with `work` the middle of its span, up to the phase in which is
 * decided, and the `decision`: the first session on or after the work is done, where sessions are known.
 */
export function route({ phases, size, hours, begin, pauses = [], sessions = [], untilPhase = 5, lean = false }) {
  let day = begin;
  const rows = phases.slice(0, untilPhase).map(({ id, effort }) => {
    const { low, high } = effort[size];
    const work = lean ? low : (low + high) / 2;
    const ends = finish(day, work, hours, pauses);
    const found = { id, work, begins: day, ends };
    day = addDays(ends, 1);
    return found;
  });
  const ready = rows.at(-1)?.ends ?? begin;
  const decision = [...sessions].sort().find((session) => session >= ready) ?? null;
  return {
    rows,
    ready,
    decision,
    work: rows.reduce((sum, row) => sum + row.work, 0),
    weeks: Math.ceil((daysBetween(begin, ready) + 1) / 7),
  };
}

/**
 * Return whether the wished day can be kept and what would help: `{ fits, late, hours, begin }`. `late` is in days, `hours` the
 * hours in a week that would be enough, `begin` the day on which one would have had to begin.
 */
export function backward(options, wished) {
  const planned = route(options);
  const late = Math.max(0, daysBetween(wished, planned.ready));
  if (!late) return { fits: true, late, lean: true, hours: options.hours, begin: options.begin };
  const enough = halfHours().find((hours) => route({ ...options, hours }).ready <= wished) ?? null;
  return {
    fits: false,
    late,
    lean: route({ ...options, lean: true }).ready <= wished,
    hours: enough,
    begin: addDays(options.begin, -late),
  };
}

const halfHours = () => Array.from({ length: 80 }, (_, step) => (step + 1) / 2);

/** Return the quarters „2027-1“ from the one of the first day to the one of the last. */
export function quarters(first, last) {
  const found = [];
  for (
    let [year, number] = quarterOf(first);
    `${year}-${number}` <= quarterOf(last).join("-") && found.length < 80;
    number === 4 ? ([year, number] = [year + 1, 1]) : number++
  ) {
    found.push(`${year}-${number}`);
  }
  return found;
}

const quarterOf = (day) => [Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3)];

/**
 * Spread the person-days of measures evenly over the quarters in which they run: `{ quarter, need, have, over, measures }`.
 * A measure is `{ id, days, begin, months }`; `have` are the person-days that the hours a week give in a quarter (13 weeks).
 */
export function capacity(measures, hours) {
  const known = measures.filter(({ days, begin, months }) => days > 0 && begin && months > 0);
  if (!known.length) return [];
  const ends = known.map(({ begin, months }) => addDays(begin, Math.max(0, Math.round(months * 30.44) - 1)));
  const first = known.map(({ begin }) => begin).sort()[0];
  const last = [...ends].sort().at(-1);
  const have = (hours * 13) / HOURS_OF_A_DAY;
  return quarters(first, last).map((quarter) => {
    const parts = known
      .map((measure, number) => ({ id: measure.id, days: share(measure, ends[number], quarter) }))
      .filter(({ days }) => days > 0);
    const need = parts.reduce((sum, { days }) => sum + days, 0);
    return { quarter, need, have, over: need > have + 1e-9, measures: parts };
  });
}

function share({ days, begin }, end, quarter) {
  const [year, number] = quarter.split("-").map(Number);
  const from = `${year}-${String(number * 3 - 2).padStart(2, "0")}-01`;
  const to = toDay(Date.UTC(year, number * 3, 0));
  const first = begin > from ? begin : from;
  const last = end < to ? end : to;
  return last < first ? 0 : (days * (daysBetween(first, last) + 1)) / (daysBetween(begin, end) + 1);
}
