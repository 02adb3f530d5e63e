/**
 * Marks before the answer: the words of the query where they are said in a row. The server is going to find them, so
 * they can be marked at once; its answer takes a second where the connection is slow. What else it finds (other
 * forms, accents of other scripts, words apart, other languages), in which order, and how many, it says.
 *
 * @import { PassageMap, Span } from "../transcript/offsets.js"
 */

const LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d]*";
const WORD = new RegExp(`${LETTERS}(?:['’]${LETTERS})*`, "gu");
const APOSTROPHES = /['’]/g;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
/** Signs of a query that is more than words in a row. */
const OPERATORS = /["“”„«»:()|+*-]|(?:^|\s)(?:OR|AND|NOT)(?:\s|$)/;
/** More than a window shows. */
const MAX_MARKS = 200;

/**
 * The words of the running text, in order: the form of each as it is compared, its span, and the numbers of the words
 * of each form.
 *
 * @typedef {{ forms: string[], spans: Span[], numbers: Map<string, number[]> }} WordIndex
 */

/**
 * The form by which words are compared: without case, apostrophes and accents of Latin letters.
 *
 * @param {string} word
 */
const fold = (word) =>
  word.replace(APOSTROPHES, "").toLowerCase().normalize("NFD").replace(LATIN_MARKS, "$1").normalize("NFC");

/**
 * @param {PassageMap} map
 * @returns {WordIndex}
 */
export function indexWords({ starts, passages }) {
  /** @type {WordIndex} */
  const index = { forms: [], spans: [], numbers: new Map() };
  passages.forEach((passage, passageNumber) => {
    for (const found of spokenText(passage).matchAll(WORD)) {
      const form = fold(found[0]);
      const numbers = index.numbers.get(form);
      if (numbers) numbers.push(index.forms.length);
      else index.numbers.set(form, [index.forms.length]);
      const start = starts[passageNumber] + found.index;
      index.forms.push(form);
      index.spans.push([start, start + found[0].length]);
    }
  });
  return index;
}

/**
 * The text of a passage, as long as it is; a sound in it ("[bell]") is no word of it.
 *
 * @param {HTMLElement} passage
 */
function spokenText(passage) {
  return Array.from(passage.childNodes, (node) => {
    const text = node.textContent ?? "";
    const { classList } = /** @type {Partial<Element>} */ (node);
    return classList?.contains("is-sound") ? " ".repeat(text.length) : text;
  }).join("");
}

/**
 * Where the words of a query are said in a row; nowhere, when the query is more than words.
 *
 * @param {WordIndex} index
 * @param {string} query
 * @returns {Span[]} in the running text, at most MAX_MARKS
 */
export function findPhrase({ forms, spans, numbers }, query) {
  const phrase = OPERATORS.test(query) ? [] : Array.from(query.matchAll(WORD), ([word]) => fold(word));
  /** @type {Span[]} */
  const found = [];
  let next = 0; // the first word that no phrase has yet
  for (const first of numbers.get(phrase[0]) ?? []) {
    if (first < next || !phrase.every((form, offset) => forms[first + offset] === form)) continue;
    next = first + phrase.length;
    found.push([spans[first][0], spans[next - 1][1]]);
    if (found.length === MAX_MARKS) break;
  }
  return found;
}
