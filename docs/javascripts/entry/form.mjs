/** The form that writes an entry: fields from the JSON Schema, the rules of `kompass check`, YAML to copy, save or hand in. */

import { saveFile } from "../files/saving.mjs";
import { copyOf, element, loadScript, part, text } from "../page.mjs";
import { LOCAL } from "../storage.mjs";
import { contextOf, placeOf } from "./context.mjs";
import { planOf } from "./plan.mjs";
import { writeYaml } from "./yaml.mjs";
import { check } from "./rules.mjs";
import { slug } from "./slug.mjs";
import { Fields } from "./fields.mjs";

const LONGEST_ADDRESS = 7500;

export class EntryForm {
  constructor($root) {
    this.$root = $root;
    this.$form = part($root, "form");
    this.$kind = part($root, "kind");
    if (!this.$form || !this.$kind) return;
    this.ids = 0;
    this.bind();
    this.begin(() => this.open()).finally(() => ($root.dataset.opened = "yes"));
  }

  /** Do the first step; where it fails, say so. */
  async begin(step) {
    try {
      await step();
    } catch (error) {
      part(this.$root, "failed").hidden = false;
      console.error(error);
    }
  }

  /** Open what the address names, or the draft of last time; else wait for a choice. */
  async open() {
    const wanted = new URLSearchParams(location.search);
    const kind = [...this.$kind.options].find(({ value }) => value && value === wanted.get("art"))?.value;
    const draft = readDraft();
    if (!kind && !draft) return;
    await this.load();
    if (kind && wanted.has("id")) await this.openRecord(kind, wanted.get("id"));
    else if (kind && draft?.kind !== kind) this.start(kind);
    else if (draft && Object.hasOwn(this.data.records, draft.kind)) this.openDraft(draft);
  }

  /** Fetch what the form must know of fields and records, once, when it is needed. */
  async load() {
    await Promise.all([
      import("../vendor/js-yaml.umd.min.js"),
      globalThis.kompassEntryFacts ?? loadScript(this.$root.dataset.facts),
    ]);
    this.library = globalThis.jsyaml;
    this.data = globalThis.kompassEntryFacts;
  }

  async choose() {
    await this.load();
    this.start(this.$kind.value);
  }

  bind() {
    this.$kind.addEventListener("change", () => this.begin(() => this.choose()));
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$form.addEventListener("input", (event) => this.input(event));
    this.$form.addEventListener("focusout", ({ target }) => this.touch(target));
    this.$root.addEventListener("click", ({ target }) => this.act(target.closest("[data-act]")?.dataset.act));
  }

  act(name) {
    const acts = {
      check: () => this.checkAll(),
      copy: () => this.copyText(),
      save: () => this.save(),
      clear: () => this.clear(),
    };
    acts[name]?.();
  }

  clear() {
    dropDraft();
    this.start(this.kind);
    this.fields.$focus.focus();
  }

  /** Begin an entry of a kind: empty, or with what is known of it. */
  start(kind, record = {}, own = null) {
    Object.assign(this, { kind, own, touched: new Set(), isFullyChecked: false, idIsOwn: Boolean(record.id) });
    this.$kind.value = kind;
    part(this.$root, "body").hidden = !kind;
    part(this.$root, "result").hidden = !kind;
    if (!kind) return;
    this.info = this.data.kinds.find(({ name }) => name === kind);
    this.plan = planOf(this.data.definitions, this.info.model);
    part(this.$root, "fields").replaceChildren();
    this.fields = new Fields(this, this.plan, part(this.$root, "fields"));
    this.fields.write({ checked: today(), order: this.nextNumber(), ...record });
    part(this.$root, "notice").hidden = true;
    this.changed();
  }

  nextNumber() {
    const rows = this.data.records[this.kind];
    return rows[0]?.order === undefined || rows[0].group !== undefined ? undefined : rows.length + 1;
  }

