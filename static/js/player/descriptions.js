/**
 * Descriptions of what is seen, told by the visitor's own screen reader when their time comes, if it is wished:
 * they would talk into the speech of who does not need them.
 */

import { announce, prepareLiveRegion } from "../page/dom.js";
import { savePreference, loadPreference } from "../page/preferences.js";
import { lastIndexUpTo } from "../page/times.js";

/** Seconds after its start that a description is still told: whoever jumps behind it is spared it. */
const LATE = 1.5;

/** Brings the button to life; the descriptions are those that stand among the words. */
export function startDescriptions(button, media, signal) {
  const told = [...document.querySelectorAll(".described")].map((element) => ({
    start: Number(element.querySelector("[data-play]").dataset.play),
    text: element.querySelector("span").textContent,
  }));
  const starts = told.map(({ start }) => start);
  let isOn = loadPreference("descriptions") === "on";
  let last = -1;

  const show = () => button.setAttribute("aria-pressed", isOn);
  const tell = () => {
    const at = lastIndexUpTo(starts, media.currentTime);
    if (at === last) return;
    last = at;
    if (isOn && !media.paused && at >= 0 && media.currentTime < starts[at] + LATE) announce(told[at].text);
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
