/** Whether an entry of a file is as the published JSON Schema says. */

import { planOf } from "../entry/plan.mjs";
import { checkPart } from "../entry/shape-rules.mjs";

/** Return a function that tells whether an entry fits one of the kinds of `schema`. */
export function fitter(schema) {
  const names = schema.properties.entries.items.discriminator.mapping;
  const plans = new Map(Object.entries(names).map(([kind, place]) => [kind, planOf(schema.$defs, place.split("/").at(-1))]));
  return (entry) => plans.has(entry.kind) && checkPart(plans.get(entry.kind), entry).next().done;
}
