/** Starts the tools of a page: every element with `data-module` gets its class, once. */

import { SearchBox } from "./search-box.mjs";
import { SearchPage } from "./search-page.mjs";

const TOOLS = {
  "kompass-search-box": SearchBox,
  "kompass-search-page": SearchPage,
};

/** Tools of single pages, loaded only where they stand. */
const LATER = {
  "kompass-bookmark": () => import("./tools/bookmark.mjs").then(({ Bookmark }) => Bookmark),
  "kompass-bookmarks": () => import("./tools/bookmarks.mjs").then(({ Bookmarks }) => Bookmarks),
  "kompass-format-finder": () => import("./tools/format-finder.mjs").then(({ FormatFinder }) => FormatFinder),
  "kompass-entry-form": () => import("./tools/entry-form.mjs").then(({ EntryForm }) => EntryForm),
  "kompass-list": () => import("./tools/list.mjs").then(({ List }) => List),
  "kompass-terms": () => import("./tools/terms.mjs").then(({ Terms }) => Terms),
  "kompass-workshop-dates": () => import("./tools/workshop-dates.mjs").then(({ WorkshopDates }) => WorkshopDates),
};

export function start($scope) {
  for (const $root of $scope.querySelectorAll("[data-module]")) {
    const Tool = TOOLS[$root.dataset.module];
    const load = LATER[$root.dataset.module];
    if (!(Tool || load) || $root.dataset.started) continue;
    $root.dataset.started = "yes";
    if (Tool) new Tool($root);
    else load().then((Later) => new Later($root));
  }
}

start(document);
