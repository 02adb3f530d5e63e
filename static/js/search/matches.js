/** The matches of a search: read from the server's result, marked in the words, stepped through. */

import { indexWords, findPhrase } from "./optimistic_marks.js";
import { afterNextFrame, whenIdle } from "../page/dom.js";
import { mapPassages, markSpan, parseSpans, unmark } from "../transcript/offsets.js";
import { scrollToLine } from "../page/scroll.js";
import { bus } from "../page/event_bus.js";

/**
 * What `#search-result` lists, in the order it is spoken: [{spans, time, row}]. A quote is one match, of as
 * many spans as it has pieces ("5-9+14-20"); what stands in another language has none in these words.
 */
export function readMatches(result) {
  const found = [];
  for (const row of result.querySelectorAll("[data-times]")) {
    const spans = row.dataset.marks.split(" ").map((match) => parseSpans(match.replaceAll("+", " ")));
    const times = row.dataset.times.split(" ").map(Number);
    times.forEach((time, index) => found.push({ spans: spans[index] ?? [], time, row }));
  }
  return found.sort((a, b) => (a.spans.length && b.spans.length ? a.spans[0][0] - b.spans[0][0] : a.time - b.time));
}

let map; // the words of a page stay; with each letter that is typed they would be gone through again
let said = null; // the same, by word

/** Reads the words of the page when there is time for it, to mark at once what is typed. */
export async function prepareOptimisticMarks(transcript) {
  if (!transcript) return;
  await whenIdle();
  said = indexWords(mapOf(transcript));
}

const mapOf = (transcript) => (map ??= mapPassages(transcript));

/** Marks what a query will surely find, until its result is there; false where that is nothing: marks stay. */
export function showOptimisticMarks(transcript, query) {
  const spans = said ? findPhrase(said, query) : [];
  if (!spans.length) return false;
  unmark(transcript);
  spans.forEach((span, number) => markSpan(map, span, number));
  return true;
}

/** Marks a new result in the words; without words on the page there is nothing to step through. */
export function showMatches(transcript, result) {
  if (!transcript) return;
  unmark(transcript);
  mapOf(transcript);
  const mark = ({ spans }, number) => spans.flatMap((span) => markSpan(map, span, number));
  const matches = readMatches(result).map((match, number) => ({ ...match, marks: mark(match, number) }));
  bus.update("matcheschange", { matches, matchIndex: -1 });
}

/** Makes another match the current one and brings it to where it is read. */
export function showMatch(index) {
  light(bus.matches[bus.matchIndex], false);
  bus.update("matchchange", { matchIndex: index });
  const match = bus.matches[index];
  light(match, true);
  afterNextFrame(() => {
    const place = match.marks[0] ?? placeOf(match); // it is marked by then
    if (place) scrollToLine(place);
  });
}

/** Words in another language are not on the page: the line that says them here is lit as the moment. */
function placeOf({ row }) {
  const passage = document.getElementById(row.dataset.passage);
  return passage && (document.querySelector("#transcript .sel") ?? passage);
}

/** Its marks, and its row in the list: where that is to be seen, it says what marks cannot. */
function light(match, isCurrent) {
  for (const element of match ? [...match.marks, match.row] : []) element.classList.toggle("is-cur", isCurrent);
  if (isCurrent) match.row.closest("details")?.setAttribute("open", "");
}

/** The match so many steps away, around both ends; from none, the first or the last. */
export function stepIndex(current, by, length) {
  if (current < 0) return by > 0 ? 0 : length - 1;
  return (current + by + length) % length;
}
