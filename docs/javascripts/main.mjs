/** Starts the tools of a page: every element with `data-module` gets its class, once. */

import { Contents } from "./frame/contents.mjs";
import { Menu } from "./frame/menu.mjs";
import { Scheme } from "./frame/scheme.mjs";
import { SearchBox } from "./search/search-box.mjs";

const TOOLS = {
  "kompass-contents": Contents,
  "kompass-menu": Menu,
  "kompass-scheme": Scheme,
  "kompass-search-box": SearchBox,
};

/** Tools of single pages, each in a script of its own; pages that hold one name its script in their head. */
const LATER = {
  "kompass-bookmark": () => import("./bookmarks/bookmark.mjs").then(({ Bookmark }) => Bookmark),
  "kompass-bookmarks": () => import("./bookmarks/bookmarks.mjs").then(({ Bookmarks }) => Bookmarks),
  "kompass-checklist": () => import("./workspace/checklist.mjs").then(({ Checklist }) => Checklist),
  "kompass-entry-form": () => import("./entry/form.mjs").then(({ EntryForm }) => EntryForm),
  "kompass-format-finder": () => import("./participation/finder.mjs").then(({ FormatFinder }) => FormatFinder),
  "kompass-list": () => import("./lists/list.mjs").then(({ List }) => List),
  "kompass-measures": () => import("./workspace/measures.mjs").then(({ Measures }) => Measures),
  "kompass-more-formats": () => import("./templates/more-formats.mjs").then(({ MoreFormats }) => MoreFormats),
  "kompass-office": () => import("./templates/office.mjs").then(({ Office }) => Office),
  "kompass-search-page": () => import("./search/search-page.mjs").then(({ SearchPage }) => SearchPage),
  "kompass-self-check": () => import("./workspace/self-check.mjs").then(({ SelfCheck }) => SelfCheck),
  "kompass-strategy-paper": () => import("./workspace/paper.mjs").then(({ StrategyPaper }) => StrategyPaper),
  "kompass-strategy-start": () => import("./workspace/start.mjs").then(({ StrategyStart }) => StrategyStart),
  "kompass-terms": () => import("./terms/terms.mjs").then(({ Terms }) => Terms),
  "kompass-workspace-bar": () => import("./workspace/bar.mjs").then(({ WorkspaceBar }) => WorkspaceBar),
  "kompass-workspace-home": () => import("./workspace/home.mjs").then(({ WorkspaceHome }) => WorkspaceHome),
  "kompass-workshop-dates": () => import("./workshop/dates.mjs").then(({ WorkshopDates }) => WorkshopDates),
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

document.documentElement.classList.replace("no-js", "js"); // where a policy forbids the inline script
start(document);
