/**
 * The way from characters of the running text to the page. Offsets count UTF-16 units, as the server writes them in
 * data-at and data-marks, because that is how the DOM counts.
 */

import { createElement, findAll } from "../page/dom.js";
import { lastIndexUpTo } from "../page/times.js";

/**
 * A stretch of the running text, half-open, in UTF-16 units.
 *
 * @typedef {[start: number, end: number]} Span
 */

/**
 * The passages of a transcript, in order, and where each starts in the running text.
 *
 * @typedef {{ starts: number[], passages: HTMLElement[] }} PassageMap
 */

/**
 * A stretch of a text node, half-open, in UTF-16 units.
 *
 * @typedef {[node: Text, from: number, to: number]} TextRange
 */

/**
 * Spans as the server writes them: "1240-1247 1301-1308"; what is no span is left out.
 *
 * @param {string | null | undefined} text
 * @returns {Span[]}
 */
export function parseSpans(text) {
  const pairs = (text ?? "").split(" ").map((pair) => pair.split("-").map(Number));
  return pairs.flatMap(([start, end]) => (start >= 0 && end > start ? [/** @type {Span} */ ([start, end])] : []));
}

/**
 * Readings (`<rt>`) are no part of the running text, so they become what CSS shows.
 *
 * @param {Element} transcript
 * @returns {PassageMap}
 */
export function mapPassages(transcript) {
  for (const reading of findAll(transcript, "rt")) {
    if (reading.textContent) reading.dataset.reading = reading.textContent;
    reading.textContent = "";
  }
  const passages = findAll(transcript, "[data-at]");
  return { starts: passages.map((passage) => Number(passage.dataset.at)), passages };
}

/**
 * Puts `<mark data-match=number>` around a span.
 *
 * @param {PassageMap} map
 * @param {Span} span
 * @param {number} number of the match
 * @returns {HTMLElement[]} the marks, in order
 */
export function markSpan(map, span, number) {
  return wrapSpan(map, span, () => {
    const mark = createElement("mark");
    mark.dataset.match = String(number);
    return mark;
  });
}

/**
 * Puts new elements around a span: one a text node, in order.
 *
 * @param {PassageMap} map
 * @param {Span} span
 * @param {() => HTMLElement} create
 */
export function wrapSpan(map, span, create) {
  return textRangesOf(map, span).map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const element = create();
    range.surroundContents(element);
    return element;
  });
}

/**
 * The text nodes of a span, which may begin in one passage and end in another.
 *
 * @param {PassageMap} map
 * @param {Span} span
 */
export function textRangesOf({ starts, passages }, [start, end]) {
  /** @type {TextRange[]} */
  const ranges = [];
  for (let i = Math.max(0, lastIndexUpTo(starts, start)); i < passages.length && starts[i] < end; i += 1) {
    const walker = document.createTreeWalker(passages[i], NodeFilter.SHOW_TEXT);
    const next = () => /** @type {Text | null} */ (walker.nextNode());
    for (let at = starts[i], node = next(); node && at < end; node = next()) {
      const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)];
      if (from < to) ranges.push([node, from, to]);
      at += node.length;
    }
  }
  return ranges;
}

/**
 * Takes all marks off again and leaves the text as it was.
 *
 * @param {Element} root
 * @param {string} [selector] of the marks
 */
export function unmark(root, selector = "mark") {
  /** @type {Set<Node>} */
  const parents = new Set();
  for (const mark of root.querySelectorAll(selector)) {
    if (mark.parentNode) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}
