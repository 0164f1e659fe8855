/**
 * A Word file from blocks of text: the skeleton comes from the build and brings styles, header and footer; here only the text is
 * written. Pure functions. Blocks: `{ title }`, `{ subtitle }`, `{ heading, level }`, `{ text, style }`, `{ points }`, `{ rows, head, widths }`, `{ contents: true }`.
 */

import { escapeXml } from "../files/xml.mjs";

const TEXT_WIDTH = 9355; // twips between the margins of the skeleton

/** Return the parts of the file by name, texts and bytes, ready to be packed. */
export function wordParts(blocks, skeleton, { town, title }) {
  const fill = (xml) => xml.replaceAll("@KOMMUNE@", escapeXml(town)).replaceAll("@TITEL@", escapeXml(title));
  const parts = { "[Content_Types].xml": skeleton.texts["[Content_Types].xml"] };
  for (const [name, xml] of Object.entries(skeleton.texts)) parts[name] = fill(xml);
  for (const [name, text] of Object.entries(skeleton.binary))
    parts[name] = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  parts["word/document.xml"] = fill(skeleton.before) + body(blocks) + skeleton.after;
  return parts;
}

function body(blocks) {
  const headings = blocks.filter(({ heading }) => heading !== undefined);
  let number = -1;
  return blocks
    .map((block) => {
      if (block.title !== undefined) return paragraph(block.title, "Title");
      if (block.subtitle !== undefined) return paragraph(block.subtitle, "Subtitle");
      if (block.contents) return contents(headings);
      if (block.heading !== undefined) return marked(block, (number += 1));
      if (block.points) return block.points.map((point) => paragraph(point, "ListBullet")).join("");
      if (block.rows) return table(block) + paragraph("", "KompassGap");
      return lines(block.text)
        .map((line) => paragraph(line, block.style))
        .join("");
    })
    .join("");
}

const lines = (text) =>
  String(text)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);

const run = (text) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const styled = (style) => (style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "");

const paragraph = (text, style) => `<w:p>${styled(style)}${text === "" ? "" : run(text)}</w:p>`;

const anchor = (number) => `_Toc${1000 + number}`;

function marked({ heading, level = 1 }, number) {
  const mark = `<w:bookmarkStart w:id="${number}" w:name="${anchor(number)}"/>${run(heading)}<w:bookmarkEnd w:id="${number}"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${mark}</w:p>`;
}

/** The contents as finished text that leads to the headings; a program need not ask whether to renew it. */
function contents(headings) {
  const rows = headings.map(
    ({ heading, level = 1 }, number) =>
      `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr><w:hyperlink w:anchor="${anchor(number)}">${run(heading)}</w:hyperlink></w:p>`,
  );
  return paragraph("Inhalt", "KompassContentsTitle") + rows.join("");
}

function table({ head, rows, widths = head.map(() => 1), caption = "" }) {
  const sum = widths.reduce((total, width) => total + width, 0);
  const columns = widths.map((width) => Math.round((width / sum) * TEXT_WIDTH));
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const cells = (texts, style) => texts.map((text, place) => cell(text, columns[place], style)).join("");
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="KompassTable"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${escapeXml(caption)}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells(head, "KompassLabel")}</w:tr>` +
    rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells(row, "KompassCell")}</w:tr>`).join("") +
    "</w:tbl>"
  );
}

function cell(text, width, style) {
  const texts = lines(text ?? "");
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${texts.length ? texts.map((line) => paragraph(line, style)).join("") : paragraph("", style)}</w:tc>`;
}
