/**
 * The rules of `kompass check` that can run in a browser; a test feeds both with the same cases.
 *
 * `check` returns findings `{ rule, path, values, subject, atKey, isAdvice }`; advice keeps nobody from handing something in. The context tells about the other records:
 * `today`, `known` (kind → set of ids, or null where not all are known), `taken` (ids, titles,
 * aliases, indicators of other records of the kind), `numbers` (all and taken ones of the group, or null), `offices` (mailboxes
 * that belong to no person), `style` (words and measures of the advice on wording).
 */

import { isPublicAddress } from "./address-rule.mjs";
import { hasPersonalData } from "./personal-rule.mjs";
import { checkPart } from "./shape-rules.mjs";
import { checkStyle } from "./style-rules.mjs";
import { TEXT_RULES } from "./text-rules.mjs";

const STAGE = { text: 1, shape: 2, meaning: 3, wording: 4 };

/** Return what is wrong with a record; of several causes at one place only those that explain the others. */
export function check(plan, record, context) {
  return settle([
    ...staged(STAGE.text, checkTexts(TEXT_RULES, record)),
    ...staged(STAGE.shape, checkPart(plan, record)),
    ...staged(STAGE.meaning, checkMeaning(plan, record, context)),
    ...staged(
      STAGE.meaning,
      checkTexts({ "persoenliche-angaben": (text) => hasPersonalData(text, context.offices) || undefined }, record),
    ),
    ...staged(STAGE.wording, checkStyle(plan, record, context.style)).map((finding) => ({ ...finding, isAdvice: true })),
  ]);
}

function staged(stage, findings) {
  return [...findings].map((finding) => ({ ...finding, stage }));
}

function settle(findings) {
  const place = ({ path, atKey, subject }) => JSON.stringify([path, Boolean(atKey), subject ?? ""]);
  const earliest = new Map();
  for (const finding of findings) earliest.set(place(finding), Math.min(finding.stage, earliest.get(place(finding)) ?? Infinity));
  return findings.filter((finding) => finding.stage === earliest.get(place(finding)));
}

function* checkTexts(rules, value, path = []) {
  if (typeof value === "string") {
    for (const [rule, find] of Object.entries(rules)) {
      const found = find(value);
      if (found !== undefined) yield { rule, path, values: { found } };
    }
  } else if (value && typeof value === "object") {
    const steps = Array.isArray(value) ? value.entries() : Object.entries(value);
    for (const [step, inner] of steps) yield* checkTexts(rules, inner, [...path, step]);
  }
}

function* checkMeaning(plan, record, context) {
  for (const { shape, value, path } of valuesIn(plan, record)) {
    const examine = MEANING[shape.type];
    if (examine) yield* examine(shape, value, path, context);
  }
  yield* checkIdentity(record, context);
  yield* checkNumber(record, context);
  yield* checkGroup(record);
  if (plan.name === "Example" && Array.isArray(record.districts) && !record.districts.length && record.body !== "land") {
    yield { rule: "kreis-fehlt", path: ["districts"], values: {} };
  }
}

/** Yield shape, value and path of everything that stands where the plan has a field. */
function* valuesIn(plan, holder, path = []) {
  if (typeof holder !== "object" || holder === null) return;
  for (const { name, shape } of plan.fields) {
    if (Object.hasOwn(holder, name)) yield* below(shape, holder[name], [...path, name]);
  }
}

function* below(shape, value, path) {
  yield { shape, value, path };
  if (shape.type === "part") yield* valuesIn(shape.plan, value, path);
  if (shape.type !== "list" || !Array.isArray(value)) return;
  for (const [number, item] of value.entries()) yield* below(shape.item, item, [...path, number]);
}

const MEANING = {
  *text(shape, value, path, { known }) {
    if (typeof value !== "string") return;
    if (shape.address && value.trim() && !isPublicAddress(value)) yield { rule: "unsichere-adresse", path, values: { value } };
    const ids = shape.reference && known[shape.reference];
    if (ids && !ids.has(value)) yield { rule: "unbekannter-verweis", path, values: { value } };
  },
  *list(shape, value, path) {
    if (!shape.item.reference || !Array.isArray(value)) return;
    for (const [number, id] of value.entries()) {
      if (typeof id === "string" && value.indexOf(id) < number)
        yield { rule: "doppelter-verweis", path: [...path, number], values: { value: id } };
    }
  },
  *"field-name"(shape, value, path) {
    if (typeof value === "string" && !shape.plan.fields.some(({ name }) => name === value)) {
      yield { rule: "einschaetzung-unbekanntes-feld", path, values: { value } };
    }
  },
  *part(shape, value, path) {
    if (shape.plan.name !== "Source" || typeof value !== "object" || value === null || Array.isArray(value)) return;
    if ((value.claim ?? null) !== null) return;
    const missing = ["title", "url"].filter((name) => (value[name] ?? null) === null);
    const labels = shape.plan.fields.filter(({ name }) => missing.includes(name)).map(({ label }) => label);
    if (missing.length) yield { rule: "quelle-unvollstaendig", path, values: { missing: labels.join(", ") } };
  },
  day: checkPast,
  "partial-day": checkPast,
};

function* checkPast(shape, value, path, { today }) {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(String(value));
  if (!shape.past || !match) return;
  const first = `${match[1]}-${match[2] ?? "01"}-${match[3] ?? "01"}`;
  if (first > today) yield { rule: "datum-in-zukunft", path, values: { value } };
}

function* checkIdentity(record, { taken, known, kind }) {
  if (taken.ids.has(record.id)) yield { rule: "doppelte-kennung", path: ["id"], values: { value: record.id } };
  const title = typeof record.title === "string" ? folded(record.title) : null;
  if (taken.titles.has(title) && !taken.ids.has(record.id))
    yield { rule: "doppelter-titel", path: ["title"], values: { value: record.title } };
  for (const [number, alias] of listOf(record.aliases).entries()) {
    if (typeof alias !== "string") continue;
    const isUsed =
      known[kind]?.has(alias) || taken.aliases.has(alias) || alias === record.id || record.aliases.indexOf(alias) < number;
    if (isUsed) yield { rule: "vergebener-alias", path: ["aliases", number], values: { value: alias } };
  }
  const seen = new Set(taken.indicators);
  for (const [number, indicator] of listOf(record.indicators).entries()) {
    if (typeof indicator?.id !== "string") continue;
    if (seen.has(indicator.id))
      yield { rule: "doppelte-kennung", path: ["indicators", number, "id"], values: { value: indicator.id } };
    seen.add(indicator.id);
  }
}

const listOf = (value) => (Array.isArray(value) ? value : []);

function* checkNumber(record, { numbers }) {
  if (!numbers || !Number.isInteger(record.order)) return;
  const value = record.order;
  if (numbers.taken.includes(value)) yield { rule: "nummerierung", path: ["order"], values: { value } };
  else if (value > 1 && !numbers.all.includes(value - 1)) yield { rule: "nummerierung", path: ["order"], values: { value } };
}

function* checkGroup({ group_min: least, group_max: most }) {
  if (Number.isInteger(least) && Number.isInteger(most) && least > most)
    yield { rule: "gruppe-verkehrt", path: ["group_min"], values: { low: least, high: most } };
}

/** Return a title as titles are compared: case does not matter. */
export const folded = (title) => title.trim().toLowerCase().replaceAll("ß", "ss");
