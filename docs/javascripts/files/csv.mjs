/** Tables as CSV for German office programs: semicolons, CRLF, byte order mark. Pure functions. */

const SPECIAL = /[;"\r\n]/;
const FORMULA = /^[=+\-@\t\r]/;

/** Return the rows (arrays of texts, numbers, null) as the text of a CSV file. */
export function writeCsv(rows) {
  return `\uFEFF${rows.map((row) => row.map(writeCell).join(";")).join("\r\n")}\r\n`;
}

/** Numbers stay numbers; a text that a spreadsheet would calculate is kept from it by an apostrophe. */
function writeCell(value) {
  if (value == null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = FORMULA.test(value) ? `'${value}` : value;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
