/** What the form knows of the other records, from the data of its page: `kinds` and `records` (kind → rows of id, title …). */

import { folded } from "./rules.mjs";

/** Return the context of `check` for a record of `kind`; `own` is the id under which it stands in the data already, if it does. */
export function contextOf({ records, indicators, offices, style }, kind, record, own, today) {
  const others = records[kind].filter(({ id }) => id !== own);
  const group = others.filter((row) => row.group === undefined || row.group === record.phase);
  const numbers = group.map(({ order }) => order);
  return {
    kind,
    today,
    offices,
    style,
    known: Object.fromEntries([
      ...Object.entries(records).map(([name, rows]) => [name, idsOf(rows)]),
      ["indicator", idsOf(indicators)],
    ]),
    taken: {
      ids: idsOf(others),
      titles: new Set(others.map(({ title }) => folded(title))),
      aliases: new Set(others.flatMap(({ aliases = [] }) => aliases)),
      indicators: idsOf(indicators.filter(({ home }) => home !== own)),
    },
    numbers: numbers.every(Number.isInteger) ? { all: numbers, taken: numbers } : null,
  };
}

const idsOf = (rows) => new Set(rows.map(({ id }) => id));

/** Return where a record belongs: `{ line, indent, place, neighbour }`; `place` is own, before, after or only. */
export function placeOf({ records }, kind, record, own) {
  const rows = records[kind];
  const indent = (rows[0]?.column ?? 3) - 3;
  const found = rows.find(({ id }) => id === own);
  if (found) return { line: found.line, indent, place: "own", neighbour: found.title };
  const inFile = [...rows].sort((a, b) => a.line - b.line);
  const next = inFile.find((row) =>
    record.order === undefined || row.order === undefined ? row.id > (record.id ?? "") : isLater(row, record),
  );
  if (next) return { line: next.line, indent, place: "before", neighbour: next.title };
  const last = inFile.at(-1);
  return last
    ? { line: last.line, indent, place: "after", neighbour: last.title }
    : { line: 1, indent, place: "only", neighbour: "" };
}

const isLater = (row, record) => (row.group === undefined || row.group === record.phase) && row.order >= record.order;
