/**
 * Reading and writing the file. It is recognised by its line `"format": "kompass-meine-strategie"`, never by its name: as JSON,
 * as text or inside a ZIP of ours. Reading changes nothing and runs nothing; what it refuses, it refuses with a reason.
 */

import { migrate, NewerVersionError } from "./migrate.mjs";
import { FORMAT, now } from "./state.mjs";

export const LARGEST = 5 * 1024 * 1024;
const MOST_ENTRIES = 5000;
const DEEPEST = 6;
const ID = /^[a-z0-9]+(?:[-:@][a-z0-9]+)*$/;

/** A file that cannot be read; `reason`: empty, huge, damaged, foreign, newer, packed. */
export class FileError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Return `{ workspace, refused }` of a file's bytes: `refused` counts entries of no known form, which are left out.
 * `fits(entry)` tells whether an entry is as the schema says; `unzip(bytes)` returns the files of a ZIP by name.
 */
export function read(bytes, { fits, unzip }) {
  if (!bytes.length) throw new FileError("empty");
  if (bytes.length > LARGEST) throw new FileError("huge");
  const text = isZip(bytes) ? fromZip(bytes, unzip) : decode(bytes);
  return accept(parse(text), fits);
}

const isZip = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function fromZip(bytes, unzip) {
  let files;
  try {
    files = unzip(bytes);
  } catch {
    throw new FileError("damaged");
  }
  const texts = Object.values(files)
    .filter(({ length }) => length <= LARGEST)
    .map(softDecode);
  const found = texts.find((text) => text.includes(`"${FORMAT}"`));
  if (found === undefined) throw new FileError("packed");
  return found;
}

const softDecode = (bytes) => new TextDecoder().decode(bytes);

function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FileError("foreign");
  }
}

function parse(text) {
  if (!text.trim()) throw new FileError("empty");
  try {
    return JSON.parse(text);
  } catch {
    throw new FileError(text.includes(FORMAT) ? "damaged" : "foreign");
  }
}

function accept(file, fits) {
  if (typeof file !== "object" || file === null || Array.isArray(file) || file.format !== FORMAT) throw new FileError("foreign");
  const { version, workspace, entries } = file;
  const isWhole =
    Number.isInteger(version) && version > 0 && typeof workspace === "string" && ID.test(workspace) && workspace.length <= 120;
  if (!isWhole || !Array.isArray(entries) || entries.length > MOST_ENTRIES || depthOf(file) > DEEPEST)
    throw new FileError("damaged");
  const current = upToDate(file);
  const kept = distinct(current.entries.filter((entry) => isEntry(entry) && fits(entry)));
  const head = {
    format: FORMAT,
    version: current.version,
    workspace,
    place: lineOf(file.place),
    saved: momentOf(file.saved),
    edition: lineOf(file.edition),
  };
  return { workspace: { ...head, entries: kept }, refused: current.entries.length - kept.length };
}

function upToDate(file) {
  try {
    return migrate(file);
  } catch (error) {
    throw new FileError(error instanceof NewerVersionError ? "newer" : "damaged");
  }
}

const isEntry = (entry) =>
  typeof entry === "object" && entry !== null && !Array.isArray(entry) && typeof entry.id === "string" && ID.test(entry.id);

/** Keep the first of entries with the same kind and id. */
function distinct(entries) {
  const seen = new Map();
  for (const entry of entries) if (!seen.has(`${entry.kind} ${entry.id}`)) seen.set(`${entry.kind} ${entry.id}`, entry);
  return [...seen.values()];
}

const lineOf = (value) => (typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, 200) : "");
const momentOf = (value) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? value : "1970-01-01T00:00:00Z";

/** Return how deep lists and parts are nested; a deeper one than asked for counts as too deep. */
function depthOf(value, left = DEEPEST + 1) {
  if (typeof value !== "object" || value === null) return 0;
  if (left === 0) return 1;
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, left - 1)));
}

/** Return the text of the file. */
export const serialize = (workspace, clock = now) => JSON.stringify({ ...workspace, saved: clock() }, null, 1);

/** Return the name of the file: place, day and minute of the reader's own clock. */
export function fileName(place, moment = new Date(), ending = "json") {
  const two = (number) => String(number).padStart(2, "0");
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `meine-strategie_${slugOf(place) || "ohne-ort"}_${day}_${two(moment.getHours())}${two(moment.getMinutes())}.${ending}`;
}

const FOLDED = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

export const slugOf = (text) =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter])
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
