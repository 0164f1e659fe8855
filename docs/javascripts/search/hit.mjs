/** Draws one result into a copy of the template `hit`. */

import { excerpt, marked } from "./excerpt.mjs";
import { copyOf, linkTo, part, showPieces } from "../page.mjs";
import { showPassage } from "./passage.mjs";

export function drawHit($root, { entry }, words) {
  const $hit = copyOf($root, "hit");
  part($hit, "link").href = linkTo($root.dataset.base, entry.address);
  const title = marked(entry.title, words);
  const text = excerpt(entry, words);
  showPieces(part($hit, "title"), title);
  part($hit, "trail").textContent = entry.trail.join(" › ");
  showPieces(part($hit, "excerpt"), text);
  if (![...title, ...text].some((piece) => piece.marked)) showPassage($hit, part($hit, "excerpt"), words);
  return $hit;
}
