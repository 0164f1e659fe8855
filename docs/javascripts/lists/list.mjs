/** A list that can be narrowed down: facets, text, order, table or cards, state in the address, export of what is shown. */

import { countValues, matching, ordered, readChoices } from "./facets.mjs";
import { writeCsv } from "../files/csv.mjs";
import { saveFile } from "../files/saving.mjs";
import { anchor, copyOf, element, part, readData, text } from "../page.mjs";
import { sheets, tableRows } from "../files/workbook.mjs";

export class List {
  constructor($root) {
    this.$root = $root;
    this.$form = part($root, "form");
    this.$items = part($root, "items");
    if (!this.$form || !this.$items) return;
    this.data = readData($root);
    this.names = [...this.$form.querySelectorAll("[data-facet]")].map(($facet) => $facet.dataset.facet);
    this.$byId = new Map([...$root.querySelectorAll("[data-id]")].map(($item) => [$item.dataset.id, $item]));
    this.found = [];
    this.switchOn();
    this.bind();
    this.readAddress();
    this.followAnchor();
  }

  /** Show the controls in place of the groups. */
  switchOn() {
    part(this.$root, "groups").hidden = true;
    const wide = matchMedia("(min-width: 60em)");
    const fit = () => (part(this.$root, "box").open = wide.matches);
    wide.addEventListener("change", fit);
    fit();
  }

  bind() {
    this.$form.addEventListener("submit", (event) => event.preventDefault());
    this.$root.addEventListener("input", (event) => event.target.name === "q" && this.update("replaceState"));
    this.$root.addEventListener(
      "change",
      (event) => event.target.form === this.$form && event.target.name !== "q" && this.update("pushState"),
    );
    this.$root.addEventListener("click", (event) => this.click(event));
    addEventListener("popstate", () => this.readAddress());
    addEventListener("hashchange", () => this.followAnchor());
  }

  click(event) {
    const $target = event.target.closest("[data-choose], [data-save], [data-part=reset]");
    if (!$target) return;
    if ($target.dataset.save) this.save($target.dataset.save);
    else if ($target.dataset.choose) {
      event.preventDefault();
      this.toggle($target.dataset.choose, $target.dataset.value);
    } else this.reset();
  }

  toggle(name, value) {
    const $box = this.box(name, value);
    if (!$box) return;
    $box.checked = !$box.checked;
    this.update("pushState");
  }

  reset() {
    this.fill(new URLSearchParams());
    this.update("pushState");
    this.$form.elements.q.focus();
  }

  box(name, value) {
    return this.$form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  }

  /** Put the choices of the address into the form; the anchor of a group, as old links have it, is a choice too. */
  readAddress() {
    const params = new URLSearchParams(location.search);
    const group = anchor(location.hash);
    if (group && !location.search && this.box(this.names[0], group)) params.set(this.names[0], group);
    this.fill(params);
    this.show();
  }

  fill(params) {
    for (const $field of this.$form.elements) {
      if ($field.type === "checkbox") $field.checked = params.getAll($field.name).includes($field.value);
      else if ($field.name) $field.value = params.get($field.name) ?? "";
      if ($field.selectedIndex === -1) $field.selectedIndex = 0;
      if ($field.checked) $field.closest(".kompass-facets__fold")?.setAttribute("open", "");
    }
  }

  get params() {
    const filled = [...new FormData(this.$form)].filter(([, value]) => value.trim());
    return new URLSearchParams(filled);
  }

  /** Show the new state and keep it in the address; `method` says whether it becomes a step back. */
  update(method) {
    const query = this.params.toString();
    history[method](null, "", location.pathname + (query && `?${query}`));
    this.show();
  }

  show() {
    this.choices = readChoices(this.params, this.names);
    const sorting = this.data.sortings[this.params.get("sort")];
    const rows = matching(this.data.rows, this.choices);
    this.found = sorting ? ordered(rows, ...sorting) : rows;
    this.showCount();
    this.showNumbers();
    this.showChips();
    this.showRows();
  }

  showCount() {
    const values = { shown: this.found.length, all: this.data.rows.length };
    part(this.$root, "count").textContent = text(this.$root, values.shown === values.all ? "all" : "some", values);
    part(this.$root, "none").hidden = values.shown > 0;
  }

