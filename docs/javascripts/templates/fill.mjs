/**
 * Writes the name of a municipality into our empty templates: text files of Word and OpenDocument, and packages of them. What the
 * files hold for it says `kompass/downloads/bound.py`. Pure functions; `fflate` packs.
 */

import { slug } from "../entry/slug.mjs";
import { escapeXml } from "../files/xml.mjs";

const FILES = /\.(?:docx|odt)$|^paket-[^/]*\.zip$/; // the archive of all files would hold the page up for seconds
const PACKED = /^mimetype$|\.(?:docx|odt|xlsx|ods)$/; // gain nothing by compression, or must not be compressed
const SAME_DAY = "1980-01-01T00:00:00"; // as in the files of the build

const DATA = /<kommune><\/kommune>/;
const CONTROL = /<w:sdt><w:sdtPr>(?:(?!<\/?w:sdt>).)*?<\/w:sdtPr><w:sdtContent>(?:(?!<\/?w:sdt>).)*?<\/w:sdtContent><\/w:sdt>/gs;
const BOUND = /w:xpath="\/k:angaben\/k:kommune"/;
const PROMPT = "Name Ihrer Kommune"; // what OpenDocument shows where nothing is typed
const FIELD_VALUE = new RegExp(`(office:string-value=")${PROMPT}(" text:name="kommune")`, "g");
const FIELD = new RegExp(`(<text:user-field-(?:get|input) text:name="kommune"[^>]*>)${PROMPT}(?=<)`, "g");

/** Whether a file of this name can take up a name at all. */
export const canFill = (name) => FILES.test(name);

/** Return the file with the name in it; the very same bytes where there is no empty place for one. */
export function fillFile(bytes, name, town, fflate) {
  const fill = { docx: fillWord, odt: fillOpenText, zip: fillArchive }[name.split(".").at(-1)];
  const parts = fflate.unzipSync(bytes);
  const changed = fill ? fill(parts, town, fflate) : {};
  return Object.keys(changed).length ? pack({ ...parts, ...changed }, fflate) : bytes;
}

/** Return the name of the file with that of the town: `beschlussvorlage_muehlenbeck.docx`. */
export function nameWithTown(name, town) {
  const end = name.lastIndexOf(".");
  const suffix = slug(town);
  return suffix ? `${name.slice(0, end)}_${suffix}${name.slice(end)}` : name;
}

function fillWord(parts, town, fflate) {
  const value = escapeXml(town);
  const data = changedParts(parts, /^customXml\/item1\.xml$/, fflate, (xml) =>
    xml.replace(DATA, () => `<kommune>${value}</kommune>`),
  );
  const shown = changedParts(parts, /^word\/(?:document|header\d+|footer\d+)\.xml$/, fflate, (xml) =>
    xml.replace(CONTROL, (control) => (BOUND.test(control) ? filledControl(control, value) : control)),
  );
  return Object.keys(data).length && Object.keys(shown).length ? { ...data, ...shown } : {};
}

function filledControl(control, value) {
  return control
    .replace("<w:showingPlcHdr/>", "")
    .replace('<w:rStyle w:val="PlaceholderText"/>', "")
    .replace("<w:rPr></w:rPr>", "")
    .replace(/(<w:t(?: [^>]*)?>)[^<]*(?=<\/w:t>)/, (_, start) => start + value);
}

function fillOpenText(parts, town, fflate) {
  const value = escapeXml(town);
  return changedParts(parts, /^(?:content|styles)\.xml$/, fflate, (xml) =>
    xml.replace(FIELD_VALUE, (_, before, after) => before + value + after).replace(FIELD, (_, start) => start + value),
  );
}

function fillArchive(parts, town, fflate) {
  const filled = Object.entries(parts).map(([name, bytes]) => [
    name,
    canFill(name) ? fillFile(bytes, name, town, fflate) : bytes,
  ]);
  return Object.fromEntries(filled.filter(([name, bytes]) => bytes !== parts[name]));
}

/** Return those of the parts whose text a change has altered. */
function changedParts(parts, names, fflate, change) {
  const changed = {};
  for (const name of Object.keys(parts).filter((part) => names.test(part))) {
    const before = fflate.strFromU8(parts[name]);
    const after = change(before);
    if (after !== before) changed[name] = fflate.strToU8(after);
  }
  return changed;
}

/** Pack the parts in their order: the first of an OpenDocument file stays its first. */
function pack(parts, fflate) {
  const files = Object.entries(parts).map(([name, bytes]) => [
    name,
    [bytes, { level: PACKED.test(name) ? 0 : 6, mtime: SAME_DAY }],
  ]);
  return fflate.zipSync(Object.fromEntries(files));
}
