import assert from "node:assert/strict";
import { test } from "node:test";

import { writeCsv } from "../../docs/javascripts/files/csv.mjs";
import { sheets, tableRows } from "../../docs/javascripts/files/workbook.mjs";

const COLUMNS = [
  { title: "Titel", meaning: "Überschrift", codes: [] },
  { title: "Status", meaning: "Stand", codes: ["laufend", "geplant"] },
];
const ROWS = [{ address: "../rufbus/", cells: ["Rufbus", "laufend"] }];

test("CSV begins with a byte order mark, uses semicolons and quotes what needs it", () => {
  assert.equal(
    writeCsv([
      ["a", 'sagt "ja"; dann'],
      [1.5, null],
    ]),
    '\uFEFFa;"sagt ""ja""; dann"\r\n1,5;\r\n',
  );
});

test("CSV never hands a formula to the spreadsheet", () => {
  assert.match(writeCsv([["=HYPERLINK(1)", "@x", "+1", "-2"]]), /'=HYPERLINK\(1\);'@x;'\+1;'-2/);
});

test("table ends with the full address of each record", () => {
  assert.deepEqual(tableRows(COLUMNS, ROWS, "Link", "https://kompass.example/a/b/"), [
    ["Titel", "Status", "Link"],
    ["Rufbus", "laufend", "https://kompass.example/a/rufbus/"],
  ]);
});

test("workbook has the rows and a codebook with every column and its words", () => {
  const table = tableRows(COLUMNS, ROWS, "Link", "https://kompass.example/a/b/");
  const names = { sheet: "Beispiele", codebook: "Codebuch", title: "Titel", head: ["Spalte", "Bedeutung", "Werte"] };
  const [list, codebook] = sheets(table, COLUMNS, names, [["Stand", "22.11.2026"]], "Adresse");
  assert.deepEqual(
    list.data.map((row) => row.map((cell) => cell?.value)),
    table,
  );
  const explained = codebook.data.slice(4).map((row) => row[0].value);
  assert.deepEqual(explained, ["Titel", "Status", "Link"]);
  assert.equal(codebook.data[5][2].value, "laufend; geplant");
});
