/** Which section of a page is being read. Pure functions. */

const READING_LINE = 0.2; // of the height of the window, from above

/** Return the place of the last heading above the reading line, -1 above the first; `tops` are distances from the window's top, null where there is none. */
export function current(tops, height) {
  return tops.findLastIndex((top) => top !== null && top < height * READING_LINE);
}

/** Return how far a list must scroll so that an entry stands inside it; 0 if it does. All in pixels of the window. */
export function scrollFor(entry, list) {
  if (entry.top >= list.top && entry.bottom <= list.bottom) return 0;
  return (entry.top + entry.bottom) / 2 - (list.top + list.bottom) / 2;
}
