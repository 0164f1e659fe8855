/**
 * The papers that come out of a workspace, as blocks for a Word file: mandate, strategy, council paper, questions, one page for the
 * mayor. Pure functions; all German sentences come through `say(name, values)`, names of fields through `names`.
 */

import { planned } from "./findings.mjs";
import { capacity } from "./plan.mjs";
import { all, find, valueOf } from "./state.mjs";
import { days, euros, hours } from "./understand.mjs";

const inEuros = (value) => `${Math.round(value).toLocaleString("de-DE")} €`;
const typed = (entry, name) => valueOf(entry, name).trim();

/** Return what a workspace says in numbers: counts, sums, days needed and hours given. */
export function sums(workspace) {
  const measures = all(workspace, "measure");
  const sum = (name, read) => measures.reduce((total, entry) => total + (read(valueOf(entry, name)).value ?? 0), 0);
  const once = sum("cost_once", euros);
  return {
    measures: measures.length,
    once,
    yearly: sum("cost_yearly", euros),
    funded: sum("funded", euros),
    days: sum("person_days", days),
    hours: hours(valueOf(find(workspace, "start", "start"), "hours")).value ?? 0,
  };
}

export class Papers {
  constructor(workspace, { say, names }) {
    this.workspace = workspace;
    this.say = say;
    this.names = names;
    this.town = workspace.place || say("nameless");
    this.start = find(workspace, "start", "start");
    this.sums = sums(workspace);
  }

  /** Text of a passage of the paper, or the sentence that marks the gap. */
  passage(id) {
    return typed(find(this.workspace, "paper", id), "text") || this.say("gap");
  }

  value(entry, name) {
    return typed(entry, name) || this.say("gap");
  }

  head(title) {
    return [
      { title: this.say(title, { town: this.town }) },
      { subtitle: this.say("subtitle", { town: this.town, day: new Date().toLocaleDateString("de-DE") }) },
    ];
  }

  section(heading, ...blocks) {
    return [{ heading: this.say(heading) }, ...blocks];
  }

  money() {
    const { once, yearly, funded } = this.sums;
    return { once: inEuros(once), yearly: inEuros(yearly), funded: inEuros(funded), own: inEuros(Math.max(0, once - funded)) };
  }

  measureTable() {
    return {
      caption: this.say("measures"),
      head: ["measure", "owner", "time", "money", "days"].map((name) => this.say(`head-${name}`)),
      widths: [4, 3, 2, 3, 3],
      rows: all(this.workspace, "measure").map((entry) => [
        this.value(entry, "title"),
        this.value(entry, "owner"),
        typed(entry, "begin"),
        [typed(entry, "cost_once"), typed(entry, "cost_yearly") && this.say("per-year", { money: typed(entry, "cost_yearly") })]
          .filter(Boolean)
          .join("\n"),
        typed(entry, "person_days"),
      ]),
    };
  }

  goalTable() {
    return {
      caption: this.say("goals"),
      head: ["goal", "indicator", "today", "target"].map((name) => this.say(`head-${name}`)),
      widths: [4, 4, 2, 3],
      rows: all(this.workspace, "goal").map((entry) => [
        this.value(entry, "title"),
        this.value(entry, "indicator"),
        typed(entry, "today"),
        [typed(entry, "target"), typed(entry, "until")].filter(Boolean).join(", "),
      ]),
    };
  }

  /** One page for the mayor: what shall be done, by whom, with how much time. */
  mandate() {
    const rows = ["reason", "aim", "lead", "team", "hours", "begin", "decision", "money"].map((name) => [
      this.say(`field-${name}`),
      this.value(this.start, name),
    ]);
    return [
      ...this.head("mandate"),
      { text: this.say("mandate-text", { town: this.town }) },
      {
        head: [this.say("head-point"), this.say("head-answer")],
        widths: [2, 5],
        rows,
        caption: this.say("mandate", { town: this.town }),
      },
    ];
  }

  /** The strategy: short, or with a profile of each measure. */
  strategy(isFull = false) {
    const chosen = all(this.workspace, "field")
      .filter(({ chosen: yes }) => yes)
      .map(({ id }) => this.names.fields[id] ?? id);
    const blocks = [
      ...this.head("strategy"),
      { contents: true },
      ...this.section("summary", {
        text: this.say("summary-text", { town: this.town, fields: chosen.length, measures: this.sums.measures, ...this.money() }),
      }),
      ...this.section("situation", { text: this.passage("ausgangslage") }),
      ...this.section("vision", { text: this.passage("leitbild") }),
      ...this.section(
        "goals",
        { text: chosen.length ? this.say("fields-text", { fields: chosen.join(", ") }) : this.say("gap") },
        this.goalTable(),
      ),
      ...this.section("measures", this.measureTable()),
      ...this.section("involvement", ...this.involvement()),
      ...this.section(
        "staff",
        { text: this.passage("personal") },
        {
          text: this.say("days-text", {
            days: this.sums.days.toLocaleString("de-DE"),
            hours: this.sums.hours.toLocaleString("de-DE"),
          }),
        },
        ...this.omission(),
      ),
      ...this.section("finance", { text: this.passage("geld") }, { text: this.say("money-text", this.money()) }),
      ...this.section("review", { text: this.passage("bericht") }),
    ];
    return isFull ? [...blocks, ...this.profiles()] : blocks;
  }

