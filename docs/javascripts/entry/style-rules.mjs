/** Advice on wording, as `kompass check` gives it: it never keeps anybody from handing something in. */

const WORD = /[\p{L}][\p{L}\p{N}_'-]*/gu;
const QUOTED = /„[^“”\n]*[“”]/gu;
const SENTENCE_END = /(?<=[.!?:])[“”)]*\s+(?=[A-ZÄÖÜ„0-9])|\n/u;

/** Yield advice on a record; `style` holds the words and measures of the rules and the fields whose words are not ours. */
export function* checkStyle(plan, record, style) {
  const passages = [...passagesIn(plan, record, style.names)];
  for (const rule of ["amtsdeutsch", "vages-wort"].filter((name) => style[name])) {
    for (const { path, text } of passages)
      yield* listedWords(
        rule,
        text.replace(QUOTED, (found) => " ".repeat(found.length)),
        path,
        style[rule],
      );
  }
  for (const { path, text } of passages) yield* longSentence(text, path, style["langer-satz"]?.words ?? Infinity);
  for (const [name, max] of Object.entries(style["langer-text"]?.characters ?? {})) {
    const count = typeof record[name] === "string" ? [...record[name]].length : 0;
    if (count > max) yield { rule: "langer-text", path: [name], values: { count, max } };
  }
}

function* listedWords(rule, text, path, { words, phrases = {} }) {
  for (const [found] of text.matchAll(WORD)) {
    const instead = words[found.toLowerCase()];
    if (instead !== undefined) yield { rule, path, values: { found, instead } };
  }
  for (const [phrase, instead] of Object.entries(phrases)) {
    const found = new RegExp(`(?<![\\p{L}\\p{N}_])${phrase}[\\p{L}\\p{N}_]*`, "iu").exec(text)?.[0];
    if (found) yield { rule, path, values: { found, instead } };
  }
}

function* longSentence(text, path, max) {
  const count = Math.max(...text.split(SENTENCE_END).map((sentence) => sentence.split(" ").length));
  if (count > max) yield { rule: "langer-satz", path, values: { count, max } };
}

/** Yield the texts that editors write: titles, lines and prose, without names, sources and controlled words. */
function* passagesIn(plan, holder, names, path = []) {
  for (const { name, shape } of plan.fields) {
    if (!names.includes(name) && Object.hasOwn(holder, name)) yield* below(shape, holder[name], names, [...path, name]);
  }
}

function* below(shape, value, names, path) {
  if (shape.type === "part" && value && typeof value === "object" && !Array.isArray(value))
    yield* passagesIn(shape.plan, value, names, path);
  if (shape.type === "list" && Array.isArray(value)) {
    for (const [number, item] of value.entries()) yield* below(shape.item, item, names, [...path, number]);
  }
  const isWritten =
    shape.type === "text" && !shape.address && !shape.reference && (!shape.pattern || shape.pattern.startsWith("^\\S"));
  if (isWritten && typeof value === "string") yield { path, text: value };
}
