/**
 * Search in a video where no server answers: the words of the page are gone through here, and the result is the
 * element that the server would have sent.
 *
 * @import { Word } from "../search/words.js"
 * @import { PassageMap, Span } from "../transcript/offsets.js"
 */

import { createElement } from "../page/dom.js";
import { t, tn } from "../page/i18n.js";
import { formatClock } from "../page/times.js";
import { tokenize } from "../search/words.js";
import { mapPassages, textRangesOf } from "../transcript/offsets.js";
import { voiceOf } from "../transcript/transcript.js";
import { excerptOf, findApart, findRows, markedText, queryForms } from "./word_search.js";

/** More marks than this help nobody find a place. */
const MAX_MATCHES = 500;

/** @typedef {{ passage: HTMLElement, text: string, start: number, words: Word[] }} Passage */

/** @type {{ map: PassageMap, passages: Passage[], words: Word[] } | undefined} the words stay while the page does */
let read;

/** @param {HTMLElement} transcript */
function readWords(transcript) {
  const map = mapPassages(transcript);
  const passages = map.passages.map((passage, number) => {
    const text = spokenText(passage);
    return { passage, text, start: map.starts[number], words: tokenize(text) };
  });
  const words = passages.flatMap(({ start, words: own }) => own.map((word) => moved(word, start)));
  return { map, passages, words };
}

/**
 * @param {Word} word
 * @param {number} by
 */
const moved = (word, by) => ({ ...word, start: word.start + by, end: word.end + by });

/**
 * The text of a passage, as long as it is; a sound in it ("[bell]") is no word of it.
 *
 * @param {HTMLElement} passage
 */
function spokenText(passage) {
  return Array.from(passage.childNodes, (node) => {
    const text = node.textContent ?? "";
    return node instanceof Element && node.matches(".is-sound") ? " ".repeat(text.length) : text;
  }).join("");
}

/**
 * The result of a query.
 *
 * @param {HTMLElement} transcript
 * @param {string} query
 * @returns {HTMLElement} `#search-result`
 */
export function searchPage(transcript, query) {
  read ??= readWords(transcript);
  const { map, passages, words } = read;
  const forms = queryForms(query);
  const rows = findRows(words, forms);
  const spans = (rows.length ? rows : passages.flatMap((one) => shifted(findApart(one.words, forms), one.start))).slice(0, MAX_MATCHES);
  const items = passages.flatMap((passage) => {
    const first = spans.findIndex(([start]) => start >= passage.start && start < passage.start + passage.text.length);
    const own = spans.filter(([start]) => start >= passage.start && start < passage.start + passage.text.length);
    return own.length ? [rowOf(map, passage, own, first)] : [];
  });
  return resultOf(items, spans, spans.map((span) => cueLinkAt(map, span)?.dataset.start));
}

/**
 * @param {Span[]} spans
 * @param {number} by
 */
const shifted = (spans, by) => spans.map(([start, end]) => /** @type {Span} */ ([start + by, end + by]));

/**
 * @param {HTMLElement[]} items
 * @param {Span[]} spans
 * @param {(string | undefined)[]} times of the spans, in seconds
 */
function resultOf(items, spans, times) {
  const result = createElement("div", { id: "search-result" });
  const total = spans.length;
  const status = total ? tn("{n} match", "{n} matches", total) : t("No matches");
  Object.assign(result.dataset, { kind: "words", status, total: String(total) });
  if (!total) {
    result.append(createElement("p", { className: "search-help" }, t("Nobody says it in these words.")));
    return result;
  }
  result.dataset.marks = spans.map((span) => span.join("-")).join(" ");
  result.dataset.times = times.every((time) => time !== undefined) ? times.join(" ") : "";
  result.append(createElement("div", { id: "hit-list" }, createElement("ol", { className: "hit-list" }, ...items)));
  return result;
}

/**
 * A passage with what was found in it.
 *
 * @param {PassageMap} map
 * @param {Passage} passage
 * @param {Span[]} spans in the running text
 * @param {number} first the number of its first match, from 0
 */
function rowOf(map, { passage, text, start }, spans, first) {
  const cue = cueLinkAt(map, spans[0]);
  const own = spans.map(([from, to]) => /** @type {Span} */ ([from - start, Math.min(to - start, text.length)]));
  const shown = excerptOf(passage.textContent ?? "", own);
  const quote = createElement("q", { lang: passage.closest("#transcript")?.getAttribute("lang") ?? "" }, ...markedText(shown.text, shown.spans));
  quote.dir = "auto";
  const link = createElement("a", { href: cue?.href ?? `#${passage.id}` });
  link.dataset.hit = "";
  if (cue) link.append(createElement("span", { className: "time" }, formatClock(Number(cue.dataset.start))), " ");
  const speaker = voiceOf(passage)?.firstChild?.textContent ?? "";
  if (speaker) link.append(createElement("span", { className: "by" }, speaker), " ");
  link.append(quote);
  const row = createElement("li", {}, link);
  Object.assign(row.dataset, { match: String(first), matches: String(spans.length), passage: passage.id });
  return row;
}

/**
 * The cue that a span begins in.
 *
 * @param {PassageMap} map
 * @param {Span} span
 * @returns {HTMLAnchorElement | null}
 */
function cueLinkAt(map, span) {
  const [first] = textRangesOf(map, span);
  return first?.[0].parentElement?.closest("a[data-start]") ?? null;
}
