import assert from "node:assert/strict";
import { test } from "node:test";

import { Session } from "../../docs/javascripts/workspace/session.mjs";
import { find } from "../../docs/javascripts/workspace/state.mjs";
import { LOCAL } from "../../docs/javascripts/storage.mjs";
import { Store } from "../../docs/javascripts/workspace/store.mjs";

function browser() {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => kept.delete(key),
    setItem: (key, value) => kept.set(key, value),
  };
  return { kept, storage };
}

/** A tab with a clock of its own: `wait()` lets the pauses pass, `fire(name, event)` is the browser. */
function tab(storage) {
  const waiting = [];
  const heard = {};
  const session = new Session({
    store: new Store(storage, () => "2026-11-28T10:00:00Z"),
    later: (run) => waiting.push(run),
    $window: { addEventListener: (name, run) => (heard[name] = run) },
  });
  return { session, wait: () => waiting.splice(0).forEach((run) => run()), fire: (name, event) => heard[name](event) };
}

test("an empty workspace leaves nothing behind in the browser", () => {
  const { kept, storage } = browser();
  const { session, fire } = tab(storage);
  session.keep();
  fire("pagehide", {});
  assert.equal(kept.size, 0);
});

test("what is typed is kept after a pause, half-filled and wrong values too", () => {
  const { storage } = browser();
  const { session, wait } = tab(storage);
  session.type("measure", "m1", { cost_once: "ca. zwölf Ba" });
  assert.equal(session.store.list.active, null);
  wait();
  assert.equal(find(tab(storage).session.workspace, "measure", "m1").cost_once, "ca. zwölf Ba");
});

test("closing in the middle of typing loses nothing", () => {
  const { storage } = browser();
  const { session, fire } = tab(storage);
  session.type("start", "start", { reason: "Weil" });
  fire("pagehide", {});
  assert.equal(find(tab(storage).session.workspace, "start", "start").reason, "Weil");
});

test("a change of another tab comes in, unless this one has something unsaved", () => {
  const { storage } = browser();
  const one = tab(storage);
  one.session.type("start", "start", { reason: "eins" });
  one.wait();
  const two = tab(storage);
  two.session.type("start", "start", { reason: "zwei" });
  two.wait();
  one.fire("storage", { key: LOCAL.workspace + one.session.workspace.workspace });
  assert.equal(find(one.session.workspace, "start", "start").reason, "zwei");
  one.session.type("start", "start", { reason: "drei" });
  one.fire("storage", { key: LOCAL.workspace + one.session.workspace.workspace });
  assert.equal(find(one.session.workspace, "start", "start").reason, "drei");
});

test("an untouched tab takes up what another tab begins", () => {
  const { storage } = browser();
  const [one, two] = [tab(storage), tab(storage)];
  one.session.type("start", "start", { reason: "eins" });
  one.wait();
  two.fire("storage", { key: LOCAL.workspaces });
  assert.equal(find(two.session.workspace, "start", "start").reason, "eins");
});

test("a change is taken back, ten times at most", () => {
  const { storage } = browser();
  const { session } = tab(storage);
  for (let number = 0; number < 12; number += 1) session.change((state) => ({ ...state, place: String(number) }));
  let steps = 0;
  for (; session.canUndo; steps += 1) session.undo();
  assert.deepEqual([steps, session.workspace.place], [10, "1"]);
});

test("opening another workspace keeps the present one", () => {
  const { storage } = browser();
  const { session } = tab(storage);
  session.type("start", "start", { reason: "A" });
  const first = session.workspace.workspace;
  session.open({ ...session.workspace, workspace: "andere", place: "B", entries: [] });
  assert.deepEqual([session.store.load(first).entries[0].reason, session.store.list.active], ["A", "andere"]);
});
