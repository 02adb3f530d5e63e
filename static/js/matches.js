/** The matches of a search: read from the server's result, marked in the words, stepped through. */

import { mapPassages, markSpan, parseSpans, unmark } from "./offsets.js";
import { bring } from "./scroll.js";
import { stage } from "./stage.js";

/** What `#search-result` lists, in the order it is spoken: [{span, time, row}]. */
export function readMatches(result) {
  const found = [];
  for (const row of result.querySelectorAll("[data-marks]")) {
    const times = (row.dataset.times ?? "").split(" ").map(Number);
    parseSpans(row.dataset.marks).forEach((span, index) => found.push({ span, time: times[index] ?? 0, row }));
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Marks a new result in the words; without words on the page there is nothing to step through. */
export function showMatches(transcript, result) {
  if (!transcript) return;
  unmark(transcript);
  const map = mapPassages(transcript);
  const matches = readMatches(result).map((match, number) => ({ ...match, marks: markSpan(map, match.span, number) }));
  stage.set("matches", { matches, current: -1 });
}

/** Makes another match the current one and brings it to where it is read. */
export function showMatch(index) {
  for (const mark of stage.matches[stage.current]?.marks ?? []) mark.classList.remove("is-cur");
  stage.set("match", { current: index });
  const { marks } = stage.matches[index];
  for (const mark of marks) mark.classList.add("is-cur");
  if (marks.length) bring(marks[0]);
}

/** The match so many steps away, around both ends; from none, the first or the last. */
export function stepFrom(current, by, length) {
  if (current < 0) return by > 0 ? 0 : length - 1;
  return (current + by + length) % length;
}
