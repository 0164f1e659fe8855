/** Hands the reader a paper: Word files and the file of the workspace together, in one ZIP. */

import { saveFile } from "../files/saving.mjs";
import { loadScript, part, text } from "../page.mjs";
import { wordParts } from "./docx.mjs";
import { fileName, serialize, slugOf } from "./file.mjs";
import { Papers } from "./papers.mjs";

/** What each button hands out: names of files and their blocks. */
const PACKAGES = {
  mandate: (papers) => ({ mandate: papers.mandate() }),
  short: (papers) => ({ short: papers.strategy() }),
  full: (papers) => ({ full: papers.strategy(true) }),
  status: (papers, findings) => ({ status: papers.status(findings) }),
  council: (papers, findings) => ({
    council: papers.council(),
    short: papers.strategy(),
    questions: papers.questions(),
    status: papers.status(findings),
  }),
};

/** Answer the export buttons of a tool; `findings()` returns what is open, as sentences. */
export function bindExports($root, session, names, findings = () => []) {
  $root.addEventListener("click", ({ target }) => {
    const kind = target.closest("[data-export]")?.dataset.export;
    if (kind) exportPackage($root, session, { kind, names, findings: findings() });
  });
}

async function exportPackage($root, session, { kind, names, findings }) {
  if (!globalThis.kompassSkeleton) await loadScript($root.dataset.skeleton);
  await import("../vendor/fflate.min.js");
  const { workspace } = session;
  const say = (name, values) => text($root, `paper-${name}`, values);
  const label = say(`file-${kind}`);
  const files = packageOf(PACKAGES[kind](new Papers(workspace, { say, names }), findings), {
    say,
    workspace,
    skeleton: globalThis.kompassSkeleton,
    fflate: globalThis.fflate,
  });
  const name = `${label}_${slugOf(workspace.place) || "ohne-ort"}.zip`;
  saveFile(new Blob([globalThis.fflate.zipSync(files)], { type: "application/zip" }), name);
  session.keep({ filed: session.store.clock() });
  part($root, "exported").textContent = say("exported", { name });
}

/** Return the files of a package by name: each paper as a Word file, and the workspace. */
export function packageOf(papers, { say, workspace, skeleton, fflate }) {
  const files = {};
  for (const [kind, blocks] of Object.entries(papers)) {
    const title = say(`file-${kind}`);
    const parts = wordParts(blocks, skeleton, { town: workspace.place || say("nameless"), title });
    const bytes = Object.entries(parts).map(([name, content]) => [
      name,
      typeof content === "string" ? fflate.strToU8(content) : content,
    ]);
    files[`${title}.docx`] = fflate.zipSync(Object.fromEntries(bytes));
  }
  return { ...files, [fileName(workspace.place)]: fflate.strToU8(serialize(workspace)) };
}
