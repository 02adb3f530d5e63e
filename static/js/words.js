/**
 * The page's own sentences. English stands in the code; a page in another language brings its catalog
 * along as a script before this one (js/words/es.js, made from the same messages.po as the page).
 */

const catalog = globalThis.showcaseWords ?? {};
const tag = document.documentElement.lang;
const rules = new Intl.PluralRules(tag);
const fill = (sentence, fields) => sentence.replace(/\{(\w+)\}/g, (_, name) => fields[name]);

/** A sentence in the language of the page; `fields` fill what is written as {name} in it. */
export const t = (sentence, fields = {}) => fill(catalog[sentence] ?? sentence, fields);

/** A sentence with a number, {n} in it, in the form that the language has for it. */
export function tn(one, many, n, fields = {}) {
  const forms = catalog[one] ?? { one, other: many };
  return fill(forms[rules.select(n)] ?? forms.other, { n: written(n), ...fields });
}

/** A number as the language writes it. */
export const written = (n) => n.toLocaleString(digits());

/** A clock with the digits of the language: 1:52. */
export const inDigits = (text) => text.replace(/\d/g, (digit) => written(Number(digit)));

// Browsers of old phones do not know every language, and would write numbers as the device does. Our readers
// of Spanish live where a comma groups the thousands.
function digits() {
  if (tag === "es") return "es-US";
  return Intl.NumberFormat.supportedLocalesOf(tag).length ? tag : "en";
}
