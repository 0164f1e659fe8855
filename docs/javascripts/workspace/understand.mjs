/**
 * What people type into fields for money, days, months and dates, understood where it is clear. Pure functions.
 *
 * Each returns `{ value }`, `{}` for an empty text or `{ question }`, the name of a sentence that asks back. Texts stay as typed.
 */

const ABOUT = /\b(?:ca|circa|etwa|rund|ungefähr|zirka|um die|knapp|gut|höchstens|maximal|max|mindestens|mind|bis zu)\b\.?|[~≈]/gi;
const NUMBER = /^([+-]?)(\d{1,3}(?:[.\s'’]\d{3})+|\d+)(?:,(\d+))?$/;
const FACTORS = { t: 1e3, tsd: 1e3, tausend: 1e3, k: 1e3, mio: 1e6, million: 1e6, millionen: 1e6, m: 1e6 };
const LARGEST = 1e9;

/** Return the number of a text with German marks: 12.000 is twelve thousand, 12,5 twelve and a half. */
function numberOf(text) {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, whole, part] = match;
  return Number(`${sign}${whole.replace(/[.\s'’]/g, "")}.${part ?? 0}`);
}

/** Understand euros: „ca. 12.000 €“, „5 Tsd. Euro“, „1,2 Mio“; a span gives its upper end as `value` and `low`. */
export function euros(typed) {
  return amount(typed, /\s*(?:€|euros?\b|eur\b)/gi, {
    most: LARGEST,
    huge: "money-huge",
    unclear: "money-unclear",
    negative: "money-negative",
  });
}

/** Understand person-days: „12“, „10 bis 15 Tage“, „1,5 PT“, „16 Stunden“ (eight hours make a day), „2 Wochen“. */
export function days(typed) {
  const hours = /^(.*?)\s*(?:std|stunden?|h)\.?$/i.exec(typed.trim());
  if (hours) return scaled(amount(hours[1], /$^/g, DAYS), 1 / 8);
  const weeks = /^(.*?)\s*(?:wochen?|kw)\.?$/i.exec(typed.trim());
  if (weeks) return scaled(amount(weeks[1], /$^/g, DAYS), 5);
  return amount(typed, /\s*(?:personentage?n?|arbeitstage?n?|tage?n?|pt|d)\b\.?/gi, DAYS);
}

const DAYS = { most: 20_000, huge: "days-huge", unclear: "days-unclear", negative: "days-negative" };

/** Understand hours in a week: „4“, „4 Std.“, „ein halber Tag“, „8 h/Woche“. */
export function hours(typed) {
  const text = typed.replace(/\s*(?:(?:in|je|pro)\s+(?:der\s+)?woche|\/\s*woche|wöchentlich)\s*$/i, "");
  const spoken = {
    "ein halber tag": 4,
    "halber tag": 4,
    "ein tag": 8,
    "zwei tage": 16,
    "halbe stelle": 20,
    "eine halbe stelle": 20,
    "ganze stelle": 40,
  }[text.trim().toLowerCase()];
  if (spoken) return { value: spoken };
  return amount(text, /\s*(?:std|stunden?|h)\b\.?/gi, {
    most: 60,
    huge: "hours-many",
    unclear: "hours-unclear",
    negative: "hours-unclear",
  });
}

/** Understand a whole count, as of people: „8.000“, „ca. 8000 EW“. */
export function count(typed) {
  return amount(typed, /\s*(?:einwohner(?::?innen|\*innen)?|ew|menschen|personen)\b\.?/gi, {
    most: 5e6,
    huge: "count-unclear",
    unclear: "count-unclear",
    negative: "count-unclear",
  });
}

/** Understand a number of months: „6“, „ein halbes Jahr“, „1,5 Jahre“, „6 Monate“. */
export function months(typed) {
  const text = typed.trim().toLowerCase();
  if (/^(?:ein )?halbes jahr$/.test(text)) return { value: 6 };
  if (/^ein jahr$/.test(text)) return { value: 12 };
  const years = /^(.*?)\s*jahre?n?$/.exec(text);
  const limits = { most: 240, huge: "months-unclear", unclear: "months-unclear", negative: "months-unclear" };
  return years ? scaled(amount(years[1], /$^/g, limits), 12) : amount(text, /\s*(?:monate?n?|mon)\b\.?/gi, limits);
}

const scaled = (found, factor) =>
  "value" in found ? { ...found, value: found.value * factor, ...("low" in found && { low: found.low * factor }) } : found;

function amount(typed, unit, { most, huge, unclear, negative }) {
  const text = typed
    .replace(ABOUT, " ")
    .replace(unit, " ")
    .replace(/,\s*[-–—]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (!text) return typed.trim() ? { question: unclear } : {};
  const ends = text.split(/\s*(?:–|—|\bbis\b|(?<=\d)\s*-\s*(?=\d))\s*/).map(single);
  if (ends.length > 2 || ends.some((end) => end === undefined)) return { question: unclear };
  if (ends.some((end) => end < 0)) return { question: negative };
  const value = Math.max(...ends);
  if (value > most) return { question: huge };
  return ends.length === 2 ? { value, low: Math.min(...ends) } : { value };
}

function single(text) {
  const match = /^(.*?\d)\s*([a-zäöü]+)?\.?$/i.exec(text.trim());
  if (!match) return undefined;
  const factor = match[2] === undefined ? 1 : FACTORS[match[2].toLowerCase()];
  const number = numberOf(match[1].trim());
  return factor === undefined || number === undefined ? undefined : number * factor;
}

const MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split(" ");
const SHORT = {
  jan: 1,
  feb: 2,
  mär: 3,
  mrz: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  dez: 12,
  jänner: 1,
};

/**
 * Understand a time: „12.03.2027“, „03/2027“, „März 2027“, „Q3/27“, „3. Quartal 2027“, „Mitte 2027“, „Ende 2028“, „2027“.
 * `value` is the first day (JJJJ-MM-TT), `last` the last day of what was named.
 */
export function time(typed) {
  const text = typed.replace(ABOUT, " ").replace(/\s+/g, " ").trim().toLowerCase().replace(BEFORE, "");
  if (!text) return typed.trim() ? { question: "time-unclear" } : {};
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    const found = match && read(match);
    if (found) return found;
  }
  return { question: "time-unclear" };
}

const BEFORE = /^(?:(?:ab|bis|im|in|am|zum|zur|vor|nach|seit|spätestens) )+/;
const yearOf = (text) => (text.length === 2 ? 2000 + Number(text) : Number(text));
const two = (number) => String(number).padStart(2, "0");
const lastDay = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A span of whole months, both ends included; undefined where there are no such months. */
function span(year, first, last = first) {
  if (first < 1 || last > 12 || year < 2000 || year > 2099) return undefined;
  return { value: `${year}-${two(first)}-01`, last: `${year}-${two(last)}-${two(lastDay(year, last))}` };
}

function oneDay(year, month, day) {
  if (month < 1 || month > 12 || day < 1 || year < 2000 || year > 2099 || day > lastDay(year, month)) return undefined;
  const value = `${year}-${two(month)}-${two(day)}`;
  return { value, last: value };
}

const monthOf = (name) => MONTHS.indexOf(name) + 1 || SHORT[name.replace(".", "")] || 0;
const quarter = (year, number) => span(year, number * 3 - 2, number * 3);

const PARTS = {
  anfang: [1, 3],
  frühjahr: [3, 5],
  frühling: [3, 5],
  mitte: [5, 8],
  sommer: [6, 8],
  herbst: [9, 11],
  ende: [10, 12],
};

const FORMS = [
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([, year, month, day]) => oneDay(Number(year), Number(month), Number(day))],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})$/, ([, day, month, year]) => oneDay(yearOf(year), Number(month), Number(day))],
  [/^(\d{1,2})\. ?([a-zä]+)\.? (\d{4})$/, ([, day, month, year]) => oneDay(Number(year), monthOf(month), Number(day))],
  [/^(\d{4})-(\d{2})$/, ([, year, month]) => span(Number(year), Number(month))],
  [/^(\d{1,2})[./] ?(\d{4})$/, ([, month, year]) => span(Number(year), Number(month))],
  [
    /^([a-zä]+)\.? (\d{4}|\d{2})$/,
    ([, name, year]) =>
      PARTS[name] ? span(yearOf(year), ...PARTS[name]) : monthOf(name) ? span(yearOf(year), monthOf(name)) : undefined,
  ],
  [/^(?:q|quartal )([1-4])[ ./-]*(\d{4}|\d{2})$/, ([, number, year]) => quarter(yearOf(year), Number(number))],
  [/^([1-4])\.? ?(?:q|quartal)\.?[ /-]*(\d{4}|\d{2})$/, ([, number, year]) => quarter(yearOf(year), Number(number))],
  [/^(\d{4})[ ./-]*q([1-4])$/, ([, year, number]) => quarter(Number(year), Number(number))],
  [
    /^([12])\. ?(?:halbjahr|hj\.?) ?(\d{4}|\d{2})$/,
    ([, half, year]) => span(yearOf(year), half === "1" ? 1 : 7, half === "1" ? 6 : 12),
  ],
  [/^(\d{4})$/, ([, year]) => span(Number(year), 1, 12)],
];
