/** Whether a text holds the mail address or telephone number of a person: the rule „persoenliche-angaben“, as `kompass check` has it. */

const W = "\\p{L}\\p{N}_";
const MAIL = new RegExp(
  `(?<![:/${W}.+-])([${W}.+-]{1,64})(?:@|\\s?\\(at\\)\\s?|\\s?\\[at\\]\\s?)([${W}-]{1,63}(?:\\.[${W}-]{1,63})+)`,
  "gu",
);
const PHONE = new RegExp(
  `(?:\\+49|(?<![${W}/.,-])0(?:049)?)[ /()-]{0,3}[1-9][0-9]{1,4}[ /()-]{1,3}[0-9](?:[ -]?[0-9]){2,10}(?![${W}/])`,
  "u",
);
const MOBILE = new RegExp(`(?:\\+49 ?|(?<![${W}/.,-])0(?:049 ?)?)1[567][0-9][ /-]?[0-9](?:[ -]?[0-9]){5,9}(?![${W}/])`, "u");

/** `offices` are the mailboxes of offices (info, poststelle …), which are allowed. */
export function hasPersonalData(text, offices) {
  return (
    [...text.matchAll(MAIL)].some((match) => !offices.includes(match[1].toLowerCase())) || MOBILE.test(text) || PHONE.test(text)
  );
}
