/**
 * The fields of the entry form, built from the plan of a record: each shows a value, reads it back and finds the element at a path.
 *
 * All markup comes from the templates of the page; `page` gives copies of them, options for references, and fresh ids.
 */

import { part } from "../page.mjs";

/** Return the field for a plan's field; `holder` is the plan of the record or part that it belongs to. */
export function makeField(page, field) {
  const { shape } = field;
  if (shape.type === "part") return new PartField(page, field);
  if (shape.type !== "list") return new ValueField(page, field);
  if (shape.item.type === "part") return new PartsField(page, field);
  if (shape.item.type === "choice" || shape.item.type === "field-name") return new ChoicesField(page, field);
  if (shape.item.reference) return new ReferencesField(page, field);
  return new LinesField(page, field);
}

class Field {
  constructor(page, field, template) {
    Object.assign(this, { page, field, name: field.name, shape: field.shape });
    this.$root = page.copy(template);
    this.$root.dataset.field = field.name;
    part(this.$root, "label").textContent = field.label;
    if (!field.required) part(this.$root, "label").after(page.copy("optional"));
    const $help = part(this.$root, "help");
    if ($help) {
      $help.textContent = field.help;
      $help.id = page.nextId();
    }
    this.$problem = part(this.$root, "problem");
    this.$problem.id = page.nextId();
  }

  /** Show what is wrong with the field as a whole, or nothing. */
  say(sentence) {
    this.$problem.textContent = sentence;
    this.$problem.hidden = !sentence;
    this.$root.classList.toggle("has-problem", Boolean(sentence));
    for (const $control of this.$controls) {
      if (sentence) $control.setAttribute("aria-invalid", "true");
      else $control.removeAttribute("aria-invalid");
    }
  }

  describe($control) {
    const $help = part(this.$root, "help");
    $control.setAttribute("aria-describedby", [$help?.id, this.$problem.id].filter(Boolean).join(" "));
  }

  get $controls() {
    return this.$control ? [this.$control] : [];
  }

  get $focus() {
    return this.$controls[0] ?? this.$root.querySelector("input, select, textarea, button");
  }

  /** Return the field that a path below this one leads to; here nothing lies deeper. */
  at() {
    return this;
  }

  *all() {
    yield this;
  }
}

/** One value: text, number, day, a word of a list, yes or no, a reference. */
class ValueField extends Field {
  constructor(page, field) {
    super(page, field, "field");
    this.$control = this.makeControl(field.shape);
    this.$control.id = page.nextId();
    part(this.$root, "label").htmlFor = this.$control.id;
    this.describe(this.$control);
    part(this.$root, "control").replaceWith(this.$control);
    this.showCount();
  }

  makeControl(shape) {
    if (shape.type === "choice") return this.page.select(shape.words);
    if (shape.type === "flag") return this.page.select(this.page.answers);
    if (shape.reference) return this.page.select(this.page.records(shape.reference));
    const isLong = shape.type === "text" && (!shape.oneLine || shape.max > 200) && !shape.address;
    const $control = this.page.copy(isLong ? (shape.oneLine ? "line" : "prose") : "input");
    if (shape.type === "number") $control.inputMode = "numeric";
    if (shape.type === "day") $control.type = "date";
    if (shape.address) $control.type = "url";
    if (isLong && shape.oneLine) $control.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    return $control;
  }

  read() {
    const { type, oneLine } = this.shape;
    const text = this.$control.value.trim();
    if (!text) return undefined;
    if (type === "number") return /^-?[0-9]{1,15}$/.test(text) ? Number(text) : text;
    if (type === "flag") return text === "true";
    if (type !== "text") return text;
    return oneLine ? text.replace(/\s*\n\s*/g, " ") : text.replace(/[^\S\n]+$/gm, "");
  }

  write(value) {
    this.$control.value = value === undefined || value === null ? "" : String(value).trim();
    this.showCount();
  }

  /** Show how many characters are there while it matters. */
  showCount() {
    const { max } = this.shape;
    const $count = part(this.$root, "count");
    if (!max || this.shape.type !== "text" || this.shape.reference) return;
    const count = [...this.$control.value].length;
    $count.textContent = this.page.say("zeichen", { count, max });
    $count.hidden = count < max * 0.6;
  }
}

/** Several short texts, one per line. */
class LinesField extends ValueField {
  constructor(page, field) {
    super(page, field);
    part(this.$root, "help").append(" ", page.say("je-zeile"));
  }

  makeControl() {
    return this.page.copy("prose");
  }

  read() {
    const lines = this.$control.value.split("\n").map((line) => line.trim());
    const filled = lines.filter(Boolean);
    return filled.length || this.field.required ? orNothing(filled, this.field) : undefined;
  }

  write(value) {
    this.$control.value = (value ?? []).join("\n");
  }

  showCount() {}
}

/** Several words of a list, as boxes to tick; they stay in the order in which they were ticked. */
class ChoicesField extends Field {
  constructor(page, field) {
    super(page, field, "choices");
    const { item } = field.shape;
    const words = item.type === "choice" ? item.words : item.plan.fields.map(({ name, label }) => [name, label]);
    this.chosen = [];
    this.$root.addEventListener("change", ({ target }) => this.tick(target));
    this.$boxes = words.map(([word, label]) => {
      const $choice = page.copy("choice");
      const $box = $choice.querySelector("input");
      $box.value = word;
      part($choice, "text").textContent = label;
      part(this.$root, "list").append($choice);
      this.describe($box);
      return $box;
    });
  }

