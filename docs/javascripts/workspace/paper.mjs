/** The paper: passages, chosen fields, goals, participation; beside them the Roter Faden. */

import { element, part, readData, text } from "../page.mjs";
import { bind } from "./binding.mjs";
import { bindExports } from "./export.mjs";
import { EntryList } from "./entry-list.mjs";
import { findAll } from "./findings.mjs";
import { theSession } from "./session.mjs";
import { find, valueOf } from "./state.mjs";

export class StrategyPaper {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    const { findings, phases, names } = readData($root);
    this.findings = new Map(findings.map((finding) => [finding.id, finding]));
    this.phases = phases;
    for (const $list of $root.querySelectorAll("[data-list]")) new EntryList($list, session);
    bind($root, session);
    bindExports($root, session, names, () => this.open());
    session.listen((cause) => cause !== "kept" && this.show());
    this.show();
  }

  show() {
    const found = findAll(this.session.workspace, this.phases);
    const groups = new Map();
    for (const one of found) groups.set(one.id, [...(groups.get(one.id) ?? []), one]);
    part(this.$root, "findings").replaceChildren(...[...groups].map(([id, finds]) => this.finding(this.findings.get(id), finds)));
    part(this.$root, "count").textContent = text(this.$root, groups.size === 0 ? "sound" : groups.size === 1 ? "one" : "many", {
      count: groups.size,
    });
  }

  /** What is open, one sentence for each finding. */
  open() {
    return [...new Set(findAll(this.session.workspace, this.phases).map(({ id }) => this.findings.get(id).title))];
  }

  finding({ title, why, fix, address }, finds) {
    const $row = element("li");
    const names = finds.map(({ kind, entry }) => valueOf(find(this.session.workspace, kind, entry), "title")).filter(Boolean);
    $row.append(
      element("a", title, { href: address }),
      names.length ? `: ${names.join(", ")}` : "",
      element("p", why),
      element("p", fix),
    );
    return $row;
  }
}
