/** Every name under which this site keeps something in the browser; `docs/datenschutz.md` says the same to readers, and a test compares. */

/** Kept until the reader deletes it. Names that end with a dot stand before an id. */
export const LOCAL = {
  scheme: "kompass-ansicht", // also in macros/theme/partials/early.html
  slash: "kompass.suche.taste",
  bookmarks: "kompass-merkliste",
  draft: "kompass-eintrag-1",
  workspaces: "kompass-meine-strategie",
  workspace: "kompass-meine-strategie.stand.",
  points: "kompass-meine-strategie.punkte.",
  office: "kompass-vorlagen-programm", // also in macros/theme/partials/early.html
  town: "kompass-vorlagen-kommune",
};

/** Kept until the tab is closed. */
export const SESSION = {
  seen: "kompass-meine-strategie.gesehen",
};

/** Return what is kept under a name; null if nothing is, or if the browser keeps nothing. */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keep a text, or with null nothing; where the browser refuses, it holds for this page only. */
export function keep(key, text) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Every tool works without memory, too.
  }
}
