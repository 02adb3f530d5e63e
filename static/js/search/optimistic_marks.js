/**
 * What the server is going to find, or a part of it: the words of the field where they are said in a row. It can
 * be marked before its answer is here, which takes a second where the connection is slow. What else it finds
 * (other forms, accents of other scripts, words apart, other languages), in which order, and how many, it says.
 */

const LETTERS = "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d]*";
const WORD = new RegExp(`${LETTERS}(?:['’]${LETTERS})*`, "gu");
const APOSTROPHES = /['’]/g;
const LATIN_MARKS = /(\p{Script=Latin})\p{M}+/gu;
/** Signs of a query that is more than words in a row. */
const MORE = /["“”„«»:()|+*\-]|(?:^|\s)(?:OR|AND|NOT)(?:\s|$)/;
/** So many marks are more than a window shows. */
const MOST = 200;

const fold = (word) =>
  word.replace(APOSTROPHES, "").toLowerCase().normalize("NFD").replace(LATIN_MARKS, "$1").normalize("NFC");

/** The words of passages (see mapPassages), in order: {forms, spans, places}; `places` are their numbers by form. */
export function indexWords({ starts, texts }) {
  const said = { forms: [], spans: [], places: new Map() };
  texts.forEach((passage, index) => {
    for (const { 0: word, index: at } of spoken(passage).matchAll(WORD)) {
      const form = fold(word);
      if (!said.places.has(form)) said.places.set(form, []);
      said.places.get(form).push(said.forms.length);
      said.forms.push(form);
      said.spans.push([starts[index] + at, starts[index] + at + word.length]);
    }
  });
  return said;
}

/** The text of a passage; a sound in it is no word of it. */
function spoken(passage) {
  const textOf = (node) => (node.classList?.contains("is-sound") ? " ".repeat(node.textContent.length) : node.textContent);
  return Array.from(passage.childNodes, textOf).join("");
}

/** Where the words of a query are said in a row: [[start, end]] in the running text, none of a query that is more. */
export function findPhrase({ forms, spans, places }, query) {
  const asked = MORE.test(query) ? [] : Array.from(query.matchAll(WORD), ([word]) => fold(word));
  const found = [];
  for (const first of places.get(asked[0]) ?? []) {
    if (first < (found.at(-1)?.[1] ?? 0) || !asked.every((form, by) => forms[first + by] === form)) continue;
    found.push([first, first + asked.length]);
    if (found.length === MOST) break;
  }
  return found.map(([first, stop]) => [spans[first][0], spans[stop - 1][1]]);
}
