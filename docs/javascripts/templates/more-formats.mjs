/** The button behind a file that shows the formats of the other programs; without a chosen program all are there and it is not. */

export class MoreFormats {
  constructor($root) {
    const $formats = $root.closest(".kompass-by-office");
    $root.addEventListener("click", () => {
      const isOpen = $formats.classList.toggle("is-open");
      $root.setAttribute("aria-expanded", String(isOpen));
    });
  }
}
