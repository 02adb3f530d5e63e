/** Captions over a frame of another site: the cues of the transcript, drawn by the page. */

import { bus } from "../page/event_bus.js";

/**
 * Captions to switch on and off; null where the page has no cues to draw.
 *
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
export function drawnCaptions(player, signal) {
  /** @type {HTMLElement | null} */
  const place = player.querySelector(".cap");
  if (!place || !document.querySelector("a[data-start]")) return null;
  let isOn = false;
  const show = () => {
    place.textContent = isOn ? (bus.cue?.text ?? "") : "";
    place.hidden = !place.textContent;
  };
  bus.on("cuechange", show, { signal });
  return {
    get on() {
      return isOn;
    },
    set on(on) {
      isOn = on;
      show();
    },
  };
}
