import assert from "node:assert/strict";
import { test } from "node:test";

import { anchor } from "../../docs/javascripts/page.mjs";

test("an anchor is decoded", () => {
  assert.deepEqual(["#energie", "#stra%C3%9Fe", "", "#"].map(anchor), ["energie", "straße", "", ""]);
});

test("one that cannot be decoded is taken as it stands and breaks nothing", () => {
  assert.deepEqual(["#100%", "#%E4", "#%"].map(anchor), ["100%", "%E4", "%"]);
});
