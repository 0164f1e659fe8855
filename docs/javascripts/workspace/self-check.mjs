/** The self-check: answers of one person in one year; the table of gaps and a picture of all answers. */

import { saveFile } from "../files/saving.mjs";
import { element, part, readData, text } from "../page.mjs";
import { slugOf } from "./file.mjs";
import { drawRadar } from "./radar.mjs";
import { byGap, bySubject, ratingId, summarize, years } from "./ratings.mjs";
import { theSession } from "./session.mjs";
import { find, valueOf } from "./state.mjs";

export class SelfCheck {
  constructor($root, session = theSession()) {
    this.$root = $root;
    this.session = session;
    this.statements = readData($root);
    this.subjects = Object.fromEntries(this.statements.map(({ id, subject }) => [id, subject]));
    part($root, "year").value = years(session.workspace)[0] ?? String(new Date().getFullYear());
    $root.addEventListener("input", ({ target }) => this.take(target));
    $root.addEventListener("click", ({ target }) => this.act(target.closest("[data-do]")?.dataset.do));
    session.listen((cause) => cause !== "typed" && cause !== "kept" && this.show());
    this.show();
  }

  get role() {
    return part(this.$root, "role").value;
  }

  get year() {
    return part(this.$root, "year").value.trim();
  }

  take($control) {
    const $statement = $control.closest(".kompass-statement");
    if (!$statement) return this.show();
    const field = $control.dataset.field ?? "level";
    const { role, year } = this;
    this.session.type(
      "rating",
      ratingId($statement.id, role, year),
      { statement: $statement.id, role, year, [field]: $control.value },
      $control,
    );
    this.showResult();
  }

  show() {
    for (const $statement of this.$root.querySelectorAll(".kompass-statement")) {
      const entry = find(this.session.workspace, "rating", ratingId($statement.id, this.role, this.year));
      for (const $radio of $statement.querySelectorAll("input[type=radio]"))
        $radio.checked = $radio.value === valueOf(entry, "level");
      for (const $field of $statement.querySelectorAll("[data-field]")) {
        if ($field !== document.activeElement) $field.value = valueOf(entry, $field.dataset.field);
      }
    }
    this.showResult();
  }

  showResult() {
    const rows = byGap(summarize(this.session.workspace, this.year));
    const own = rows.filter(({ answers }) => answers.some(({ role }) => role === this.role)).length;
    part(this.$root, "progress").textContent = text(this.$root, "progress", { count: own, all: this.statements.length });
    part(this.$root, "empty").hidden = rows.length > 0;
    for (const name of ["table", "figure", "saves"]) part(this.$root, name).hidden = !rows.length;
    part(this.$root, "rows").replaceChildren(...rows.map((row) => this.row(row)));
    if (rows.length) part(this.$root, "radar").replaceChildren(this.radar(rows));
  }

  row({ statement, answers, target, spread }) {
    const { title, next } = this.statements.find(({ id }) => id === statement) ?? { title: statement, next: [] };
    const $row = element("tr");
    const $title = element("th", "", { scope: "row" });
    $title.append(element("a", title, { href: `#${statement}` }));
    const $answers = element("td", answers.map((answer) => text(this.$root, "roles", answer)).join(" · "));
    if (spread > 1) $answers.append(element("br"), element("strong", text(this.$root, "spread")));
    const $next = element("td");
    for (const [label, address] of next.slice(0, 3)) $next.append(element("a", label, { href: address }), element("br"));
    $row.append(
      $title,
      $answers,
      element("td", target ? text(this.$root, "level", { level: target }) : text(this.$root, "no-target")),
      $next,
    );
    return $row;
  }

  radar(rows) {
    const title = text(this.$root, "radar-title", { place: this.session.workspace.place, year: this.year });
    return drawRadar(bySubject(rows, this.subjects), title);
  }

  act(name) {
    const $svg = this.$root.querySelector("svg");
    if (name === "svg")
      saveFile(new Blob([new XMLSerializer().serializeToString($svg)], { type: "image/svg+xml" }), this.fileName("svg"));
    if (name === "png") savePng($svg, this.fileName("png"));
  }

  fileName(ending) {
    return `selbstcheck_${slugOf(this.session.workspace.place) || "ohne-ort"}_${this.year}.${ending}`;
  }
}

/** Draw the picture twice its size, sharp enough for a slide. */
async function savePng($svg, name) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString($svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = $svg.width.baseVal.value * 2;
  canvas.height = $svg.height.baseVal.value * 2;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => saveFile(blob, name), "image/png");
}
