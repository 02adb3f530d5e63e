/**
 * The words of a text, as showcase/core/text/tokenizer.py cuts and folds them: where no server answers, the index
 * that it wrote is read here. tests/browser/test_words.py holds the two to each other.
 *
 * A word is found by its forms: "m'ap" as "map", "m" and "ap". `compound` is what the words of "hand-picked" are
 * together, at the first of them. Spans count UTF-16 units.
 *
 * @typedef {{ start: number, end: number, forms: string[], compound: string, compoundWords: number }} Word
 */

const APOSTROPHES = "['’‘ʼʻ＇´\u0060′]";
const HYPHEN = /^[-‐‑–]$/;
const UNSPACED_LETTER = "(?!\\p{Nd})[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ーｰ\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]";
const UNSPACED = `${UNSPACED_LETTER}\\p{M}*`;
const FIRST_LETTER = `(?!${UNSPACED_LETTER})(?![\\p{M}\\p{Pc}\\u200c\\u200d])[\\p{Alphabetic}\\p{Nd}]`;
const NEXT_LETTER = `(?!${UNSPACED_LETTER}|_)[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u00ad\\u200c\\u200d]`;
const LETTERS = `${FIRST_LETTER}(?:${NEXT_LETTER})*`;
const WORD = new RegExp(`${UNSPACED}|${LETTERS}(?:${APOSTROPHES}${LETTERS})*`, "gu");
const APOSTROPHE = new RegExp(APOSTROPHES, "u");
const ONE_UNSPACED = new RegExp(`^${UNSPACED}$`, "u");
const IGNORED = /\u0640|[\u064b-\u0652]|\u0670|[\u200b-\u200d]|\u00ad|\ufe0e|\ufe0f/g;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
const DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /\p{Nd}/u;
const IS_CHEROKEE = /\p{Script=Cherokee}/u;
/** @type {Record<string, string>} */
const LATIN_FALLBACKS = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th" };
const FALLBACK = /[øłđðħıæœþ]/g;

/**
 * Text as it is compared: without case, accents of Latin letters, and the digits of one script.
 *
 * @param {string} text
 */
export function fold(text) {
  const plain = Array.from(text.normalize("NFC").replace(IGNORED, ""), foldCase).join("");
  const bare = plain.normalize("NFD").replace(LATIN_MARKS, "$1").replace(FALLBACK, (letter) => LATIN_FALLBACKS[letter]);
  return bare.normalize("NFC").replace(DIGIT, (digit) => String(digitValue(digit)));
}

/**
 * A letter without case (Unicode, CaseFolding.txt): by way of the capital "ß" becomes "ss", the final "ς" "σ". Of
 * Cherokee it is the capital.
 *
 * @param {string} letter
 */
function foldCase(letter) {
  const capital = letter.toLowerCase().toUpperCase();
  return IS_CHEROKEE.test(letter) ? capital : capital.toLowerCase();
}

/**
 * The value of a digit: the ten of a script follow each other from 0 on.
 *
 * @param {string} digit
 */
function digitValue(digit) {
  const plain = digit.normalize("NFKC");
  if (plain !== digit) return Number(plain);
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && IS_DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/**
 * The words of a text, in order.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function tokenize(text) {
  /** @type {Word[]} */
  const words = [];
  for (const found of text.matchAll(WORD)) {
    const forms = formsOf(found[0]);
    const start = found.index;
    if (forms.length) words.push({ start, end: start + found[0].length, forms, compound: "", compoundWords: 1 });
  }
  for (let first = 0; first < words.length; first += words[first].compoundWords) markCompound(text, words, first);
  return words;
}

/**
 * The whole without its apostrophes, then its parts.
 *
 * @param {string} word
 */
function formsOf(word) {
  const parts = fold(word).split(APOSTROPHE);
  return [...new Set([parts.join(""), ...parts])].filter(Boolean);
}

/**
 * @param {string} text
 * @param {Word[]} words
 * @param {number} first
 */
function markCompound(text, words, first) {
  let last = first;
  while (words[last + 1] && HYPHEN.test(text.slice(words[last].end, words[last + 1].start))) last += 1;
  if (last === first) return;
  words[first].compound = words.slice(first, last + 1).map(({ forms }) => forms[0]).join("");
  words[first].compoundWords = last - first + 1;
}

/**
 * Whether a form is a word of a script without spaces: its neighbors belong to it.
 *
 * @param {string} form
 */
export const isUnspaced = (form) => ONE_UNSPACED.test(form);

/**
 * Where the forms of a query are said in a row, from a word on.
 *
 * @param {Word[]} words
 * @param {number} first
 * @param {string[]} query
 * @returns {number} the number of the word after them; -1 where they are not
 */
export function endOfRow(words, first, query) {
  let at = first;
  for (const form of query) {
    const word = words[at];
    if (!word) return -1;
    if (word.forms.includes(form)) at += 1;
    else if (word.compound === form) at += word.compoundWords;
    else return -1;
  }
  return at;
}