  involvement() {
    const entries = all(this.workspace, "involvement").filter((entry) => typed(entry, "format"));
    if (!entries.length) return [{ text: this.say("gap") }];
    const rows = entries.map((entry) => ["format", "audience", "when", "answer"].map((name) => this.value(entry, name)));
    return [
      {
        head: ["format", "audience", "when", "answer"].map((name) => this.say(`head-${name}`)),
        widths: [3, 3, 2, 4],
        rows,
        caption: this.say("involvement"),
      },
    ];
  }

  omission() {
    const answer = typed(find(this.workspace, "paper", "weglassen"), "text");
    return answer ? [{ text: this.say("omission", { answer }) }] : [];
  }

  profiles() {
    const shown = Object.entries(this.names.measure);
    return all(this.workspace, "measure").flatMap((entry) => [
      { heading: this.say("profile", { title: this.value(entry, "title") }) },
      {
        head: [this.say("head-point"), this.say("head-answer")],
        widths: [2, 5],
        caption: this.value(entry, "title"),
        rows: shown
          .filter(([name]) => typed(entry, name))
          .map(([name, label]) => [label, this.names.fields[typed(entry, name)] ?? typed(entry, name)]),
      },
    ]);
  }

  /** The council paper in three points, with the smallest version as alternative. */
  council() {
    const dearest = all(this.workspace, "measure")
      .map((entry) => [euros(valueOf(entry, "cost_once")).value ?? 0, entry])
      .sort(([one], [other]) => other - one)[0]?.[1];
    const small = typed(dearest, "small_version");
    return [
      ...this.head("council"),
      ...this.section("proposal", {
        points: [
          this.say("decide-strategy", { town: this.town }),
          this.say("decide-measures", { measures: this.sums.measures }),
          this.say("decide-money", this.money()),
        ],
      }),
      ...this.section("reasons", { text: this.passage("leitbild") }, { text: this.passage("ausgangslage") }),
      ...this.section("measures", this.measureTable()),
      ...this.section(
        "costs",
        { text: this.say("money-text", this.money()) },
        {
          text: this.say("days-text", {
            days: this.sums.days.toLocaleString("de-DE"),
            hours: this.sums.hours.toLocaleString("de-DE"),
          }),
        },
        ...this.omission(),
      ),
      ...this.section("alternative", {
        text: small ? this.say("alternative-text", { title: this.value(dearest, "title"), small }) : this.say("gap"),
      }),
      ...this.section("review", { text: this.passage("bericht") }),
    ];
  }

  /** Questions that councils really ask, with what the paper answers. */
  questions() {
    const { once, yearly } = this.money();
    const answers = {
      exists: this.passage("ausgangslage"),
      budget: this.passage("geld"),
      price: this.say("money-text", this.money()),
      staff: this.say("days-text", {
        days: this.sums.days.toLocaleString("de-DE"),
        hours: this.sums.hours.toLocaleString("de-DE"),
      }),
      after: this.say("after-text", { once, yearly }),
      smaller: this.omission()[0]?.text ?? this.say("gap"),
      report: this.passage("bericht"),
    };
    return [
      ...this.head("questions"),
      ...Object.entries(answers).flatMap(([name, text]) => [{ heading: this.say(`question-${name}`), level: 2 }, { text }]),
    ];
  }

  /** Where things stand, on one page. */
  status(findings) {
    const over = this.sums.hours ? capacity(planned(this.workspace), this.sums.hours).filter((row) => row.over).length : 0;
    const lines = [
      this.say("status-counts", { measures: this.sums.measures, goals: all(this.workspace, "goal").length }),
      this.say("status-decision", { day: this.value(this.start, "decision") }),
      this.say("money-text", this.money()),
      over ? this.say("status-over", { quarters: over }) : this.say("status-time"),
    ];
    return [
      ...this.head("status"),
      { points: lines },
      ...this.section("open", findings.length ? { points: findings } : { text: this.say("nothing-open") }),
    ];
  }
}
