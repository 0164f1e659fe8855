/** Marks in the list of contents the section that is being read, and keeps the mark in view in long lists. */

import { anchor } from "../page.mjs";
import { current, scrollFor } from "./section.mjs";

export class Contents {
  constructor($root) {
    this.$links = [...$root.querySelectorAll('a[href^="#"]')];
    this.$marks = this.$links.map(($link) => document.getElementById(anchor($link.hash)));
    this.$box = $root.closest(".md-sidebar__scrollwrap");
    if (!this.$box || !this.$marks.some(Boolean)) return;
    this.active = -1;
    const later = () => (this.waiting ??= requestAnimationFrame(() => this.#show()));
    addEventListener("scroll", later, { passive: true });
    new ResizeObserver(later).observe(document.body);
  }

  #show() {
    this.waiting = undefined;
    const tops = this.$marks.map(($mark) => $mark && $mark.getBoundingClientRect().top);
    const now = current(tops, innerHeight);
    if (now === this.active) return;
    this.#mark(this.active, false);
    this.#mark(now, true);
    this.active = now;
  }

  #mark(place, isActive) {
    const $link = this.$links[place];
    if (!$link) return;
    $link.classList.toggle("md-nav__link--active", isActive);
    if (!isActive) return $link.removeAttribute("aria-current");
    $link.setAttribute("aria-current", "location");
    this.$box.scrollTop += scrollFor($link.getBoundingClientRect(), this.$box.getBoundingClientRect());
  }
}
