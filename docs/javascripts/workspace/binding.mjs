/**
 * Fields of a page that belong to entries: a control says `data-kind`, `data-entry` and `data-field`, and holds the value as typed.
 * The field in use is never touched from outside.
 */

import { find, valueOf } from "./state.mjs";

const CONTROL = "[data-kind][data-entry][data-field]";

/** Bind all controls below an element, those that come later too; `after(kind, id, $control)` is called after each change. */
export function bind($root, session, after = () => {}) {
  const take = ({ target: $control }) => {
    if (!$control.matches?.(CONTROL)) return;
    const { kind, entry, field } = $control.dataset;
    session.type(kind, entry, { [field]: read($control) }, $control);
    for (const $twin of twins($root, $control))
      write($twin, session.workspace.entries.find(({ kind: own, id }) => own === kind && id === entry)[field]);
    after(kind, entry, $control);
  };
  $root.addEventListener("input", take);
  $root.addEventListener("change", take);
  session.listen((cause) => cause !== "typed" && cause !== "kept" && show($root, session));
  show($root, session);
}

/** Show the values of the workspace in all controls below an element but the one in use. */
export function show($root, session) {
  for (const $control of $root.querySelectorAll(CONTROL)) {
    const { kind, entry, field } = $control.dataset;
    if ($control !== document.activeElement) write($control, valueOf(find(session.workspace, kind, entry), field));
  }
}

/** Other controls of the same value: two boxes that exclude each other. */
const twins = ($root, $control) =>
  [...$root.querySelectorAll(CONTROL)].filter(
    (other) => other !== $control && ["kind", "entry", "field"].every((name) => other.dataset[name] === $control.dataset[name]),
  );

function read($control) {
  if ($control.type === "checkbox") return $control.value === "true" ? $control.checked : $control.checked ? $control.value : "";
  return $control.value;
}

function write($control, value) {
  if ($control.type === "checkbox") $control.checked = value === true || value === $control.value;
  else if ($control.type === "radio") $control.checked = value === $control.value;
  else if ($control.value !== value) $control.value = value;
}
