/**
 * The matches of a search: read from the server's result, marked in the transcript, stepped through.
 *
 * @import { PassageMap, Span } from "../transcript/offsets.js"
 * @import { WordIndex } from "./optimistic_marks.js"
 */

import { afterNextFrame, findAll, whenIdle } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { scrollToLine } from "../page/scroll.js";
import { mapPassages, markSpan, parseSpans, unmark } from "../transcript/offsets.js";
import { findPhrase, indexWords } from "./optimistic_marks.js";

/**
 * A match as the server tells of it. A quote is one match, of as many spans as it has pieces; what is in another
 * language has none in this transcript. `time` is when it is said, in seconds, null where nobody knows; `row` its item
 * in the list that says what marks cannot, null where there is no need of one.
 *
 * @typedef {{ spans: Span[], time: number | null, row: HTMLElement | null }} ListedMatch
 * @typedef {ListedMatch & { marks: HTMLElement[] }} Match
 */

/**
 * What `#search-result` tells of, in the order it is spoken.
 *
 * @param {HTMLElement} result
 * @returns {ListedMatch[]}
 */
export function readMatches(result) {
  if (result.dataset.marks) return matchesIn(result, null);
  const found = findAll(result, "[data-times]").flatMap((row) => matchesIn(row, row));
  return found.sort((a, b) => (a.spans.length && b.spans.length ? a.spans[0][0] - b.spans[0][0] : (a.time ?? 0) - (b.time ?? 0)));
}

/**
 * @param {HTMLElement} element
 * @param {HTMLElement | null} row
 * @returns {ListedMatch[]}
 */
function matchesIn({ dataset: { marks = "", times = "" } }, row) {
  const spans = marks.split(" ").map((match) => parseSpans(match.replaceAll("+", " "))); // "5-9+14-20" is one match
  const listed = times ? times.split(" ").map(Number) : spans.map(() => null);
  return listed.map((time, index) => ({ spans: spans[index] ?? [], time, row }));
}

/** So many are marked at once; of a letter or two there may be thousands, which would keep the next letter waiting. */
const MARKS_AT_ONCE = 150;

/** @type {PassageMap | undefined} the text stays: with each letter that is typed it would be gone through again */
let map;
/** @type {WordIndex | undefined} */
let wordIndex;
let laterMarks = new AbortController();

/**
 * Reads the words of the page when there is time for it, to mark what is typed before its answer comes.
 *
 * @param {HTMLElement | null} transcript
 */
export async function prepareOptimisticMarks(transcript) {
  if (!transcript) return;
  await whenIdle();
  wordIndex = indexWords(mapOf(transcript));
}

/** @param {HTMLElement} transcript */
export const mapOf = (transcript) => (map ??= mapPassages(transcript));

/**
 * Marks what a query will surely find, until its result is there.
 *
 * @param {HTMLElement | null} transcript
 * @param {string} query
 * @returns {Span[]} where that is; the marks before stay where it is nowhere
 */
export function showOptimisticMarks(transcript, query) {
  const spans = transcript && wordIndex ? findPhrase(wordIndex, query) : [];
  if (!transcript || !spans.length) return [];
  removeMarks(transcript);
  for (const [number, span] of spans.entries()) markSpan(mapOf(transcript), span, number);
  return spans;
}

/**
 * Marks a new result in the transcript; without one there is nothing to step through.
 *
 * @param {HTMLElement | null} transcript
 * @param {HTMLElement} result
 */
export function showMatches(transcript, result) {
  if (!transcript) return;
  removeMarks(transcript);
  /** @type {Match[]} */
  const matches = readMatches(result).map((match) => ({ ...match, marks: [] }));
  const passages = mapOf(transcript);
  for (const number of [...matches.keys()].slice(0, MARKS_AT_ONCE)) mark(passages, matches, number);
  markLater(passages, matches, laterMarks.signal);
  bus.update("matcheschange", { matches, bestMatch: bestOf(result, matches.length), matchIndex: -1 });
}

/** @param {HTMLElement} transcript */
function removeMarks(transcript) {
  laterMarks.abort();
  laterMarks = new AbortController();
  unmark(transcript);
}

/**
 * Marks a match, unless it is marked.
 *
 * @param {PassageMap} passages
 * @param {Match[]} matches
 * @param {number} number
 */
function mark(passages, matches, number) {
  const { marks, spans } = matches[number];
  if (!marks.length) marks.push(...spans.flatMap((span) => markSpan(passages, span, number)));
}

/**
 * Marks all others, some whenever the browser has nothing else to do.
 *
 * @param {PassageMap} passages
 * @param {Match[]} matches
 * @param {AbortSignal} aborted
 */
async function markLater(passages, matches, aborted) {
  for (let first = MARKS_AT_ONCE; first < matches.length; first += MARKS_AT_ONCE) {
    await whenIdle();
    if (aborted.aborted) return;
    for (const number of [...matches.keys()].slice(first, first + MARKS_AT_ONCE)) mark(passages, matches, number);
  }
}

/**
 * The match to show first: the one that the server names, else the first.
 *
 * @param {HTMLElement} result
 * @param {number} count of the matches
 */
const bestOf = ({ dataset: { current } }, count) => Math.min(Number(current) || 0, Math.max(0, count - 1));

/** The index of the match that is shown: the one that was gone to, else the best. */
export const shownIndex = () => (bus.matchIndex < 0 ? bus.bestMatch : bus.matchIndex);

/**
 * Makes another match the current one.
 *
 * @param {number} index
 */
export function markMatch(index) {
  highlight(bus.matches[bus.matchIndex], false);
  if (map) mark(map, bus.matches, index);
  bus.update("matchchange", { matchIndex: index });
  highlight(bus.matches[index], true);
}

/**
 * Makes another match the current one and scrolls it to where it is read.
 *
 * @param {number} index
 */
export function showMatch(index) {
  markMatch(index);
  const { marks, row } = bus.matches[index];
  afterNextFrame(() => {
    const place = marks[0] ?? momentOfRow(row); // the moment is marked by then
    if (place) scrollToLine(place);
  });
}

/**
 * Words in another language are not in this transcript: the cue that says them here is marked as the moment.
 *
 * @param {HTMLElement | null} row
 */
function momentOfRow(row) {
  const passage = document.getElementById(row?.dataset.passage ?? "");
  return passage && (document.querySelector("#transcript .sel") ?? passage);
}

/**
 * Highlights the marks of a match, or no longer, and its row in the list, which says what marks cannot.
 *
 * @param {Match | undefined} match
 * @param {boolean} isCurrent
 */
function highlight(match, isCurrent) {
  if (!match) return;
  for (const element of match.marks) element.classList.toggle("is-cur", isCurrent);
  match.row?.classList.toggle("is-cur", isCurrent);
  if (isCurrent) match.row?.closest("details")?.setAttribute("open", "");
}

/**
 * The index of the match so many steps away, around both ends.
 *
 * @param {number} index
 * @param {1 | -1} by
 * @param {number} length of the list, at least 1
 */
export const stepIndex = (index, by, length) => (index + by + length) % length;
