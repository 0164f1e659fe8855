import assert from "node:assert/strict";
import { test } from "node:test";

import {
  add,
  annotate,
  fromAddress,
  has,
  parse,
  remove,
  serialize,
  toAddress,
} from "../../docs/javascripts/bookmarks/format.mjs";

const BUS = { kind: "example", id: "rufbus", added: "2026-11-22" };

test("what is stored is read again unchanged", () => {
  const entries = [{ ...BUS, note: "für den Ausschuss" }];
  assert.deepEqual(parse(serialize(entries)), entries);
});

test("an entry stands on the list once", () => {
  assert.deepEqual(add([BUS], { ...BUS, added: "2027-01-01" }), [BUS]);
  assert.deepEqual(remove([BUS], { kind: "example", id: "rufbus" }), []);
  assert.ok(!has([BUS], { kind: "method", id: "rufbus" }));
});

test("the address carries kind and id and nothing else", () => {
  assert.equal(toAddress([{ ...BUS, note: "geheim" }]), "example:rufbus");
  assert.deepEqual(fromAddress("example:rufbus,method:okr,,kaputt,example:rufbus"), [
    { kind: "example", id: "rufbus" },
    { kind: "method", id: "okr" },
  ]);
});

test("files of another kind or version are refused, strange entries left out", () => {
  assert.throws(() => parse("[]"), SyntaxError);
  assert.throws(() => parse("kein JSON"), SyntaxError);
  assert.throws(() => parse('{"format":"kompass-merkliste","version":2,"entries":[]}'), RangeError);
  const strange = {
    format: "kompass-merkliste",
    version: 1,
    entries: [null, { kind: "<b>", id: "x" }, { ...BUS, more: 1, added: "gestern" }],
  };
  assert.deepEqual(parse(JSON.stringify(strange)), [{ kind: "example", id: "rufbus" }]);
});

test("a note is kept short and an empty one goes", () => {
  assert.equal(annotate([BUS], BUS, "x".repeat(900))[0].note.length, 500);
  assert.ok(!("note" in annotate([{ ...BUS, note: "alt" }], BUS, "  ")[0]));
});
