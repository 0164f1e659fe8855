/** Where the Merkliste is kept: the local storage of this browser, nowhere else. */

import { LOCAL } from "../storage.mjs";
import { parse, serialize } from "./format.mjs";

/** Return the stored entries; an unreadable list counts as empty and is overwritten only when something is kept. */
export function load() {
  try {
    return parse(localStorage.getItem(LOCAL.bookmarks) ?? serialize([]));
  } catch {
    return [];
  }
}

/** Keep the entries; tell whether the browser allowed it. */
export function keep(entries) {
  try {
    localStorage.setItem(LOCAL.bookmarks, serialize(entries));
    return true;
  } catch {
    return false;
  }
}

/** Call `changed` when another tab changes the list. */
export function watch(changed) {
  addEventListener("storage", (event) => event.key === LOCAL.bookmarks && changed());
}

export const today = () => new Date().toLocaleDateString("sv-SE");
