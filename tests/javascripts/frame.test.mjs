import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, isDark, next, taken } from "../../docs/javascripts/frame/choice.mjs";
import { current, scrollFor } from "../../docs/javascripts/frame/section.mjs";

test("the button goes round: device, light, dark", () => {
  assert.deepEqual([next("geraet"), next("hell"), next("dunkel")], ["hell", "dunkel", "geraet"]);
});

test("whatever else is kept counts as the device's own", () => {
  assert.deepEqual(["hell", "blau", null].map(chosen), ["hell", "geraet", "geraet"]);
  assert.ok(isDark("geraet", true) && !isDark("hell", true) && isDark("dunkel", false));
});

test("the choice of an earlier edition is read, a broken one is none", () => {
  assert.equal(taken('{"color":{"media":"(prefers-color-scheme: dark)"}}'), "dunkel");
  assert.equal(taken('{"color":{"media":"(prefers-color-scheme)"}}'), null);
  assert.equal(taken("{kaputt"), null);
});

test("the section read is the last above the line, none above the first", () => {
  assert.equal(current([-500, -20, 300, 900], 800), 1);
  assert.equal(current([200, 900], 800), -1);
  assert.equal(current([-500, null, 100], 800), 2);
});

test("a mark outside its list is brought to the middle, one inside stays", () => {
  assert.equal(scrollFor({ top: 900, bottom: 920 }, { top: 100, bottom: 500 }), 610);
  assert.equal(scrollFor({ top: 120, bottom: 140 }, { top: 100, bottom: 500 }), 0);
});
