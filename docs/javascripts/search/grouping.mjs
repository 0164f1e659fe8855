/** Results in groups by kind, without pushing one of the three best down. */

const BEST = 3;

/** Return [{kind, results}]; the first group has the kind undefined where grouping alone would hide a best result. */
export function grouped(results) {
  const groups = byKind(results);
  const order = groups.flatMap((group) => group.results).slice(0, BEST);
  if (order.every((result, place) => result === results[place])) return groups;
  return [{ kind: undefined, results: results.slice(0, BEST) }, ...byKind(results.slice(BEST))];
}

/** Return [{kind, count}] in the order of the best result. */
export function countedKinds(results) {
  return byKind(results).map(({ kind, results: found }) => ({ kind, count: found.length }));
}

function byKind(results) {
  const groups = new Map();
  for (const result of results) {
    const { kind } = result.entry;
    if (!groups.has(kind)) groups.set(kind, { kind, results: [] });
    groups.get(kind).results.push(result);
  }
  return [...groups.values()];
}
