import assert from "node:assert/strict";
import { test } from "node:test";

import { FileError, fileName, LARGEST, read, serialize } from "../../docs/javascripts/workspace/file.mjs";
import { compare, merge } from "../../docs/javascripts/workspace/merge.mjs";
import { migrate, NewerVersionError } from "../../docs/javascripts/workspace/migrate.mjs";
import { createWorkspace, duplicate, find, move, put, remove } from "../../docs/javascripts/workspace/state.mjs";
import { Store } from "../../docs/javascripts/workspace/store.mjs";

const EARLY = "2026-11-28T10:00:00Z";
const LATE = "2026-11-29T10:00:00Z";

function town(place, ...measures) {
  const empty = createWorkspace({ place, clock: () => EARLY, random: seeded(place.length) });
  return measures.reduce((state, [id, title]) => put(state, "measure", id, { title }, () => EARLY), empty);
}

/** Numbers that look random and are the same at each run (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const sorted = (workspace) => workspace.entries.map((entry) => JSON.stringify(entry, Object.keys(entry).sort())).sort();
const fits = ({ kind }) => kind === "measure" || kind === "check";
const noZip = () => {
  throw new Error("no ZIP");
};
const bytes = (text) => new TextEncoder().encode(text);

test("a change keeps the id and notes the moment", () => {
  const state = put(town("A", ["m1", "Rufbus"]), "measure", "m1", { title: "Bürgerbus" }, () => LATE);
  assert.deepEqual(find(state, "measure", "m1"), { kind: "measure", id: "m1", title: "Bürgerbus", changed: LATE });
});

test("measures are moved, doubled and removed without touching others", () => {
  const state = put(town("A", ["m1", "eins"], ["m2", "zwei"]), "check", "auftrag", { state: "done" }, () => EARLY);
  assert.deepEqual(
    move(state, "measure", "m2", -1).entries.map(({ id }) => id),
    ["m2", "m1", "auftrag"],
  );
  assert.equal(move(state, "measure", "m1", -1), state);
  const doubled = duplicate(state, "measure", "m1", { clock: () => LATE, random: seeded(1) });
  assert.deepEqual(
    doubled.entries.map(({ title }) => title),
    ["eins", "eins", "zwei", undefined],
  );
  assert.notEqual(doubled.entries[0].id, doubled.entries[1].id);
  assert.deepEqual(
    remove(state, "measure", "m1").entries.map(({ id }) => id),
    ["m2", "auftrag"],
  );
});

test("what is saved is read again unchanged, whatever the file is called", () => {
  const state = town("Musterstadt an der Havel", ["m1", "<b>Rufbus</b> =1+1 {{ 7*7 }} \u{1F68C}"]);
  const text = serialize(state, () => LATE);
  assert.deepEqual(read(bytes(text), { fits, unzip: noZip }), { workspace: { ...state, saved: LATE }, refused: 0 });
  const packed = read(new Uint8Array([0x50, 0x4b, 3, 4]), {
    fits,
    unzip: () => ({ "notiz.txt": bytes("hallo"), "stand.txt": bytes(text) }),
  });
  assert.equal(packed.workspace.place, "Musterstadt an der Havel");
});

test("the name of the file tells place, day and minute", () => {
  assert.equal(
    fileName("Musterstadt an der Havel", new Date(2026, 10, 28, 14, 2)),
    "meine-strategie_musterstadt-an-der-havel_2026-11-28_1402.json",
  );
  assert.equal(fileName("../../etc", new Date(2026, 0, 5, 9, 5)), "meine-strategie_etc_2026-01-05_0905.json");
  assert.equal(fileName("", new Date(2026, 0, 5, 9, 5)), "meine-strategie_ohne-ort_2026-01-05_0905.json");
});

const good = (change) => JSON.stringify({ ...JSON.parse(serialize(town("A", ["m1", "eins"]), () => LATE)), ...change });
const nested = (depth) => (depth ? { a: nested(depth - 1) } : "x");

const REFUSED = {
  empty: ["", "   \n"],
  foreign: [
    "[]",
    "null",
    "42",
    '"kompass"',
    "<html>",
    "{}",
    '{"format":"kompass-merkliste","version":1,"entries":[]}',
    "PKkein Zip",
    good({ format: "andere" }),
    good({ format: ["kompass-meine-strategie"] }),
    "\u0000\u0001",
    "a;b;c",
  ],
  damaged: [
    good({}).slice(0, -20),
    good({ version: "1" }),
    good({ version: 0 }),
    good({ version: -1 }),
    good({ version: 1.5 }),
    good({ version: null }),
    good({ entries: {} }),
    good({ entries: "viele" }),
    good({ entries: null }),
    good({ workspace: "../../x" }),
    good({ workspace: "" }),
    good({ workspace: 7 }),
    good({ workspace: "a".repeat(200) }),
    good({ entries: [nested(40)] }),
    good({ more: nested(4000) }),
    good({ entries: Array(5001).fill({ kind: "measure", id: "a" }) }),
  ],
  newer: [good({ version: 2 }), good({ version: 999999 })],
};

for (const [reason, texts] of Object.entries(REFUSED)) {
  test(`files are refused as ${reason}`, () => {
    for (const text of texts) {
      assert.throws(
        () => read(bytes(text), { fits, unzip: noZip }),
        (error) =>
          error instanceof FileError && (error.reason === reason || (text.startsWith("PK") && error.reason === "damaged")),
        text.slice(0, 80),
      );
    }
  });
}

test("a file over five megabytes and bytes that are no text are refused unread", () => {
  assert.throws(() => read(new Uint8Array(LARGEST + 1), { fits, unzip: noZip }), { reason: "huge" });
  assert.throws(() => read(new Uint8Array([0xff, 0xfe, 0x41]), { fits, unzip: noZip }), { reason: "foreign" });
  assert.throws(() => read(new Uint8Array([0x50, 0x4b, 3, 4]), { fits, unzip: () => ({ "a.json": bytes("{}") }) }), {
    reason: "packed",
  });
});

test("entries of no known form are left out and counted, names of the language stay harmless", () => {
  const strange = [
    null,
    7,
    "x",
    [],
    {},
    { kind: "measure" },
    { kind: "unknown", id: "a" },
    { kind: "measure", id: "__proto__" },
    { kind: "measure", id: "constructor", title: "heißt so" },
    { kind: "measure", id: "m1", title: "eins" },
    { kind: "measure", id: "m1", title: "nochmal" },
  ];
  const { workspace, refused } = read(bytes(good({ entries: strange })), { fits, unzip: noZip });
  assert.deepEqual(
    workspace.entries.map(({ id }) => id),
    ["constructor", "m1"],
  );
  assert.equal(refused, 9);
  assert.equal({}.title, undefined);
});

test("an older file is brought up to date step by step, a newer one is refused", () => {
  const steps = { 1: (file) => ({ ...file, one: true }), 2: (file) => ({ ...file, two: true }) };
  assert.deepEqual(migrate({ version: 1 }, steps, 3), { version: 3, one: true, two: true });
  assert.throws(() => migrate({ version: 4 }, steps, 3), NewerVersionError);
});

test("files that share nothing merge to the same whichever is opened first", () => {
  for (let round = 0; round < 50; round += 1) {
    const random = seeded(round);
    const draw = (name) =>
      town(
        name,
        ...Array.from({ length: Math.floor(random() * 6) }, (_, number) => [
          `${name.toLowerCase()}${number}`,
          `t${Math.floor(random() * 9)}`,
        ]),
      );
    const [one, other] = [draw("A"), draw("B")];
    assert.deepEqual(sorted(merge(one, other)), sorted(merge(other, one)));
  }
});

test("merging the same file again adds nothing and nothing ever disappears", () => {
  for (let round = 0; round < 100; round += 1) {
    const random = seeded(round);
    const draw = (name) =>
      town(name, ...Array.from({ length: 8 }, () => [`m${Math.floor(random() * 5)}`, `t${Math.floor(random() * 3)}`]));
    const [one, other] = [draw("A"), draw(random() < 0.5 ? "A" : "B")];
    const once = merge(one, other);
    const titles = (state) => new Set(state.entries.map(({ title }) => title));
    assert.deepEqual(sorted(merge(once, other)), sorted(once));
    assert.deepEqual(
      [...titles(one), ...titles(other)].filter((title) => !titles(once).has(title)),
      [],
    );
  }
});

test("where both differ a person decides, never the clock", () => {
  const mine = town("A", ["m1", "alt"]);
  const theirs = put(town("A", ["m1", "alt"]), "measure", "m1", { title: "neu" }, () => LATE);
  const title = (decision) => merge(mine, theirs, () => decision).entries.map((entry) => entry.title);
  assert.deepEqual(compare(mine, theirs)[0].fields, ["title"]);
  assert.deepEqual([title("mine"), title("theirs"), title("both")], [["alt"], ["neu"], ["alt", "neu"]]);
  assert.equal(
    compare(
      mine,
      put(mine, "measure", "m1", {}, () => LATE),
    )[0].state,
    "equal",
  );
});

test("measures of several towns keep their place", () => {
  const amt = merge(
    merge(town("Amt Musterland", ["a1", "gemeinsam"]), town("Musterdorf", ["d1", "Halle"])),
    town("Beispielow", ["b1", "Bus"]),
  );
  assert.deepEqual(
    amt.entries.map(({ id, place }) => [id, place]),
    [
      ["a1", "Amt Musterland"],
      ["d1", "Musterdorf"],
      ["b1", "Beispielow"],
    ],
  );
});

function memory({ room = Infinity } = {}) {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => kept.delete(key),
    setItem(key, value) {
      const size = [...kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), value.length);
      if (size > room) throw Object.assign(new Error("full"), { name: "QuotaExceededError" });
      kept.set(key, value);
    },
  };
}

test("several workspaces are kept side by side, deleting can be undone", () => {
  const store = new Store(memory(), () => LATE);
  const [a, b] = [town("A", ["m1", "eins"]), town("Beispielow", ["m2", "zwei"])];
  store.keep(a);
  store.keep(b);
  assert.equal(store.list.active, b.workspace);
  store.remember(b, "vor der Sitzung");
  const gone = store.forget(b.workspace);
  assert.deepEqual([store.list.active, store.load(b.workspace)], [a.workspace, null]);
  store.restore(gone);
  assert.deepEqual([store.load(b.workspace), store.points(b.workspace).length], [b, 1]);
});

test("five restore points are kept, fewer where there is no room, and the state comes first", () => {
  const state = town("A", ["m1", "x".repeat(1000)]);
  const store = new Store(memory(), () => LATE);
  for (let count = 0; count < 8; count += 1) store.remember(state, String(count));
  assert.deepEqual(
    store.points(state.workspace).map(({ label }) => label),
    ["7", "6", "5", "4", "3"],
  );
  const small = new Store(memory({ room: 4000 }), () => LATE);
  assert.equal(small.keep(state), "");
  for (let count = 0; count < 4; count += 1) assert.equal(small.remember(state, String(count)), "");
  assert.deepEqual(
    small.points(state.workspace).map(({ label }) => label),
    ["3", "2"],
  );
});

test("a full or forbidden storage is told and breaks nothing", () => {
  const state = town("A", ["m1", "x".repeat(1000)]);
  assert.equal(new Store(memory({ room: 500 })).keep(state), "full");
  const forbidden = new Store(null);
  assert.equal(forbidden.keep(state), "forbidden");
  assert.deepEqual([forbidden.list.workspaces, forbidden.load("a"), forbidden.points("a")], [[], null, []]);
});

test("what a stranger wrote into the storage counts as nothing", () => {
  for (const rubbish of ["", "[]", "null", "7", '{"workspaces":7}', '{"workspaces":[null,{"id":7}],"active":"x"}', "{"]) {
    const storage = memory();
    for (const key of ["kompass-meine-strategie", "kompass-meine-strategie.stand.a", "kompass-meine-strategie.punkte.a"])
      storage.setItem(key, rubbish);
    const store = new Store(storage);
    assert.deepEqual([store.list.workspaces, store.load("a"), store.points("a"), store.current().entries], [[], null, [], []]);
  }
});
