/** Where the Merkliste is kept: the local storage of this browser, nowhere else. */

import { FORMAT, parse, serialize } from "./format.mjs";

/** Return the stored entries; an unreadable list counts as empty and is overwritten only when something is kept. */
export function load() {
  try {
    return parse(localStorage.getItem(FORMAT) ?? serialize([]));
  } catch {
    return [];
  }
}

/** Keep the entries; tell whether the browser allowed it. */
export function keep(entries) {
  try {
    localStorage.setItem(FORMAT, serialize(entries));
    return true;
  } catch {
    return false;
  }
}

/** Call `changed` when another tab changes the list. */
export function watch(changed) {
  addEventListener("storage", (event) => event.key === FORMAT && changed());
}

export const today = () => new Date().toLocaleDateString("sv-SE");
