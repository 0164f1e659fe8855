/**
 * What the JSON Schema demands of a value, told with the names of the rules of `kompass check`.
 *
 * A finding is `{ rule, path, values, subject, atKey }`: `path` leads to the value, `values` fill the sentence about it.
 */

const TEXT = "Text";
const blank = (text) => /^\p{White_Space}*$/u.test(text);
const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const lengthOf = (text) => [...text].length;

/** Yield what is wrong with a record or part of which `plan` tells the fields. */
export function* checkPart(plan, value, path = []) {
  const before = path.length;
  let clean = true;
  for (const field of plan.fields) {
    for (const finding of checkField(field, value, [...path.slice(0, before), field.name])) {
      clean = false;
      yield finding;
    }
  }
  const known = new Set(plan.fields.map(({ name }) => name));
  for (const name of Object.keys(value)) {
    if (!known.has(name)) {
      clean = false;
      yield { rule: "unbekanntes-feld", path: [...path, name], values: { name }, atKey: true };
    }
  }
  if (clean && plan.span && value[plan.span[0]] > value[plan.span[1]]) {
    yield { rule: "spanne-verkehrt", path, values: { low: value[plan.span[0]], high: value[plan.span[1]] } };
  }
  if (clean && plan.oneOf && plan.oneOf.filter((name) => (value[name] ?? null) !== null).length !== 1) {
    yield { rule: "nicht-genau-eines", path, values: { names: plan.oneOf.join(", ") } };
  }
}

function* checkField(field, holder, path) {
  if (!Object.hasOwn(holder, field.name)) {
    const rule = field.name === "sources" ? "ohne-quelle" : "fehlendes-feld";
    if (field.required) yield { rule, path: path.slice(0, -1), values: { label: field.label }, subject: field.name };
    return;
  }
  const value = holder[field.name];
  if (value === null && field.optional) return;
  yield* checkValue(field.shape, value, path);
}

function* checkValue(shape, value, path) {
  if (value === null) return yield empty(path);
  yield* CHECKS[shape.type](shape, value, path);
}

const empty = (path) => ({ rule: path.length === 1 && path[0] === "sources" ? "ohne-quelle" : "leerer-text", path, values: {} });
const wrongType = (path, expected) => ({ rule: "falscher-typ", path, values: { expected } });

const CHECKS = {
  *part(shape, value, path) {
    if (isPart(value)) yield* checkPart(shape.plan, value, path);
    else yield wrongType(path, "part");
  },
  *list(shape, value, path) {
    if (!Array.isArray(value)) return yield wrongType(path, "list");
    for (const [number, item] of value.entries()) yield* checkValue(shape.item, item, [...path, number]);
    if (value.length < shape.min || value.length > (shape.max ?? Infinity)) {
      const rule = path.at(-1) === "sources" ? "ohne-quelle" : "listenlaenge";
      yield { rule, path, values: { count: value.length, min: shape.min, max: shape.max ?? "" } };
    }
  },
  *choice(shape, value, path) {
    if (typeof value === "object") yield wrongType(path, TEXT);
    else if (shape.words.some(([word]) => word === value)) return;
    else if (blank(String(value))) yield empty(path);
    else yield { rule: "unbekanntes-wort", path, values: { value } };
  },
  *number(shape, value, path) {
    if (!Number.isInteger(value)) return yield wrongType(path, "number");
    const { min = -Infinity, max = Infinity } = shape;
    if (value < min || value > max) yield { rule: "zahl-ausserhalb", path, values: { value, min, max } };
  },
  *flag(shape, value, path) {
    if (typeof value !== "boolean") yield wrongType(path, "flag");
  },
  *day(shape, value, path) {
    if (typeof value !== "string") yield { rule: "datumsform", path, values: { value } };
    else yield* checkDay(/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/, value, path);
  },
  *"partial-day"(shape, value, path) {
    const text = Number.isInteger(value) ? String(value) : value;
    if (typeof text !== "string") yield wrongType(path, TEXT);
    else yield* checkDay(/^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/, text, path);
  },
  *"field-name"(shape, value, path) {
    if (typeof value !== "string") yield wrongType(path, TEXT);
  },
  *text(shape, value, path) {
    const text = shape.year && Number.isInteger(value) ? String(value) : value;
    if (typeof text !== "string") return yield wrongType(path, TEXT);
    const length = lengthOf(text);
    if (shape.max !== undefined && length > shape.max)
      return yield { rule: "text-zu-lang", path, values: { count: length, max: shape.max } };
    if (length < shape.min)
      return yield blank(text) ? empty(path) : { rule: "text-zu-kurz", path, values: { count: length, min: shape.min } };
    if (shape.pattern && !patternOf(shape.pattern).test(text)) yield wrongForm(shape, text, path);
  },
};

/** The engine behind `kompass check` reads \S and \d by Unicode. */
const patternOf = (pattern) => new RegExp(pattern.replaceAll("\\S", "\\P{White_Space}").replaceAll("\\d", "\\p{Nd}"), "u");

function wrongForm(shape, text, path) {
  if (blank(text)) return empty(path);
  if (shape.pattern.startsWith("^[a-z]")) return { rule: "kennung-form", path, values: { value: text } };
  if (!shape.pattern.startsWith("^\\S")) return { rule: "falsche-form", path, values: { value: text } };
  return { rule: text.includes("\n") ? "zeilenumbruch" : "leerzeichen-am-rand", path, values: {} };
}

function* checkDay(form, text, path) {
  if (blank(text)) return yield empty(path);
  const german = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(text.trim());
  if (german && !exists(german[3], german[2], german[1]))
    return yield { rule: "unmoegliches-datum", path, values: { value: text } };
  const match = form.exec(text);
  if (!match) yield { rule: "datumsform", path, values: { value: text } };
  else if (!exists(match[1], match[2] ?? 1, match[3] ?? 1)) yield { rule: "unmoegliches-datum", path, values: { value: text } };
}

function exists(year, month, day) {
  const found = new Date(0);
  found.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return Number(year) > 0 && found.getUTCMonth() === Number(month) - 1 && found.getUTCDate() === Number(day);
}
