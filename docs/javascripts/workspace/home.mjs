/** The page "Meine Strategie": where one is, what comes next; open, begin, look at the sample; several workspaces and restore points. */

import { element, loadScript, part, text } from "../page.mjs";
import { clockOf, dayOf } from "./bar.mjs";
import { bind } from "./binding.mjs";
import { FileError, LARGEST, read } from "./file.mjs";
import { compare, merge } from "./merge.mjs";
import { nextStep } from "./next-step.mjs";
import { fitter } from "./schema.mjs";
import { theSession } from "./session.mjs";
import { createWorkspace } from "./state.mjs";

export class WorkspaceHome {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    const actions = {
      begin: () => this.begin(),
      sample: () => this.openSample(),
      open: () => part($root, "file").click(),
      point: () => this.remember(),
      replace: () => this.take("opened", (other) => session.open(other)),
      add: () => this.addWorkspace(),
      merge: () => this.mergeOther(),
      cancel: () => this.settle(null),
      recall: () => this.recall(),
    };
    $root.addEventListener("click", ({ target }) => {
      const $button = target.closest("[data-do]");
      actions[$button?.dataset.do]?.($button);
    });
    part($root, "file").addEventListener("change", ({ target }) => this.openFile(target));
    part($root, "place").addEventListener("input", ({ target }) => this.rename(target.value));
    session.listen((cause) => cause !== "typed" && this.show());
    bind($root, session);
    this.show();
  }

  show() {
    const { workspace, store } = this.session;
    const { active, workspaces } = store.list;
    const $place = part(this.$root, "place");
    if ($place !== document.activeElement) $place.value = workspace.place;
    const step = nextStep(workspace);
    for (const $step of this.$root.querySelectorAll("[data-step]"))
      $step.toggleAttribute("data-next", $step.dataset.step === step);
    part(this.$root, "list").replaceChildren(...workspaces.map((row) => this.row(row, row.id === active)));
    part(this.$root, "several").hidden = workspaces.length < 2;
    const points = store.points(workspace.workspace);
    part(this.$root, "points").replaceChildren(...points.map((point) => this.point(point)));
    part(this.$root, "no-points").hidden = points.length > 0;
  }

  row(row, isActive) {
    const name = row.isSample ? text(this.$root, "sample") : row.place || text(this.$root, "nameless");
    const $row = element("li");
    const $open = element("button", name, { type: "button", class: "kompass-linkbutton" });
    if (isActive) $open.setAttribute("aria-current", "true");
    $open.addEventListener("click", () => this.switchTo(row.id));
    const $drop = element("button", text(this.$root, "drop", { name }), { type: "button", class: "kompass-linkbutton" });
    $drop.addEventListener("click", () => this.drop(row.id, name));
    $row.append($open, ` ${text(this.$root, "changed", { day: dayOf(row.changed) })} `, $drop);
    return $row;
  }

  point({ at, label, workspace }) {
    const $row = element("li");
    const $open = element("button", text(this.$root, "back", { day: dayOf(at), time: clockOf(at) }), {
      type: "button",
      class: "kompass-linkbutton",
    });
    $open.addEventListener("click", () => {
      this.session.change(() => workspace);
      this.say("went-back");
    });
    $row.append($open, label ? ` ${label}` : "");
    return $row;
  }

  rename(place) {
    this.session.workspace = { ...this.session.workspace, place };
    this.session.keepSoon();
    this.session.tell("typed", {});
  }

  begin() {
    this.session.open(createWorkspace({ edition: this.session.edition }));
    this.say("begun");
    part(this.$root, "place").focus();
  }

  switchTo(id) {
    const workspace = this.session.store.load(id);
    if (workspace) this.session.open(workspace);
    else this.say("unreadable");
  }

  drop(id, name) {
    const { store, workspace } = this.session;
    this.gone = id === workspace.workspace ? this.session.forget() : store.forget(id);
    this.show();
    this.say("dropped", { name });
    part(this.$root, "recall").hidden = false;
    part(this.$root, "recall").focus();
  }

  recall() {
    this.session.recall(this.gone);
    part(this.$root, "recall").hidden = true;
    this.say("recalled");
  }

  remember() {
    this.say(this.session.store.remember(this.session.workspace) || "remembered");
    this.show();
  }

  async openSample() {
    if (!globalThis.kompassSample) await loadScript(this.$root.dataset.sample);
    this.session.open(globalThis.kompassSample, { isSample: true });
    this.say("sampled");
  }

  async openFile($file) {
    const [file] = $file.files;
    $file.value = "";
    if (!file) return;
    try {
      const fits = fitter(JSON.parse(part(this.$root, "schema").textContent));
      await import("../vendor/fflate.min.js");
      const unzip = (bytes) => globalThis.fflate.unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= LARGEST });
      const { workspace, refused } = read(new Uint8Array(await file.arrayBuffer()), { fits, unzip });
      this.offer(workspace, refused);
    } catch (error) {
      this.say(error instanceof FileError ? `file-${error.reason}` : "file-damaged");
    }
  }

  /** Show what a file holds beside what is here, and let the reader decide. */
  offer(other, refused) {
    const mine = this.session.workspace;
    if (!mine.entries.length) return this.take("opened", () => this.session.open(other), other);
    this.other = other;
    const rows = compare(mine, other);
    const count = (state) => rows.filter((row) => row.state === state).length;
    const isOlder =
      other.workspace === mine.workspace &&
      other.saved < (this.session.store.list.workspaces.find(({ id }) => id === mine.workspace)?.changed ?? "");
    part(this.$root, "offer-title").textContent = text(this.$root, "offer", {
      place: other.place || text(this.$root, "nameless"),
      day: dayOf(other.saved),
    });
    part(this.$root, "offer-counts").textContent = text(this.$root, "counts", {
      equal: count("equal"),
      mine: count("only-mine"),
      theirs: count("only-theirs"),
      different: count("different"),
    });
    part(this.$root, "offer-older").hidden = !isOlder;
    part(this.$root, "offer-refused").textContent = refused ? text(this.$root, "refused", { count: refused }) : "";
    part(this.$root, "conflicts").replaceChildren(
      ...rows.filter(({ state }) => state === "different").map((row) => this.conflict(row)),
    );
    part(this.$root, "offer").hidden = false;
    part(this.$root, "offer-title").focus();
  }

  conflict({ kind, id, mine, theirs, fields }) {
    const $row = this.$root.querySelector('template[data-template="conflict"]').content.firstElementChild.cloneNode(true);
    $row.dataset.key = `${kind} ${id}`;
    part($row, "title").textContent = mine.title || theirs.title || id;
    part($row, "mine").textContent = fields.map((name) => String(mine[name] ?? "")).join(" · ") || text(this.$root, "nothing");
    part($row, "theirs").textContent =
      fields.map((name) => String(theirs[name] ?? "")).join(" · ") || text(this.$root, "nothing");
    for (const $choice of $row.querySelectorAll("input")) $choice.name = `konflikt-${kind}-${id}`;
    return $row;
  }

  addWorkspace() {
    const { other } = this;
    const isKnown = this.session.store.load(other.workspace);
    this.take("opened", () => this.session.open(isKnown ? { ...other, workspace: createWorkspace().workspace } : other));
  }

  mergeOther() {
    const $rows = [...part(this.$root, "conflicts").children];
    const decide = ({ kind, id }) =>
      $rows.find(({ dataset }) => dataset.key === `${kind} ${id}`)?.querySelector("input:checked").value ?? "both";
    this.session.store.remember(this.session.workspace, text(this.$root, "before-merge"));
    this.take("merged", (other) => this.session.change((mine) => merge(mine, other, decide)));
  }

  take(said, run, other = this.other) {
    run(other);
    this.settle(said);
  }

  settle(said) {
    this.other = null;
    part(this.$root, "offer").hidden = true;
    if (said) this.say(said);
    this.show();
  }

  say(name, values) {
    part(this.$root, "status").textContent = text(this.$root, name, values);
  }
}
