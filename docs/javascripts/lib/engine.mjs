/** Loads the search and its index on first use, once per page. */

let engine;

/** Return a promise of the search; `indexAddress` is the script that holds the index. */
export function loadEngine(indexAddress) {
  engine ??= build(indexAddress).catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function build(indexAddress) {
  const [{ Search }, { default: MiniSearch }] = await Promise.all([
    import("./search.mjs"),
    import("../vendor/minisearch.mjs"),
    loadScript(indexAddress),
    import("./opening.mjs"), // asked for here as well, so that the browser need not find out step by step
    import("./vocabulary.mjs"),
  ]);
  performance.mark("kompass-search-loaded");
  const search = new Search(globalThis.kompassSearchIndex, MiniSearch);
  performance.measure("kompass-search-opened", "kompass-search-loaded");
  globalThis.requestIdleCallback?.(() => search.find(search.entries[0].title)); // the browser compiles what runs; better before the reader types
  return search;
}

/** A classic script also loads on pages opened from disk, where `fetch` does not. */
function loadScript(address) {
  return new Promise((resolve, reject) => {
    const $script = document.createElement("script");
    $script.src = address;
    $script.addEventListener("load", resolve);
    $script.addEventListener("error", () => reject(new Error(`${address} konnte nicht geladen werden`)));
    document.head.append($script);
  });
}