  showNumbers() {
    for (const name of this.names) {
      const counts = countValues(this.data.rows, this.choices, name);
      for (const $box of this.$form.querySelectorAll(`input[name="${name}"]`)) {
        $box.parentElement.querySelector(".kompass-choice__count").textContent = counts.get($box.value) ?? 0;
      }
    }
    for (const $link of this.$root.querySelectorAll("[data-choose]")) {
      const chosen = this.choices.facets.get($link.dataset.choose)?.has($link.dataset.value);
      if (chosen) $link.setAttribute("aria-current", "true");
      else $link.removeAttribute("aria-current");
    }
  }

  showChips() {
    const $chips = part(this.$root, "chips");
    const remove = this.chosen.map(({ label, undo }) => {
      const $chip = copyOf(this.$root, "chip");
      part($chip, "label").textContent = label;
      $chip.addEventListener("click", () => this.takeBack($chip, undo));
      return $chip;
    });
    $chips.replaceChildren(...remove);
    $chips.hidden = !remove.length;
  }

  /** The active choices in the reader's words, each with what takes it back. */
  get chosen() {
    const found = [...this.$form.querySelectorAll("[data-facet] input:checked")].map(($box) => ({
      label: $box.nextElementSibling.textContent,
      undo: () => ($box.checked = false),
    }));
    if (this.choices.text) {
      found.unshift({
        label: text(this.$root, "query", { text: this.choices.text }),
        undo: () => (this.$form.elements.q.value = ""),
      });
    }
    return found;
  }

  takeBack($chip, undo) {
    const place = [...$chip.parentElement.children].indexOf($chip);
    undo();
    this.update("pushState");
    const $left = part(this.$root, "chips").children;
    ($left[Math.min(place, $left.length - 1)]?.firstElementChild ?? this.$form.elements.q).focus();
  }

  showRows() {
    const asTable = this.params.has("ansicht");
    const $table = part(this.$root, "table");
    this.$items.hidden = asTable || !this.found.length;
    $table.hidden = !asTable || !this.found.length;
    if (asTable) $table.querySelector("tbody").replaceChildren(...this.found.map((row) => this.tableRow(row)));
    else this.$items.replaceChildren(...this.found.map((row) => this.$byId.get(row.id)).filter(Boolean));
  }

  tableRow(row) {
    const $row = element("tr");
    this.data.columns.forEach((column, number) => {
      if (!column.shown) return;
      const value = row.cells[number] ?? "";
      const $cell = number ? element("td", value, { "data-label": column.title }) : element("th", "", { scope: "row" });
      if (!number) $cell.append(element("a", value, { href: row.address }));
      $row.append($cell);
    });
    return $row;
  }

  /** Bring an entry into view that the address names, even if the choices have left it out. */
  followAnchor() {
    const id = anchor(location.hash);
    const $item = this.$byId.get(id);
    if (!$item) return;
    if (!$item.isConnected || !this.$items.contains($item)) {
      this.fill(new URLSearchParams());
      this.show();
    }
    $item.scrollIntoView();
  }

  async save(form) {
    const failed = part(this.$root, "failed");
    failed.hidden = true;
    const say = (name, values) => text(this.$root, name, values);
    const table = tableRows(this.data.columns, this.found, say("link"), document.baseURI);
    const name = `${say("file")}-${this.$root.dataset.day}.${form}`;
    try {
      if (form === "csv") return saveFile(new Blob([writeCsv(table)], { type: "text/csv;charset=utf-8" }), name);
      await import("../vendor/write-excel-file.min.js");
      const names = {
        sheet: say("sheet"),
        codebook: say("codebook"),
        title: say("codebook-title"),
        head: say("codebook-head").split("|"),
      };
      const book = globalThis.writeXlsxFile(sheets(table, this.data.columns, names, this.facts(say), say("link-meaning")));
      saveFile(await book.toBlob(), name);
    } catch (error) {
      failed.hidden = false;
      console.error(error);
    }
  }

  facts(say) {
    return [
      [say("codebook-day"), this.$root.dataset.day.split("-").reverse().join(".")],
      [say("codebook-choice"), this.chosen.map(({ label }) => label).join("; ") || say("codebook-everything")],
      [say("codebook-address"), location.href],
      [say("codebook-licence"), say("licence")],
    ];
  }
}
