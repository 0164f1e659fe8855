/** Files of older versions of the format, brought up to date one version at a time. Pure functions. */

import { VERSION } from "./state.mjs";

/** Step `n` turns a file of version `n` into one of version `n + 1`. Version 1 is the first. */
const STEPS = {};

export class NewerVersionError extends Error {}

/** Return the file as of today's version; raises NewerVersionError where a later edition of the site has written it. */
export function migrate(file, steps = STEPS, version = VERSION) {
  if (file.version > version) throw new NewerVersionError(String(file.version));
  let current = file;
  while (current.version < version) current = { ...steps[current.version](current), version: current.version + 1 };
  return current;
}
