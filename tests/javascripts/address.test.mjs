/** The entry form accepts the addresses that `kompass check` accepts. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { isPublicAddress } from "../../docs/javascripts/entry/address-rule.mjs";

const cases = JSON.parse(readFileSync(new URL("../kompass/rules/addresses.json", import.meta.url), "utf-8"));

test("an address is accepted only with a public server name", () => {
  const wrong = Object.entries(cases).filter(([url, isAccepted]) => isPublicAddress(url) !== isAccepted);
  assert.deepEqual(wrong, []);
});
