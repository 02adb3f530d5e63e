/**
 * Finds the words of a query in texts, where no server answers: as they are written, in a row, else all of them in one
 * passage. It finds no other forms of a word, and no quote with mistakes.
 *
 * @import { Word } from "../search/words.js"
 * @import { Span } from "../transcript/offsets.js"
 */

import { endOfRow, isUnspaced, tokenize } from "../search/words.js";

/**
 * The words of a query, folded; signs between them are none.
 *
 * @param {string} query
 */
export const queryForms = (query) => tokenize(query).map(({ forms }) => forms[0]);

/**
 * Where the words of a query are said in a row.
 *
 * @param {Word[]} words
 * @param {string[]} query
 * @returns {Span[]}
 */
export function findRows(words, query) {
  /** @type {Span[]} */
  const found = [];
  for (let first = 0; query.length && first < words.length; first += 1) {
    const end = endOfRow(words, first, query);
    if (end < 0) continue;
    found.push([words[first].start, words[end - 1].end]);
    first = end - 1;
  }
  return found;
}

/**
 * Each word of a query in a passage that has all of them; none where one is missing. Signs of a script without spaces
 * are words only together.
 *
 * @param {Word[]} words of one passage
 * @param {string[]} query
 * @returns {Span[]}
 */
export function findApart(words, query) {
  if (!query.length || query.every(isUnspaced)) return [];
  const has = (/** @type {string} */ form) => words.some((_, number) => endOfRow(words, number, [form]) > 0);
  if (!query.every(has)) return [];
  return words.flatMap((word, number) => {
    const end = Math.max(...query.map((form) => endOfRow(words, number, [form])));
    return end > 0 ? [/** @type {Span} */ ([word.start, words[end - 1].end])] : [];
  });
}

/**
 * A text with marks around spans of it, as nodes.
 *
 * @param {string} text
 * @param {Span[]} spans sorted, within the text
 * @returns {(string | HTMLElement)[]}
 */
export function markedText(text, spans) {
  /** @type {(string | HTMLElement)[]} */
  const nodes = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(at, start), mark);
    at = end;
  }
  return [...nodes, text.slice(at)];
}

/** Around the first mark a row shows about so much. */
const BEFORE_CHARS = 60;
const MAX_CHARS = 180;

/**
 * A part of a long text around its first mark, cut at spaces.
 *
 * @param {string} text
 * @param {Span[]} spans sorted
 * @returns {{ text: string, spans: Span[] }}
 */
export function excerptOf(text, spans) {
  const first = spans[0]?.[0] ?? 0;
  const from = first > BEFORE_CHARS ? text.lastIndexOf(" ", first - BEFORE_CHARS) + 1 : 0;
  const cut = text.length - from > MAX_CHARS ? text.lastIndexOf(" ", from + MAX_CHARS) : text.length;
  const end = Math.max(cut, spans[0]?.[1] ?? 0);
  const opening = from ? "… " : "";
  const moved = spans.filter(([, stop]) => stop <= end).map(([start, stop]) => {
    return /** @type {Span} */ ([start - from + opening.length, stop - from + opening.length]);
  });
  return { text: `${opening}${text.slice(from, end)}${end < text.length ? " …" : ""}`, spans: moved };
}
