/** The checklist with its state: ticks, who, until when; progress by phase; only what is open. */

import { part, text } from "../page.mjs";
import { bind } from "./binding.mjs";
import { theSession } from "./session.mjs";
import { find, valueOf } from "./state.mjs";

export class Checklist {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    bind($root, session, () => this.show());
    session.listen((cause) => cause !== "kept" && this.show());
    part($root, "filter").addEventListener("change", () => this.show());
    this.show();
  }

  show() {
    const shown = part(this.$root, "filter").value;
    let open = 0;
    for (const $group of this.$root.querySelectorAll("[data-phase]")) {
      const items = [...$group.querySelectorAll("[data-item]")];
      const settled = items.filter(($item) => valueOf(find(this.session.workspace, "check", $item.dataset.item), "state"));
      open += items.length - settled.length;
      for (const $item of items) $item.hidden = !fits($item, settled.includes($item), shown);
      part($group, "progress").textContent = text(this.$root, "progress", { count: settled.length, all: items.length });
    }
    part(this.$root, "open").textContent = text(this.$root, open === 1 ? "open-one" : "open-many", { count: open });
  }
}

const fits = ($item, isSettled, shown) =>
  shown === "all" || (!isSettled && (shown === "open" || $item.hasAttribute("data-essential")));
