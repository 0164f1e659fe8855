/** Runs the queries against both searches. Called by bench/search.py: one JSON in by file, one JSON out on stdout. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { Search } from "../docs/javascripts/search/search.mjs";
import MiniSearch from "../docs/javascripts/vendor/minisearch.mjs";

const { index, entries, queries, lunr: folder } = JSON.parse(readFileSync(process.argv[2], "utf-8"));

const require = createRequire(import.meta.url);
const lunr = require(`${folder}/lunr.js`);
require(`${folder}/lunr.stemmer.support.js`)(lunr);
require(`${folder}/lunr.de.js`)(lunr);

let start = performance.now();
/** As the theme sets it up: German stemmer, titles far above texts, each word stemmed and with its end left open. */
const theirs = lunr(function build() {
  this.use(lunr.de);
  this.ref("address");
  this.field("title", { boost: 1000 });
  this.field("text");
  for (const entry of entries) this.add(entry);
});
const lunrPlaces = (query) => {
  const terms = query
    .replace(/[^\p{L}\p{N}\s-]/gu, " ")
    .split(/[\s-]+/)
    .filter(Boolean);
  return theirs.search(terms.map((term) => `${term} ${term.toLowerCase()}*`).join(" ")).map(({ ref }) => ref);
};

lunrPlaces(queries[0]);
/** Milliseconds from the loaded index to the first answer. */
const first = { lunr: performance.now() - start };

start = performance.now();
// as the page loads it, a plain script
// oxlint-disable-next-line no-eval
(0, eval)(index);
const ours = new Search(globalThis.kompassSearchIndex, MiniSearch);
const ourPlaces = (query) => ours.find(query).results.map(({ entry }) => entry.address);
ourPlaces(queries[0]);
first.ours = performance.now() - start;

const answers = queries.map((query) => ({ ours: ourPlaces(query).slice(0, 100), lunr: lunrPlaces(query).slice(0, 100) }));
console.log(JSON.stringify({ answers, first }));
