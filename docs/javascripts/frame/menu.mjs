/** The button of the menu on narrow screens. While the menu is closed nothing in it can be reached; while it is open, only it can. */

export class Menu {
  constructor($root) {
    this.$root = $root;
    this.$drawer = document.getElementById($root.getAttribute("aria-controls"));
    this.$state = document.getElementById("__drawer"); // what the style sheet goes by
    if (!this.$drawer || !this.$state) return;
    this.wide = matchMedia("(min-width: 76.25em)");
    this.$behind = [...document.querySelectorAll(".md-header, .md-content, .md-sidebar--secondary, .md-footer, .md-skip")];
    $root.addEventListener("click", () => this.#open());
    this.$state.addEventListener("change", () => !this.$state.checked && this.#close());
    this.$drawer.addEventListener("click", (event) => event.target.closest("a[href]") && this.#close());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.$state.checked && this.#close());
    this.wide.addEventListener("change", () => this.#show(false));
    this.#show(false);
  }

  #open() {
    this.#show(true);
    this.$drawer.querySelector("[data-part=menu-title]").focus();
  }

  #close() {
    this.#show(false);
    this.$root.focus();
  }

  #show(open) {
    this.$state.checked = open;
    this.$root.setAttribute("aria-expanded", String(open));
    this.$drawer.inert = !open && !this.wide.matches;
    for (const $part of this.$behind) $part.inert = open;
    document.documentElement.classList.toggle("is-menu-open", open);
  }
}
