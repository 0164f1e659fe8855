/** Small steps that every tool takes on a page. Texts and data come from the markup; nothing here writes HTML. */

/** Return a copy of the first element of `<template data-template="name">` inside `$root`. */
export function copyOf($root, name) {
  return $root.querySelector(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
}

export function part($root, name) {
  return $root.matches(`[data-part="${name}"]`) ? $root : $root.querySelector(`[data-part="${name}"]`);
}

/** Put values into the {slots} of a sentence: `{count} Treffer`; slots without value stay. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? String(values[name]) : slot));
}

/** Return a sentence of the markup, `<template data-text="name">`, with its {slots} filled. */
export function text($root, name, values = {}) {
  return fill($root.querySelector(`template[data-text="${name}"]`).content.textContent, values);
}

/** Return the sentence for a number of results: `data-none`, `data-one` or `data-many`. */
export function counted($element, count, values = {}) {
  const { none, one, many } = $element.dataset;
  return fill(count === 0 ? none : count === 1 ? one : many, { count, ...values });
}

/** Return the data that the page carries for a tool. */
export const readData = ($root) => JSON.parse(part($root, "data").textContent);

/** Return a new element with text and attributes. */
export function element(name, content = "", attributes = {}) {
  const $element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) $element.setAttribute(key, value);
  if (content !== "") $element.textContent = content;
  return $element;
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

const HERE = globalThis.document?.currentScript?.src; // only while the script of the page runs for the first time

/** Return the address of a file that the build puts beside the script of the page. */
export const besideScript = (name) => new URL(name, HERE).href;

/** Load a classic script: it also comes to pages opened from disk, where `fetch` brings nothing. */
export function loadScript(address) {
  return new Promise((resolve, reject) => {
    const $script = element("script", "", { src: address });
    $script.addEventListener("load", resolve);
    $script.addEventListener("error", () => reject(new Error(`${address} konnte nicht geladen werden`)));
    document.head.append($script);
  });
}

/** The anchor of the address, decoded; one that cannot be decoded (cut off, from old mail programs) is taken as it stands. */
export function anchor(hash) {
  const written = hash.slice(1);
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
