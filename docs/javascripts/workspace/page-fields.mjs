/** A page whose fields belong to the workspace and need no more than that. */

import { bind } from "./binding.mjs";
import { theSession } from "./session.mjs";

export class PageFields {
  constructor($root, session = theSession()) {
    bind($root, session);
  }
}
