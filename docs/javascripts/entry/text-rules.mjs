/** The rules about any text whatever its field: each finds the piece that must not be there, as `kompass check` does. */

const PLACEHOLDERS = [
  /(?<![\p{L}\p{N}_])(?:TODO|Todo|todo|TBD|tbd|XXX+|FIXME|Fixme|Platzhalter(?:text)?)(?![\p{L}\p{N}_])/u,
  /lorem ipsum/i,
  /(?<![\p{L}\p{N}_])hier text(?![\p{L}\p{N}_])/iu,
  /\?\?\?/,
];
const HTML = /<[A-Za-z/!?][^<]{0,60}|&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});/;
const TEMPLATE = /\{[{%#]|[}%#]\}/;
const INVISIBLE = new RegExp(
  "[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f" +
    "\\u2028-\\u202e\\u2061-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff\\u{e0000}-\\u{e0fff}]|(?<!-)\\u2060",
  "u",
);

/** Rule by name: returns what is wrong in a text, or undefined. */
export const TEXT_RULES = {
  "html-im-text": (text) => HTML.exec(text)?.[0],
  vorlagensyntax: (text) => TEMPLATE.exec(text)?.[0],
  platzhalter: (text) => PLACEHOLDERS.map((form) => form.exec(text)?.[0]).find(Boolean),
  "unsichtbare-zeichen": (text) => {
    const found = INVISIBLE.exec(text)?.[0];
    return found && `U+${found.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  },
  "zerlegte-umlaute": (text) =>
    text.normalize("NFC") === text ? undefined : text.split(/\s+/u).find((word) => word.normalize("NFC") !== word),
};
