/** Texts and data that stand in the markup, new elements, files for the reader. Nothing here writes HTML. */

import { part } from "./page.mjs";

/** Return a sentence of the markup, `<template data-text="name">`, with its {slots} filled. */
export function text($root, name, values = {}) {
  return fill($root.querySelector(`template[data-text="${name}"]`).content.textContent, values);
}

/** Put values into the {slots} of a sentence; slots without value stay. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (slot, name) => (name in values ? String(values[name]) : slot));
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

/** Hand the reader a file. */
export function saveFile(blob, name) {
  const $link = element("a", "", { href: URL.createObjectURL(blob), download: name });
  document.body.append($link);
  $link.click();
  $link.remove();
  setTimeout(() => URL.revokeObjectURL($link.href), 60_000);
}
