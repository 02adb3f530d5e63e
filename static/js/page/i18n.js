/**
 * The page's own sentences. English stands in the code; a page in another language brings its catalog
 * along as a script before this one (js/i18n/es.js, made from the same messages.po as the page).
 */

const catalog = globalThis.showcaseCatalog ?? {};
const tag = document.documentElement.lang;
const fill = (sentence, fields) => sentence.replace(/\{(\w+)\}/g, (_, name) => fields[name]);

/** A sentence in the language of the page; `fields` fill what is written as {name} in it. */
export const t = (sentence, fields = {}) => fill(catalog[sentence] ?? sentence, fields);

/** A sentence with a number, {n} in it, in the form that the language has for it. */
export function tn(one, many, n, fields = {}) {
  const forms = catalog[one] ?? { one, other: many };
  return fill(forms[rules().select(n)] ?? forms.other, { n: formatNumber(n), ...fields });
}

/** A number as the language writes it. */
export const formatNumber = (n) => (Number.isInteger(n) && n < 1000 ? localizeDigits(String(n)) : numbers().format(n));

// What the server knows of the language: its ten digits. To ask the browser takes longer than all else at first.
const digits = catalog["0123456789"];

/** A clock with the digits of the language: 1:52. */
export const localizeDigits = (text) => (digits ? text.replace(/\d/g, (digit) => digits[digit]) : text);

const once = (make, made) => () => (made ??= make());
const rules = once(() => new Intl.PluralRules(tag));
const numbers = once(() => new Intl.NumberFormat(numbersOf()));

// Browsers of old phones do not know every language, and would write numbers as the device does. Our readers
// of Spanish live where a comma groups the thousands.
function numbersOf() {
  if (tag === "es") return "es-US";
  return Intl.NumberFormat.supportedLocalesOf(tag).length ? tag : "en";
}
