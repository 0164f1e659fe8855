/** The button for the light or dark view. Its name tells the state; without script the button is not there. */

import { LOCAL } from "../storage.mjs";
import { CHOICES, chosen, isDark, next, taken } from "./choice.mjs";

const FORMER = ".__palette"; // the end of the key under which the theme's own script kept the choice

export class Scheme {
  constructor($root) {
    this.$root = $root;
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.choice = read();
    $root.addEventListener("click", () => this.#switch());
    this.dark.addEventListener("change", () => this.#show());
    addEventListener("storage", (event) => event.key === LOCAL.scheme && this.#take(read()));
    this.#show();
  }

  #switch() {
    this.#take(next(this.choice));
    keep(this.choice);
  }

  #take(choice) {
    this.choice = choice;
    this.#show();
  }

  #show() {
    document.documentElement.dataset.mdColorScheme = isDark(this.choice, this.dark.matches) ? "slate" : "default";
    const name = this.$root.dataset[this.choice];
    this.$root.dataset.choice = this.choice;
    this.$root.setAttribute("aria-label", name);
    this.$root.title = name;
  }
}

function read() {
  try {
    return chosen(localStorage.getItem(LOCAL.scheme) ?? takeOver());
  } catch {
    return CHOICES[0]; // a browser that keeps nothing follows the device
  }
}

/** Bring the choice over from the key of the theme's own script, once. */
function takeOver() {
  const former = Object.keys(localStorage).find((key) => key.endsWith(FORMER));
  const choice = former && taken(localStorage.getItem(former));
  if (former) localStorage.removeItem(former);
  if (choice) localStorage.setItem(LOCAL.scheme, choice);
  return choice;
}

function keep(choice) {
  try {
    localStorage.setItem(LOCAL.scheme, choice);
  } catch {
    // The choice holds for this page only.
  }
}
