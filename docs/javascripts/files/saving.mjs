/** Hands the reader a file that the page has made. */

import { element } from "../page.mjs";

export function saveFile(blob, name) {
  const $link = element("a", "", { href: URL.createObjectURL(blob), download: name });
  document.body.append($link);
  $link.click();
  $link.remove();
  setTimeout(() => URL.revokeObjectURL($link.href), 60_000);
}
