/** Which page of "Meine Strategie" comes next: the first on the way where nothing has been entered yet. Pure function. */

import { all, find } from "./state.mjs";

const WAY = [
  ["auftakt", (workspace) => Boolean(find(workspace, "start", "start")?.hours)],
  ["checkliste", (workspace) => all(workspace, "check").some(({ state }) => state)],
  ["selbstcheck", (workspace) => all(workspace, "rating").some(({ level }) => level)],
  ["massnahmen", (workspace) => all(workspace, "measure").length > 0],
  ["papier", () => false],
];

/** Return the name of the next step. */
export const nextStep = (workspace) => WAY.find(([, isBegun]) => !isBegun(workspace))[0];

/** Return how many of the steps have been begun. */
export const begunSteps = (workspace) => WAY.filter(([, isBegun]) => isBegun(workspace)).map(([name]) => name);
