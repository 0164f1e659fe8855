/** Small steps that every tool takes on a page. Texts come from the markup: templates and `data-` attributes. */

/** Return a copy of the first element of `<template data-template="name">` inside `$root`. */
export function copyOf($root, name) {
  return $root.querySelector(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
}

export function part($root, name) {
  return $root.matches(`[data-part="${name}"]`) ? $root : $root.querySelector(`[data-part="${name}"]`);
}

/** Put values into a text from the markup: `{count} Treffer`. */
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Return the sentence for a number of results: `data-none`, `data-one` or `data-many`. */
export function counted($element, count, values = {}) {
  const { none, one, many } = $element.dataset;
  return filled(count === 0 ? none : count === 1 ? one : many, { count, ...values });
}

/** Fill an element with text in which some pieces are marked. */
export function showPieces($element, pieces) {
  $element.replaceChildren(
    ...pieces.map(({ text, marked }) => {
      if (!marked) return document.createTextNode(text);
      const $mark = document.createElement("mark");
      $mark.textContent = text;
      return $mark;
    }),
  );
}

/** Return where an address of the index leads from this page; on disk a folder does not open its index by itself. */
export function linkTo(base, address) {
  const [path, anchor] = address.split("#");
  const file = location.protocol === "file:" && (path === "" || path.endsWith("/")) ? `${path}index.html` : path;
  return new URL(file || ".", new URL(base, location.href)).href + (anchor ? `#${anchor}` : "");
}
