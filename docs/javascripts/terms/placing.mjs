/** Geometry of small notes. Pure. */

const GAP = 8;

/** Return where a note stands: below the word, above it where there is no room, never beyond the edge of the window. */
export function noteBeside(word, note, window) {
  const below = word.bottom + GAP;
  const top = below + note.height <= window.height ? below : Math.max(GAP, word.top - GAP - note.height);
  const left = Math.max(GAP, Math.min(word.left, window.width - note.width - GAP));
  return { left, top };
}
