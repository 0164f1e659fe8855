/**
 * The sentence that shows why an entry was found, where only the long text holds the words: read from the entry's own page
 * once the result is in sight. The index knows these words, not their sentences. From disk browsers read no other page.
 */

import { bestPiece } from "./excerpt.mjs";
import { anchor, part, showPieces } from "../page.mjs";

const PAUSE = 150; // milliseconds in which the reader may type on
const BLOCKS = "p, li, dd, td, figcaption";
const HEADING = /^H[1-6]$/;

const waiting = new WeakMap();
const pages = new Map();
let observer;

/** Show the passage in `$excerpt` as soon as `$hit` is in sight; without one the excerpt stays as it is. */
export function showPassage($hit, $excerpt, words) {
  if (location.protocol === "file:") return;
  waiting.set($hit, async () => {
    const address = new URL(part($hit, "link").href);
    const $page = await pageAt(address.origin + address.pathname);
    if (!$page || !$hit.isConnected) return;
    const pieces = bestPiece(textsAt($page, address.hash), words);
    if (pieces.some(({ marked }) => marked)) showPieces($excerpt, pieces);
  });
  observer ??= new IntersectionObserver(onSight);
  observer.observe($hit);
}

function onSight(changes) {
  for (const { isIntersecting, target } of changes) {
    if (!isIntersecting) continue;
    observer.unobserve(target);
    setTimeout(() => target.isConnected && waiting.get(target)(), PAUSE);
  }
}

/** A request gives a document without running its scripts or loading its pictures. */
function pageAt(address) {
  if (!pages.has(address)) {
    const asked = new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.addEventListener("loadend", () => resolve(request.status === 200 ? request.response : undefined));
      request.send();
    });
    pages.set(address, asked);
  }
  return pages.get(address);
}

/** Return the texts of the smallest blocks of a page, or of the part that an anchor stands for. */
function textsAt($page, hash) {
  const $start = (hash && $page.getElementById(anchor(hash))) || $page.querySelector("article");
  if (!$start) return [];
  const $blocks = partFrom($start).flatMap(($part) => [$part, ...$part.querySelectorAll(BLOCKS)]);
  return $blocks
    .filter(($block) => $block.matches(BLOCKS) && !$block.querySelector(BLOCKS))
    .map(($block) => $block.textContent.replace(/\s+/g, " ").trim());
}

/** An anchor is an element with its content, or a heading with what follows up to the next one. */
function partFrom($start) {
  if (!HEADING.test($start.tagName)) return [$start];
  const found = [];
  for (let $next = $start.nextElementSibling; $next; $next = $next.nextElementSibling) {
    if (HEADING.test($next.tagName) && $next.tagName <= $start.tagName) break;
    found.push($next);
  }
  return found;
}
