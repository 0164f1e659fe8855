/** What a record is made of, read from the JSON Schema: its fields in the order of the file, each with name, help and shape. */

/** Return the plan of a record or part: `{ name, fields, span, oneOf }`; `holder` is the plan of the record or part around it. */
export function planOf(definitions, name, holder) {
  const definition = definitions[name];
  const required = new Set(definition.required);
  const plan = { name, span: definition["x-spanne"], oneOf: definition["x-genau-eines"], holder };
  plan.fields = Object.entries(definition.properties).map(([field, schema]) => ({
    name: field,
    label: schema.title ?? field,
    help: helpOf(schema),
    example: schema.examples?.[0],
    required: required.has(field),
    optional: isNullable(schema),
    shape: shapeOf(definitions, schema, plan),
  }));
  return plan;
}

/** Tell whether a form can be built for a record: every field has a shape that we know. */
export function isBuildable(definitions, name) {
  const known = ({ shape }) =>
    shape.type === "list"
      ? known({ shape: shape.item })
      : shape.type === "part"
        ? shape.plan.fields.every(known)
        : shape.type !== "unknown";
  return planOf(definitions, name).fields.every(known);
}

/** What the description says beyond the name, without marks for code. */
function helpOf({ title, description = "" }) {
  const help = description.replace(/`([^`]+)`/g, "„$1“");
  return help === `${title}.` ? "" : help;
}

const isNullable = (schema) => Boolean(schema.anyOf?.some(({ type }) => type === "null"));

function shapeOf(definitions, schema, plan) {
  const inner = schema.anyOf?.find(({ type }) => type !== "null");
  if (inner) return shapeOf(definitions, { ...inner, "x-felder": schema["x-felder"] }, plan);
  if (schema.enum || "const" in schema)
    return { type: "choice", words: (schema.enum ?? [schema.const]).map((word) => [word, word]) };
  if (schema.$ref) return referredShape(definitions, schema.$ref.split("/").at(-1), plan);
  if (Array.isArray(schema.type)) return yearShape(schema);
  if (schema.type === "array") return listShape(definitions, schema, plan);
  if (schema.type === "integer") return { type: "number", min: schema.minimum, max: schema.maximum };
  if (schema.type === "boolean") return { type: "flag" };
  if (schema.type !== "string") return { type: "unknown" };
  return schema.format === "date" ? { type: "day", past: schema["x-vergangen"] } : textShape(schema);
}

function referredShape(definitions, name, holder) {
  const definition = definitions[name];
  if (definition.enum)
    return { type: "choice", words: definition.enum.map((word) => [word, definition["x-labels"]?.[word] ?? word]) };
  return { type: "part", plan: planOf(definitions, name, holder) };
}

/** A text that may stand there as a bare year: a date, or a line. */
function yearShape(schema) {
  if (schema.type.join() !== "string,integer") return { type: "unknown" };
  if (schema.pattern?.startsWith("^([0-9]{4})")) return { type: "partial-day", past: schema["x-vergangen"] };
  return { ...textShape(schema), year: true };
}

function listShape(definitions, schema, plan) {
  const item = schema["x-felder"] ? { type: "field-name", plan: plan.holder } : shapeOf(definitions, schema.items, plan);
  return { type: "list", min: schema.minItems ?? 0, max: schema.maxItems, item };
}

function textShape(schema) {
  const { minLength: min = 0, maxLength: max, pattern } = schema;
  const oneLine = Boolean(pattern) || schema.format === "uri";
  return { type: "text", min, max, pattern, oneLine, address: schema.format === "uri", reference: schema["x-verweis"] };
}