  async openRecord(kind, id) {
    const info = this.data.kinds.find(({ name }) => name === kind);
    this.start(kind);
    try {
      const answer = await fetch(new URL(`${info.file}.json`, new URL(this.$root.dataset.files, location.href)));
      const { records } = await answer.json();
      const { address, ...record } = records[kind].find((row) => row.id === id);
      this.start(kind, record, id);
      this.notice("geladen", { title: record.title });
    } catch (error) {
      this.notice("nicht-geladen", { id });
      console.warn(error);
    }
  }

  openDraft({ kind, record, own }) {
    try {
      this.start(kind, record, own);
    } catch (error) {
      dropDraft(); // of another form than today's; else it would lock the form at every visit
      this.start(kind);
      throw error;
    }
    this.notice("entwurf", { title: record.title ?? "" });
  }

  notice(name, values) {
    const $notice = part(this.$root, "notice");
    part($notice, "text").textContent = this.say(name, values);
    $notice.hidden = false;
  }

  input({ target }) {
    if (target === this.$kind) return;
    const field = [...this.fields.all()].find(({ $controls }) => $controls.includes(target));
    field?.showCount?.();
    if (target === this.fields.get("id").$control) this.idIsOwn = Boolean(target.value);
    if (target === this.fields.get("title").$control && !this.idIsOwn) this.fields.get("id").write(slug(target.value));
    this.changed();
    keepDraft({ kind: this.kind, record: this.record, own: this.own });
  }

  /** A field is judged once the reader has left it. */
  touch(target) {
    const field = [...(this.fields?.all() ?? [])].find(({ $controls }) => $controls.includes(target));
    if (!field) return;
    this.touched.add(field);
    if (field === this.fields.get("title") && !this.idIsOwn) this.touched.add(this.fields.get("id"));
    this.show();
  }

  changed() {
    this.record = this.fields.read();
    this.place = placeOf(this.data, this.kind, this.record, this.own);
    this.yaml = writeYaml(this.library, this.plan, this.record, this.place.indent);
    const context = contextOf(this.data, this.kind, this.record, this.own, today());
    const order = [...this.fields.all()];
    const found = check(this.plan, this.record, context).map((finding) => ({ ...finding, field: this.fieldAt(finding) }));
    found.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    this.findings = found.filter(({ isAdvice }) => !isAdvice);
    this.advice = found.filter(({ isAdvice }) => isAdvice);
    this.show();
  }

  /** Return the field to which a finding belongs; one that is missing belongs to its own place. */
  fieldAt({ path, subject }) {
    return this.fields.at(subject ? [...path, subject] : path) ?? this.fields.at(path.slice(0, 1));
  }

  show() {
    const sentences = new Map();
    for (const finding of this.findings) sentences.set(finding.field, sentences.get(finding.field) ?? this.sentence(finding));
    for (const field of this.fields.all()) {
      const isJudged = this.isFullyChecked || this.touched.has(field);
      field.say((isJudged && sentences.get(field)) || "");
    }
    part(this.$root, "yaml").textContent = this.yaml;
    this.showState();
    this.showAdvice();
    this.showPlace();
    this.showIssue();
  }

  sentence({ rule, values }) {
    const max = values.max === undefined || values.max === "" ? "" : values.max;
    return this.say(
      `regel-${rule}`,
      rule === "listenlaenge" && max !== "" ? { ...values, max: this.say("hoechstens", { max }) } : { ...values, max },
    );
  }

  showState() {
    const count = this.findings.length;
    const $state = part(this.$root, "state");
    const name = count === 0 ? "vollstaendig" : count === 1 ? "eine-stelle" : "stellen";
    const sentence = this.say(name, { count });
    if ($state.textContent !== sentence) $state.textContent = sentence;
    $state.classList.toggle("is-complete", count === 0);
    if (this.isFullyChecked) this.showSummary();
  }

  showSummary() {
    const $summary = part(this.$root, "summary");
    $summary.hidden = !this.findings.length;
    part($summary, "findings").replaceChildren(...this.findings.map((finding) => this.linkTo(finding)));
  }

