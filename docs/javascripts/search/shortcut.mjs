/** The key `/` leads to a search field. It can be switched off, because speech input may type it by accident (WCAG 2.1.4). */

import { kept, LOCAL } from "../storage.mjs";

let listening = false;

export function isSlashOn() {
  return kept(LOCAL.slash) !== "aus";
}

export function switchSlash(on) {
  try {
    if (on) localStorage.removeItem(LOCAL.slash);
    else localStorage.setItem(LOCAL.slash, "aus");
  } catch {
    // a browser that keeps nothing keeps the key on
  }
}

/** Focus the first visible of the fields that ask for it. */
const $fields = [];
export function listenForSlash($field) {
  $fields.push($field);
  if (listening) return;
  listening = true;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isSlashOn()) return;
    const $visible = $fields.find(($one) => $one.getClientRects().length > 0);
    if (!$visible) return;
    event.preventDefault();
    $visible.focus();
    $visible.select();
  });
}

function isTyping($target) {
  return $target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test($target.tagName);
}
