/**
 * The Roter Faden: what in a workspace would make a council send the paper back. Pure functions; the sentences about each finding
 * stand in `data/findings.yml` under the same ids. A find is `{ id, kind, entry }`; `entry` is "" where it concerns the whole.
 */

import { capacity, route } from "./plan.mjs";
import { all, find, valueOf } from "./state.mjs";
import { days, euros, hours, months, time } from "./understand.mjs";

const filled = (entry, name) => valueOf(entry, name).trim() !== "";
const number = (read, entry, name) => read(valueOf(entry, name)).value ?? 0;
const titled = (workspace, kind) => all(workspace, kind).filter((entry) => filled(entry, "title"));
const each = (workspace, kind, isAmiss) =>
  titled(workspace, kind)
    .filter(isAmiss)
    .map(({ id }) => ({ kind, entry: id }));
const whole = (isAmiss, kind) => (isAmiss ? [{ kind, entry: "" }] : []);

/** Return the measures as planning reads them: person-days, begin (JJJJ-MM-TT) and months. */
export const planned = (workspace) =>
  all(workspace, "measure").map((entry) => ({
    id: entry.id,
    days: number(days, entry, "person_days"),
    begin: time(valueOf(entry, "begin")).value ?? "",
    months: number(months, entry, "months") || 12,
  }));

const hoursOf = (workspace) => number(hours, find(workspace, "start", "start"), "hours");
const MANY = 8;
const HALF_A_YEAR = 183 * 86_400_000;

const SEARCHES = {
  "mehr-tage-als-stunden": (workspace) =>
    whole(hoursOf(workspace) > 0 && capacity(planned(workspace), hoursOf(workspace)).some(({ over }) => over), "measure"),
  "massnahme-ohne-zustaendige": (workspace) => each(workspace, "measure", (entry) => !filled(entry, "owner")),
  "massnahme-ohne-geld": (workspace) =>
    each(workspace, "measure", (entry) => !filled(entry, "cost_once") && !filled(entry, "cost_yearly")),
  "betrieb-nach-foerderung-offen": (workspace) =>
    each(workspace, "measure", (entry) => number(euros, entry, "funded") > 0 && !filled(entry, "cost_yearly")),
  "ziel-ohne-messgroesse": (workspace) => each(workspace, "goal", (entry) => !filled(entry, "indicator")),
  "ziel-ohne-zielwert": (workspace) =>
    each(workspace, "goal", (entry) => filled(entry, "indicator") && !(filled(entry, "target") && filled(entry, "until"))),
  "feld-ohne-ziel": (workspace) =>
    chosenFields(workspace)
      .filter((id) => !titled(workspace, "goal").some(({ action_field: field }) => field === id))
      .map((id) => ({ kind: "field", entry: id })),
  "massnahme-ohne-ziel": (workspace) =>
    chosenFields(workspace).length
      ? each(
          workspace,
          "measure",
          ({ action_field: field }) => !titled(workspace, "goal").some((goal) => goal.action_field === field),
        )
      : [],
  "zu-viele-massnahmen": (workspace) =>
    whole(hoursOf(workspace) > 0 && hoursOf(workspace) <= MANY && titled(workspace, "measure").length > MANY, "measure"),
  "kein-schneller-anfang": (workspace) => whole(titled(workspace, "measure").length > 0 && !beginsSoon(workspace), "measure"),
  "massnahme-ohne-zeit": (workspace) =>
    each(workspace, "measure", (entry) => !time(valueOf(entry, "begin")).value || !filled(entry, "months")),
  "kleinste-fassung-fehlt": (workspace) =>
    dearest(workspace)
      .filter((entry) => !filled(entry, "small_version"))
      .map(({ id }) => ({ kind: "measure", entry: id })),
  "beteiligung-ohne-antwort": (workspace) =>
    all(workspace, "involvement")
      .filter((entry) => filled(entry, "format") && !filled(entry, "answer"))
      .map(({ id }) => ({ kind: "involvement", entry: id })),
  "kein-bericht": (workspace) =>
    whole(titled(workspace, "measure").length > 0 && !filled(find(workspace, "paper", "bericht"), "text"), "paper"),
  "beschluss-vor-fertigstellung": (workspace, phases) => whole(isTooEarly(workspace, phases), "start"),
  "leitbild-fehlt": (workspace) =>
    whole(titled(workspace, "measure").length > 0 && !filled(find(workspace, "paper", "leitbild"), "text"), "paper"),
};

export const FINDINGS = Object.keys(SEARCHES);

/** Return everything that is found, in the order of `FINDINGS`; `phases` are the rows of the way with their person-days. */
export const findAll = (workspace, phases = []) =>
  FINDINGS.flatMap((id) => SEARCHES[id](workspace, phases).map((found) => ({ id, ...found })));

const chosenFields = (workspace) =>
  all(workspace, "field")
    .filter(({ chosen }) => chosen)
    .map(({ id }) => id);

function beginsSoon(workspace) {
  const decision = time(valueOf(find(workspace, "start", "start"), "decision")).value;
  const begins = planned(workspace)
    .map(({ begin }) => begin)
    .filter(Boolean);
  if (!begins.length) return false;
  const from = Date.parse(decision ?? [...begins].sort()[0]);
  return begins.some((begin) => Date.parse(begin) - from <= HALF_A_YEAR);
}

/** The dearest measure, if any costs something. */
function dearest(workspace) {
  const rows = titled(workspace, "measure")
    .map((entry) => [number(euros, entry, "cost_once"), entry])
    .filter(([cost]) => cost > 0);
  return rows.length ? [rows.reduce((one, other) => (other[0] > one[0] ? other : one))[1]] : [];
}

function isTooEarly(workspace, phases) {
  const start = find(workspace, "start", "start");
  const begin = time(valueOf(start, "begin")).value;
  const wished = time(valueOf(start, "decision")).last;
  const size = valueOf(start, "size");
  if (!phases.length || !begin || !wished || !hoursOf(workspace) || !size) return false;
  return route({ phases, size, hours: hoursOf(workspace), begin }).ready > wished;
}
