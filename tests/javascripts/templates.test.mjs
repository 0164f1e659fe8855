import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { canFill, fillFile, nameWithTown } from "../../docs/javascripts/templates/fill.mjs";

const fflate = createRequire(import.meta.url)("../../docs/javascripts/vendor/fflate.min.js");
const { strFromU8, strToU8, unzipSync, zipSync } = fflate;
const NASTY = 'Mühl & <Berg> "$&"';
const ESCAPED = "Mühl &amp; &lt;Berg&gt; &quot;$&amp;&quot;";

const pack = (parts) => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
const texts = (bytes) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const control = (name, prompt) =>
  `<w:sdt><w:sdtPr><w:tag w:val="${name}"/><w:placeholder><w:docPart w:val="${prompt}"/></w:placeholder><w:showingPlcHdr/>` +
  `<w:dataBinding w:xpath="/k:angaben/k:${name}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>` +
  `<w:t xml:space="preserve">${prompt}</w:t></w:r></w:sdtContent></w:sdt>`;
const AUTHOR = control("bearbeitung", "Name und Amt");
const BEFORE = control("kommune", "Name Ihrer Kommune");
const word = (town = "") =>
  pack({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:p>${AUTHOR}${BEFORE}</w:p>`,
    "word/header1.xml": `<w:hdr>${BEFORE}</w:hdr>`,
    "customXml/item1.xml": `<angaben><kommune>${town}</kommune><titel></titel></angaben>`,
  });

const openText = () =>
  pack({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml":
      '<text:user-field-decl office:value-type="string" office:string-value="Name Ihrer Kommune" text:name="kommune"/>' +
      '<text:user-field-get text:name="kommune">Name Ihrer Kommune</text:user-field-get><text:p>Name Ihrer Kommune</text:p>',
    "styles.xml": '<text:user-field-get text:name="kommune">Name Ihrer Kommune</text:user-field-get>',
  });

test("a name stands in the data part, the header and every control bound to it, and nowhere else", () => {
  const found = texts(fillFile(word(), "a.docx", NASTY, fflate));
  assert.match(
    found["customXml/item1.xml"],
    new RegExp(`<kommune>${RegExp.escape?.(ESCAPED) ?? ESCAPED.replace(/[$&]/g, "\\$&")}</kommune>`),
  );
  for (const name of ["word/document.xml", "word/header1.xml"])
    assert.ok(found[name].includes(`preserve">${ESCAPED}</w:t>`), name);
  assert.ok(found["word/document.xml"].includes(AUTHOR), "another control has changed");
  assert.ok(!found["word/header1.xml"].includes("showingPlcHdr"), "Word would still show a prompt");
});

test("a filled example stays the same bytes", () => {
  const example = word("Musterstadt an der Havel");
  assert.equal(fillFile(example, "a.docx", "Altdorf", fflate), example);
});

test("a file that shows the name nowhere stays the same bytes", () => {
  const paper = pack({
    "word/document.xml": `<w:p>${AUTHOR}</w:p>`,
    "customXml/item1.xml": "<angaben><kommune></kommune></angaben>",
  });
  assert.equal(fillFile(paper, "a.docx", "Altdorf", fflate), paper);
});

test("an OpenDocument text takes the name into its fields, not into its sentences", () => {
  const found = texts(fillFile(openText(), "a.odt", NASTY, fflate));
  assert.ok(found["content.xml"].includes(`office:string-value="${ESCAPED}" text:name="kommune"`));
  assert.ok(
    found["content.xml"].includes(`text:name="kommune">${ESCAPED}</text:user-field-get><text:p>Name Ihrer Kommune</text:p>`),
  );
  assert.ok(found["styles.xml"].includes(ESCAPED));
});

test("the type of an OpenDocument file stays first and uncompressed", () => {
  const bytes = fillFile(openText(), "a.odt", "Altdorf", fflate);
  assert.equal(strFromU8(bytes.slice(30, 38)), "mimetype");
  assert.equal(bytes[8] | (bytes[9] << 8), 0, "compressed");
});

test("a package is filled file by file, what has no place for a name stays as it is", () => {
  const example = word("Musterstadt");
  const archive = zipSync({ "LIES-MICH.txt": strToU8("Hallo"), "für alle.docx": word(), "Beispiel.docx": example });
  const found = unzipSync(fillFile(archive, "paket.zip", "Altdorf", fflate));
  assert.deepEqual(Object.keys(found), ["LIES-MICH.txt", "für alle.docx", "Beispiel.docx"]);
  assert.ok(texts(found["für alle.docx"])["customXml/item1.xml"].includes("Altdorf"));
  assert.deepEqual(found["Beispiel.docx"], example);
});

test("the same name gives the same bytes", () => {
  assert.deepEqual(fillFile(word(), "a.docx", "Altdorf", fflate), fillFile(word(), "a.docx", "Altdorf", fflate));
});

test("control characters, which no XML can hold, are left out", () => {
  assert.ok(
    texts(fillFile(word(), "a.docx", "Alt\u0001dorf", fflate))["customXml/item1.xml"].includes("<kommune>Altdorf</kommune>"),
  );
});

test("only texts and packages can be filled; the file is named after the town", () => {
  assert.deepEqual(["a.docx", "a.odt", "paket-a.zip", "vorlagen.zip", "a.pdf", "a.xlsx"].map(canFill), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.equal(nameWithTown("swot.docx", "Mühlenbecker Land"), "swot_muehlenbecker-land.docx");
  assert.equal(nameWithTown("swot.docx", "…"), "swot.docx");
});
