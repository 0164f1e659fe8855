/** The sheets of an exported list: the rows that are shown, and a codebook. Pure functions; a library writes the file. */

const HEAD = {
  fontWeight: "bold",
  backgroundColor: "#f4f0e6",
  bottomBorderStyle: "medium",
  bottomBorderColor: "#10463f",
  wrap: true,
  alignVertical: "top",
};
const TITLE = { fontWeight: "bold", fontSize: 15, textColor: "#0a332e" };
const CELL = { wrap: true, alignVertical: "top" };

/** Return head and rows of the table as plain values; the address of the record is the last column. */
export function tableRows(columns, rows, linkTitle, base) {
  const head = [...columns.map((column) => column.title), linkTitle];
  return [head, ...rows.map((row) => [...row.cells, new URL(row.address, base).href])];
}

/** Return the two sheets for write-excel-file. `facts` are [label, value] pairs above the codebook's table. */
export function sheets(table, columns, names, facts, linkMeaning) {
  const codebook = [
    ...columns.map(({ title, meaning, codes }) => [title, meaning, codes.join("; ")]),
    [table[0].at(-1), linkMeaning, ""],
  ];
  return [
    {
      data: [table[0].map((title) => ({ value: title, ...HEAD })), ...table.slice(1).map((row) => row.map(styled))],
      sheet: names.sheet,
      columns: table[0].map((_, number) => ({ width: widthOf(table, number) })),
      stickyRowsCount: 1,
      orientation: "landscape",
    },
    {
      data: [
        [{ value: names.title, ...TITLE }],
        ...facts.map(([label, value]) => [{ value: label, fontWeight: "bold", ...CELL }, styled(value)]),
        [null],
        names.head.map((title) => ({ value: title, ...HEAD })),
        ...codebook.map((row) => row.map(styled)),
      ],
      sheet: names.codebook,
      columns: [{ width: 28 }, { width: 60 }, { width: 60 }],
      orientation: "landscape",
    },
  ];
}

function styled(value) {
  return value == null || value === "" ? null : { value, type: typeof value === "number" ? Number : String, ...CELL };
}

/** Wide enough for most cells, between 10 and 60 characters. */
function widthOf(table, number) {
  const lengths = table.map((row) => String(row[number] ?? "").length);
  return Math.min(60, Math.max(10, ...lengths) + 2);
}
