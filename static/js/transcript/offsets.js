/**
 * The way from characters of the running text to the page. Offsets count UTF-16 units, as the
 * server writes them in data-at and data-marks, because that is how the DOM counts.
 */

import { createElement } from "../page/dom.js";
import { lastIndexUpTo } from "../page/times.js";

/** "1240-1247 1301-1308" as [[1240, 1247], [1301, 1308]]; what is no pair is left out. */
export function parseSpans(text) {
  const pairs = (text ?? "").split(" ").map((pair) => pair.split("-").map(Number));
  return pairs.filter(([start, end]) => start >= 0 && end > start);
}

/** Where each passage stands in the running text: {starts, texts}, in order. */
export function mapPassages(transcript) {
  const passages = [...transcript.querySelectorAll("[data-at]")];
  return {
    starts: passages.map((passage) => Number(passage.dataset.at)),
    texts: passages,
  };
}

/** Puts `<mark data-match=number>` around a span of the running text; returns the marks, in order. */
export function markSpan(map, span, number) {
  return wrapSpan(map, span, () => {
    const mark = createElement("mark");
    mark.dataset.match = number;
    return mark;
  });
}

/** Puts what `around()` makes around a span of the running text; one a text node, in order. */
export function wrapSpan(map, span, around) {
  return textRangesOf(map, span).map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const element = around();
    range.surroundContents(element);
    return element;
  });
}

/** The text nodes of a span of the running text: [[node, from, to]]. It may begin in one line and end in another. */
export function textRangesOf({ starts, texts }, [start, end]) {
  const parts = [];
  for (let i = Math.max(0, lastIndexUpTo(starts, start)); i < texts.length && starts[i] < end; i += 1) {
    const walker = document.createTreeWalker(texts[i], NodeFilter.SHOW_TEXT);
    for (let at = starts[i], node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
      const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)];
      if (from < to) parts.push([node, from, to]);
      at += node.length;
    }
  }
  return parts;
}

/** Takes all marks off again and leaves the text as it was. */
export function unmark(transcript, marks = "mark") {
  const touched = new Set();
  for (const old of transcript.querySelectorAll(marks)) {
    touched.add(old.parentNode);
    old.replaceWith(...old.childNodes);
  }
  for (const parent of touched) parent.normalize();
}