  get $controls() {
    return this.$boxes;
  }

  read() {
    return orNothing([...this.chosen], this.field);
  }

  write(value) {
    this.chosen = [...(value ?? [])];
    for (const $box of this.$boxes) $box.checked = this.chosen.includes($box.value);
  }

  tick({ value, checked }) {
    this.chosen = this.chosen.filter((word) => word !== value);
    if (checked) this.chosen.push(value);
    this.page.changed();
  }
}

/** What the rows of a list have in common: add, remove, read those that are filled. */
class RowsField extends Field {
  constructor(page, field, template) {
    super(page, field, template);
    this.rows = [];
    this.$list = part(this.$root, "list");
    part(this.$root, "add").append(this.page.say("hinzufuegen", { label: field.label }));
    part(this.$root, "add").addEventListener("click", () => {
      this.addRow().$first.focus();
      page.changed();
    });
    this.fillUp();
  }

  fillUp() {
    while (this.rows.length < Math.max(this.shape.min, this.field.required ? 1 : 0)) this.addRow();
  }

  addRow() {
    const row = this.makeRow();
    const $remove = part(row.$root, "remove");
    $remove.append(this.page.say("entfernen", { label: this.field.label }));
    $remove.addEventListener("click", () => {
      const place = this.rows.indexOf(row);
      this.drop(row);
      (this.rows[Math.min(place, this.rows.length - 1)]?.$first ?? part(this.$root, "add")).focus();
      this.page.changed();
    });
    this.rows.push(row);
    this.$list.append(row.$root);
    this.number();
    return row;
  }

  drop(row) {
    this.rows.splice(this.rows.indexOf(row), 1);
    row.$root.remove();
    this.number();
  }

  number() {
    for (const [number, { $root }] of this.rows.entries()) {
      const $number = part($root, "number");
      if ($number) $number.textContent = this.page.say("nummer", { label: this.field.label, number: number + 1 });
    }
  }

  read() {
    this.filled = this.rows.filter((row) => row.read() !== undefined);
    return orNothing(
      this.filled.map((row) => row.read()),
      this.field,
    );
  }

  write(value) {
    while (this.rows.length) this.drop(this.rows[0]);
    for (const item of value ?? []) this.addRow().write(item);
    this.fillUp();
  }
}

/** Several references, the most important one first. */
class ReferencesField extends RowsField {
  constructor(page, field) {
    super(page, field, "rows");
  }

  makeRow() {
    const $root = this.page.copy("reference");
    const $select = this.page.select(this.page.records(this.shape.item.reference));
    $select.setAttribute("aria-label", this.field.label);
    this.describe($select);
    $root.prepend($select);
    return { $root, $first: $select, read: () => $select.value || undefined, write: (id) => ($select.value = id) };
  }

  get $controls() {
    return this.rows.map(({ $first }) => $first);
  }
}

/** Several parts, each with fields of its own. */
class PartsField extends RowsField {
  constructor(page, field) {
    super(page, field, "rows");
  }

  makeRow() {
    const $root = this.page.copy("part-row");
    const fields = new Fields(this.page, this.shape.item.plan, part($root, "fields"));
    return { $root, fields, $first: fields.$focus, read: () => someOf(fields.read()), write: (value) => fields.write(value) };
  }

  at([number, ...path]) {
    const row = this.filled?.[number];
    return row && path.length ? row.fields.at(path) : this;
  }

  *all() {
    yield this;
    for (const { fields } of this.rows) yield* fields.all();
  }
}

/** One part. */
class PartField extends Field {
  constructor(page, field) {
    super(page, field, "part");
    this.fields = new Fields(page, field.shape.plan, part(this.$root, "fields"));
  }

  read() {
    return someOf(this.fields.read());
  }

  write(value) {
    this.fields.write(value ?? {});
  }

  at(path) {
    return path.length ? this.fields.at(path) : this;
  }

  *all() {
    yield this;
    yield* this.fields.all();
  }
}

/** All fields of a record or part. */
export class Fields {
  constructor(page, plan, $list) {
    this.fields = new Map(plan.fields.map((field) => [field.name, makeField(page, field)]));
    $list.append(...[...this.fields.values()].map(({ $root }) => $root));
  }

  get $focus() {
    return [...this.fields.values()][0].$focus;
  }

  get(name) {
    return this.fields.get(name);
  }

  read() {
    const values = [...this.fields].map(([name, field]) => [name, field.read()]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined));
  }

  write(record) {
    for (const [name, field] of this.fields) field.write(record[name]);
  }

  at([name, ...path]) {
    return this.fields.get(name)?.at(path);
  }

  *all() {
    for (const field of this.fields.values()) yield* field.all();
  }
}

/** An empty list stands in the file only where the field must be there and may be empty. */
function orNothing(list, { required, shape }) {
  return list.length || (required && !shape.min) ? list : undefined;
}

/** A part in which nothing is filled in is left out; a list that is only empty does not count. */
function someOf(value) {
  return Object.values(value).some((inner) => !Array.isArray(inner) || inner.length) ? value : undefined;
}
