/** Everything that a search needs besides its index, so that it comes in one script on first use. */

import { default as MiniSearch } from "../vendor/minisearch.mjs";
import { Search } from "./search.mjs";

export function openSearch(index) {
  return new Search(index, MiniSearch);
}
