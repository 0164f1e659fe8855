/** How complete a measure is, in words: the seven fields that a decision needs first. Pure functions. */

import { valueOf } from "./state.mjs";

/** The fields that come first, in the order of the form. */
export const FIRST = ["title", "goal", "owner", "begin", "cost_once", "cost_yearly", "person_days"];

/** Return which of the first fields are still empty. */
export const missing = (entry) => FIRST.filter((name) => !valueOf(entry, name).trim());

/** Return the name of the state: empty, begun, nearly, whole. */
export function stateOf(entry) {
  const open = missing(entry).length;
  if (open === 0) return "whole";
  if (open === FIRST.length) return "empty";
  return open <= 2 ? "nearly" : "begun";
}
