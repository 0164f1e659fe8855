/** Draws one result into a copy of the template `hit`. */

import { excerpt, marked } from "./excerpt.mjs";
import { copyOf, linkTo, part, showPieces } from "./page.mjs";

export function drawHit($root, { entry }, words) {
  const $hit = copyOf($root, "hit");
  part($hit, "link").href = linkTo($root.dataset.base, entry.address);
  showPieces(part($hit, "title"), marked(entry.title, words));
  part($hit, "trail").textContent = entry.trail.join(" › ");
  showPieces(part($hit, "excerpt"), excerpt(entry, words));
  return $hit;
}