  showAdvice() {
    const $advice = part(this.$root, "advice");
    $advice.hidden = !this.advice.length;
    part($advice, "findings").replaceChildren(...this.advice.map((finding) => this.linkTo(finding)));
  }

  /** Return an item that tells a finding and leads to its field. */
  linkTo(finding) {
    const $item = copyOf(this.$root, "finding");
    const $button = $item.querySelector("button");
    $button.textContent = `${finding.field.field.label}: ${this.sentence(finding)}`;
    $button.addEventListener("click", () => finding.field.$focus.focus());
    return $item;
  }

  checkAll() {
    this.isFullyChecked = true;
    this.show();
    if (this.findings.length) part(this.$root, "summary").focus();
    else part(this.$root, "state").focus();
  }

  showPlace() {
    const { line, place, neighbour } = this.place;
    const file = `data/${this.info.file}.yml`;
    part(this.$root, "place").textContent = this.say(`ort-${place}`, { file, line, title: neighbour });
    const $edit = part(this.$root, "edit");
    if ($edit) $edit.href = `${this.data.repository.edit}${this.info.file}.yml#L${line}`;
  }

  /** Fill in the form for an issue, as far as addresses may be long. */
  showIssue() {
    const $issue = part(this.$root, "issue");
    if (!$issue) return;
    const { address, chosen, title, body } = this.data.repository.issue;
    const headline = this.say(this.own ? "vorschlag-aenderung" : "vorschlag-neu", {
      kind: this.info.label,
      title: this.record.title ?? "",
    });
    const fence = this.data.repository.fence ? "```" : "";
    const entry = fence ? `${fence}yaml\n${this.yaml}${fence}` : this.yaml;
    const full = `${address}?${new URLSearchParams({ ...chosen, [title]: headline, [body]: entry })}`;
    const isTooLong = full.length > LONGEST_ADDRESS;
    $issue.href = isTooLong ? `${address}?${new URLSearchParams({ ...chosen, [title]: headline })}` : full;
    part(this.$root, "issue-long").hidden = !isTooLong;
  }

  async copyText() {
    const $done = part(this.$root, "done");
    $done.textContent = "";
    try {
      await navigator.clipboard.writeText(this.yaml);
      $done.textContent = this.say("kopiert");
    } catch {
      getSelection().selectAllChildren(part(this.$root, "yaml"));
      $done.textContent = this.say("markiert");
    }
  }

  save() {
    saveFile(new Blob([this.yaml], { type: "text/yaml;charset=utf-8" }), `${this.record.id ?? "eintrag"}.yml`);
  }

  /* What the fields need from the page. */

  copy(name) {
    return copyOf(this.$root, name);
  }

  /** Return a menu of words, `[value, label]`, with nothing chosen. */
  select(words) {
    const $select = this.copy("select");
    $select.append(...words.map(([value, label]) => element("option", label, { value })));
    return $select;
  }

  /** Return the records of a kind as words of a menu. */
  records(kind) {
    const rows = kind === "indicator" ? this.data.indicators : this.data.records[kind];
    return rows.map(({ id, title }) => [id, title]);
  }

  get answers() {
    return [
      ["true", this.say("ja")],
      ["false", this.say("nein")],
    ];
  }

  say(name, values = {}) {
    return text(this.$root, name, values);
  }

  nextId() {
    this.ids += 1;
    return `eintrag-${this.ids}`;
  }
}

const today = () => new Date().toLocaleDateString("sv-SE");

/** Keep what is entered in this browser, so that nothing is lost when the page closes. */
function keepDraft(draft) {
  try {
    localStorage.setItem(LOCAL.draft, JSON.stringify(draft));
  } catch {
    // Without permission to store, the form works all the same.
  }
}

function readDraft() {
  try {
    return JSON.parse(localStorage.getItem(LOCAL.draft));
  } catch {
    return null;
  }
}

function dropDraft() {
  try {
    localStorage.removeItem(LOCAL.draft);
  } catch {
    // As above.
  }
}
