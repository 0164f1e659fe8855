/** A record as YAML, in the form of our data files; `library` is js-yaml. */

const SHORT = 100;
const LIKE_A_NUMBER = /^[-+.]?[0-9](?![0-9]{3}-[0-9]{2}$)\S*$/;
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Return a record as an item of a list, moved in by `indent` spaces. */
export function writeYaml(library, plan, record, indent = 0) {
  const day = library.timestampTag;
  const plainDay = library.defineScalarTag(day.tagName, { ...day, represent: (value) => value.toISOString().slice(0, 10) });
  const text = library.dump([ready(plan, record)], {
    schema: new library.Schema(library.YAML11_SCHEMA.tags.map((tag) => (tag === day ? plainDay : tag))),
    lineWidth: -1,
    noRefs: true,
    quoteStyle: "double",
    transform: (documents) => library.visit(documents, (node) => style(library, node)),
  });
  return text.replace(/^(?=.)/gm, " ".repeat(indent));
}

/** Put lists of ids into one line, and texts that look like numbers into quotation marks. */
function style(library, node) {
  if (node.kind === "scalar" && node.tag.endsWith(":str") && LIKE_A_NUMBER.test(node.value))
    node.style = library.SCALAR_STYLE.DOUBLE_QUOTED;
  if (node.kind !== "sequence") return;
  const words = node.items.map(({ kind, value }) => (kind === "scalar" ? value : " "));
  if (words.every((word) => ID.test(word)) && words.join(", ").length <= SHORT) node.style = library.COLLECTION_STYLE.FLOW;
}

/** Return a record with its fields in the order of the file, days as days, years as numbers, prose ending with its line. */
function ready(plan, part) {
  const found = plan.fields.filter(({ name }) => part[name] !== undefined && part[name] !== null);
  return Object.fromEntries(found.map(({ name, shape }) => [name, readyValue(shape, part[name])]));
}

function readyValue(shape, value) {
  if (shape.type === "part") return ready(shape.plan, value);
  if (shape.type === "list" && Array.isArray(value)) return value.map((item) => readyValue(shape.item, item));
  if (shape.type === "day" || shape.type === "partial-day") return readyDay(value);
  if (shape.year && /^[1-9][0-9]{3}$/.test(value)) return Number(value);
  if (shape.type === "text" && !shape.oneLine && typeof value === "string") return `${value.replace(/\s+$/u, "")}\n`;
  return value;
}

function readyDay(value) {
  if (/^[1-9][0-9]{3}$/.test(value)) return Number(value);
  const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(value) ? day : value;
}
