/** "Back to the current line": shown while the reader has left the cue being spoken; pressed, the page follows again. */

import { find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";

/**
 * @param {HTMLElement} button
 * @param {() => void} moveFocus takes the focus elsewhere: the button is hidden when it is pressed
 * @param {AbortSignal} signal
 */
export function startCurrentCueButton(button, moveFocus, signal) {
  const show = () => (button.hidden = bus.isFollowing || !bus.cue);
  button.addEventListener("click", () => {
    moveFocus();
    bus.emit("followrequest");
  }, { signal });
  bus.on("firstplay", show, { signal });
  bus.on("cuechange", show, { signal });
  bus.on("followchange", show, { signal });
  show();
}

/**
 * The button by itself, where no dock holds it.
 *
 * @param {HTMLElement} button
 * @param {AbortSignal} signal
 */
export function start(button, signal) {
  const toggle = find(document, '#player [data-do="toggle"]');
  startCurrentCueButton(button, () => toggle.focus({ preventScroll: true }), signal);
}
