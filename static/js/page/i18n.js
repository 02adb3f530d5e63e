/**
 * The sentences of the scripts in the language of the page. They are written in English in the code; a page in
 * another language brings its catalog in a script before this one (js/i18n/es.js, made from the page's messages.po).
 */

/**
 * Translations by the English sentence; of one with a number its forms, by plural category of CLDR.
 *
 * @type {Record<string, string | Record<string, string>>}
 */
const catalog = Reflect.get(globalThis, "showcaseCatalog") ?? {};
const language = document.documentElement.lang;

/**
 * @param {string} sentence
 * @param {Record<string, string | number>} fields
 */
const fill = (sentence, fields) => sentence.replace(/\{(\w+)\}/g, (_, name) => String(fields[name]));

/**
 * A sentence in the language of the page.
 *
 * @param {string} sentence in English
 * @param {Record<string, string | number>} [fields] what is filled in where the sentence has {name}
 */
export const t = (sentence, fields = {}) => fill(String(catalog[sentence] ?? sentence), fields);

/**
 * A sentence with a number, {n} in it, in the form that the language has for that number.
 *
 * @param {string} one the English form for 1
 * @param {string} many the English form for other numbers
 * @param {number} n
 * @param {Record<string, string | number>} [fields]
 */
export function tn(one, many, n, fields = {}) {
  const translated = catalog[one];
  const forms = typeof translated === "object" ? translated : { one, other: many };
  const form = forms[pluralRules().select(n)] ?? forms.other ?? many;
  return fill(form, { n: formatNumber(n), ...fields });
}

/**
 * A number as the language writes it.
 *
 * @param {number} n
 */
export const formatNumber = (n) =>
  Number.isInteger(n) && n < 1000 ? localizeDigits(String(n)) : numberFormat().format(n);

// The server tells the ten digits of the language: the first use of Intl takes longer than the rest of the start.
const digits = String(catalog["0123456789"] ?? "");

/**
 * Text with the digits of the language: 1:52 is ১:৫২ in Bengali.
 *
 * @param {string} text
 */
export const localizeDigits = (text) =>
  digits ? text.replace(/\d/g, (digit) => digits.charAt(Number(digit))) : text;

/**
 * @template T
 * @param {() => T} make
 * @returns {() => T}
 */
function once(make) {
  /** @type {T | undefined} */
  let made;
  return () => (made ??= make());
}

const pluralRules = once(() => new Intl.PluralRules(language));
const numberFormat = once(() => new Intl.NumberFormat(numberLocale()));

// Browsers of old phones do not know every language, and would write numbers as the device does. Our readers
// of Spanish live where a comma groups the thousands.
function numberLocale() {
  if (language === "es") return "es-US";
  return Intl.NumberFormat.supportedLocalesOf(language).length ? language : "en";
}
