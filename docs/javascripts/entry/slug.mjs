/** A title as an id: lower case, umlauts spelt out, hyphens, first a letter; as `kompass.wording.slug` makes it. */

const SPELT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

export function slug(text) {
  const spelt = [...text.normalize("NFC")]
    .slice(0, 200)
    .join("")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => SPELT[letter]);
  const plain = spelt.normalize("NFKD").replace(/[^\x00-\x7f]/g, "");
  const words = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[0-9-]+/, "");
  return words.slice(0, 60).replace(/^-+|-+$/g, "");
}
