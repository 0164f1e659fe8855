/** Loads the search and its index on first use, once per page. */

import { besideScript, loadScript } from "../page.mjs";

const POINTER = "search-index.js"; // says which file holds the index now, so that pages need not change with it

let engine;

/** Return a promise of the search. */
export function loadEngine() {
  engine ??= build().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function build() {
  const [{ openSearch }] = await Promise.all([import("./opened.mjs"), loadIndex()]);
  performance.mark("kompass-search-loaded");
  const search = openSearch(globalThis.kompassSearchIndex);
  performance.measure("kompass-search-opened", "kompass-search-loaded");
  globalThis.requestIdleCallback?.(() => search.find(search.entries[0].title)); // the browser compiles what runs; better before the reader types
  return search;
}

async function loadIndex() {
  await loadScript(besideScript(POINTER));
  await loadScript(besideScript(globalThis.kompassSearchIndexFile));
}
