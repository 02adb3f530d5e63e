/**
 * Descriptions of what is seen, told by the visitor's own screen reader when their time comes, if that is asked for:
 * who does not need them would hear them over the speech.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { announce, find, prepareLiveRegion } from "../page/dom.js";
import { loadPreference, savePreference } from "../page/preferences.js";
import { lastIndexUpTo } from "../page/times.js";

/** A description is told within this many seconds after its start: whoever jumps to later ones is spared it. */
const MAX_LATE_SECONDS = 1.5;

/**
 * Starts the button; the descriptions are those among the passages of the transcript.
 *
 * @param {HTMLElement} button
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
export function startDescriptions(button, media, signal) {
  const descriptions = [...document.querySelectorAll(".described")].map((element) => ({
    start: Number(find(element, "[data-play]").dataset.play),
    text: find(element, "span").textContent ?? "",
  }));
  const starts = descriptions.map(({ start }) => start);
  let isOn = loadPreference("descriptions") === "on";
  let last = -1;

  const show = () => button.setAttribute("aria-pressed", String(isOn));
  const tell = () => {
    const index = lastIndexUpTo(starts, media.currentTime);
    if (index === last) return;
    last = index;
    const isDue = index >= 0 && media.currentTime < starts[index] + MAX_LATE_SECONDS;
    if (isOn && !media.paused && isDue) announce(descriptions[index].text);
  };

  prepareLiveRegion();
  button.addEventListener("click", () => {
    isOn = !isOn;
    savePreference("descriptions", isOn ? "on" : null);
    show();
  }, { signal });
  for (const type of ["timeupdate", "seeked"]) media.addEventListener(type, tell, { signal });
  show();
}
