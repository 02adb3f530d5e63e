/** The cues of the transcript: links to their moments, in order. */

import { findAll } from "../page/dom.js";

/**
 * Times are seconds, by the index of the cue.
 *
 * @typedef {{ links: HTMLElement[], starts: number[], ends: number[] }} CueLinks
 */

/** @type {CueLinks | undefined} */
let cueLinks;

/** Reads them when somebody needs them, and once: a long video has thousands. */
export function readCueLinks() {
  cueLinks ??= readAll(findAll(document, "#transcript a[data-start]"));
  return cueLinks;
}

/**
 * @param {HTMLElement[]} links
 * @returns {CueLinks}
 */
function readAll(links) {
  /** @param {string} name */
  const times = (name) => links.map((link) => Number(link.getAttribute(name)));
  return { links, starts: times("data-start"), ends: times("data-end") };
}
