/** The words of a moment that has an end, marked exactly: only the server knows when each is said. */

import { createElement } from "../page/dom.js";
import { formatMoment } from "../page/media_fragments.js";
import { mapPassages, parseSpans, unmark, wrapSpan } from "./offsets.js";

/** The address of this page's words with something else asked of it: `{part: "moment", t: "1,2"}`. */
export function transcriptUrl(transcript, query) {
  // Any line's own address holds what all need: the video, and the language when it is not its own.
  const url = new URL(transcript.querySelector("a[data-start]").href);
  url.hash = "";
  url.searchParams.delete("t");
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Where the words of a moment stand, [start, end]; null for none, or when the server cannot be asked. */
export async function fetchMomentSpan(transcript, moment) {
  try {
    const response = await fetch(transcriptUrl(transcript, { part: "moment", t: formatMoment(moment) }));
    return (response.ok && parseSpans(await response.text())[0]) || null;
  } catch {
    return null;
  }
}

/** Marks them as the server does. */
export function markMoment(transcript, words) {
  // Words that are put into new elements fall out of a selection: it would end somewhere else.
  if (transcript.contains(getSelection().anchorNode)) getSelection().removeAllRanges();
  const marks = wrapSpan(mapPassages(transcript), words, () => createElement("span", { className: "sel" }));
  for (const part of marks) part.closest(".turn").classList.add("is-target");
}

/** Takes such marks off, ours and the server's. */
export function clearMomentMarks(transcript) {
  unmark(transcript, "span.sel");
}
