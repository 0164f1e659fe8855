/** Explains a term in a small note beside the word, so that readers need not go to the end of the page and back. */

import { noteBeside } from "./placing.mjs";
import { part } from "../page.mjs";

export class Terms {
  constructor($root) {
    this.$root = $root;
    this.$note = part($root, "note");
    if (!this.$note?.showPopover) return;
    for (const $word of document.querySelectorAll("a.kompass-term")) {
      $word.addEventListener("click", (event) => this.show(event, $word));
    }
    addEventListener("scroll", () => this.$note.hidePopover(), { passive: true });
  }

  show(event, $word) {
    const $entry = document.getElementById($word.hash.slice(1));
    if (!$entry || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const [$term, $text] = [$entry.querySelector("dt"), $entry.querySelector("dd").firstChild];
    part(this.$note, "title").textContent = $term.textContent;
    part(this.$note, "definition").textContent = $text.textContent;
    part(this.$note, "more").href = $term.querySelector("a").href;
    this.$note.showPopover();
    this.place($word);
    this.$note.focus({ preventScroll: true });
  }

  place($word) {
    const { left, top } = noteBeside($word.getBoundingClientRect(), this.$note.getBoundingClientRect(), {
      width: document.documentElement.clientWidth,
      height: innerHeight,
    });
    this.$note.style.left = `${left}px`;
    this.$note.style.top = `${top}px`;
  }
}
