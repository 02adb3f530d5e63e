/** Marks a page whose words are being read: then the search beside them has another shape. */

import { watchReading } from "./reading_place.js";

/**
 * @param {HTMLElement} page
 * @param {AbortSignal} signal
 */
export function start(page, signal) {
  watchReading((isReading) => page.classList.toggle("is-reading", isReading), signal);
}
