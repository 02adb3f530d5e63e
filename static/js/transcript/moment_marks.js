/**
 * The words of a moment that has an end, marked exactly: only the server knows when each is said.
 *
 * @import { Moment } from "../page/media_fragments.js"
 * @import { Span } from "./offsets.js"
 */

import { createElement, isStaticSite } from "../page/dom.js";
import { formatMoment } from "../page/media_fragments.js";
import { mapPassages, parseSpans, unmark, wrapSpan } from "./offsets.js";

/**
 * The address of this page's transcript with something else asked of it: `{ part: "moment", t: "1,2" }`.
 *
 * @param {HTMLElement} transcript
 * @param {Record<string, string>} query
 */
export function transcriptUrl(transcript, query) {
  // Any cue's own address has what all need: the video, and the language when it is not its own.
  const href = transcript.dataset.href ?? transcript.querySelector("a[data-start]")?.getAttribute("href") ?? "";
  const url = new URL(href, document.baseURI);
  url.hash = "";
  url.searchParams.delete("t");
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/**
 * Asks the server where the words of a moment are.
 *
 * @param {HTMLElement} transcript
 * @param {Moment} moment
 * @returns {Promise<Span | null>} null where there are none, or the server cannot be asked
 */
export async function fetchMomentSpan(transcript, moment) {
  if (isStaticSite()) return null;
  try {
    const response = await fetch(transcriptUrl(transcript, { part: "moment", t: formatMoment(moment) }));
    return (response.ok && parseSpans(await response.text())[0]) || null;
  } catch {
    return null;
  }
}

/**
 * Marks them as the server does.
 *
 * @param {HTMLElement} transcript
 * @param {Span} span
 */
export function markMoment(transcript, span) {
  const selection = getSelection();
  // Words that are put into new elements fall out of a selection: it would end somewhere else.
  if (selection && transcript.contains(selection.anchorNode)) selection.removeAllRanges();
  const marks = wrapSpan(mapPassages(transcript), span, () => createElement("span", { className: "sel" }));
  for (const mark of marks) mark.closest(".turn")?.classList.add("is-target");
}

/**
 * Takes such marks off, ours and the server's.
 *
 * @param {HTMLElement} transcript
 */
export function clearMomentMarks(transcript) {
  unmark(transcript, "span.sel");
}
