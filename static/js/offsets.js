/**
 * The way from characters of the running text to the page. Offsets count UTF-16 units, as the
 * server writes them in data-at and data-marks, because that is how the DOM counts.
 */

import { make } from "./dom.js";
import { lastUpTo } from "./times.js";

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
    texts: passages.map((passage) => passage.querySelector("p")),
  };
}

/** Puts `<mark data-match=number>` around a span of the running text; returns the marks, in order. */
export function markSpan({ starts, texts }, [start, end], number) {
  const marks = [];
  for (let i = Math.max(0, lastUpTo(starts, start)); i < texts.length && starts[i] < end; i += 1) {
    marks.push(...markIn(texts[i], start - starts[i], end - starts[i], number));
  }
  return marks;
}

/** One mark a text node: a span may begin in one line and end in the next. */
function markIn(element, start, end, number) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (let at = 0, node = walker.nextNode(); node && at < end; node = walker.nextNode()) {
    const [from, to] = [Math.max(0, start - at), Math.min(node.length, end - at)];
    if (from < to) parts.push([node, from, to]);
    at += node.length;
  }
  return parts.map(([node, from, to]) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const around = make("mark");
    around.dataset.match = number;
    range.surroundContents(around);
    return around;
  });
}

/** Takes all marks off again and leaves the text as it was. */
export function unmark(transcript) {
  const touched = new Set();
  for (const old of transcript.querySelectorAll("mark")) {
    touched.add(old.parentNode);
    old.replaceWith(...old.childNodes);
  }
  for (const parent of touched) parent.normalize();
}
