/** Beside two columns of words the search is a bar at the top of the window, while the words are read. */

import { watchReading } from "../transcript/reading_place.js";

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
export function start(page, signal) {
  watchReading((isReading) => page.classList.toggle("is-reading", isReading), signal);
}
