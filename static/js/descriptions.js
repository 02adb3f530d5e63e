/**
 * Descriptions of what is seen, told by the visitor's own screen reader when their time comes, if it is wished:
 * they would talk into the speech of who does not need them.
 */

import { announce, prepareToAnnounce } from "./dom.js";
import { keep, recall } from "./memory.js";
import { lastUpTo } from "./times.js";

/** Seconds after its start that a description is still told: whoever jumps behind it is spared it. */
const LATE = 1.5;

/** Brings the button to life; the descriptions are those that stand among the words. */
export function descriptions(button, media, signal) {
  const told = [...document.querySelectorAll(".described")].map((element) => ({
    start: Number(element.querySelector("[data-play]").dataset.play),
    text: element.querySelector("span").textContent,
  }));
  const starts = told.map(({ start }) => start);
  let isOn = recall("descriptions") === "on";
  let last = -1;

  const show = () => button.setAttribute("aria-pressed", isOn);
  const tell = () => {
    const at = lastUpTo(starts, media.currentTime);
    if (at === last) return;
    last = at;
    if (isOn && !media.paused && at >= 0 && media.currentTime < starts[at] + LATE) announce(told[at].text);
  };

  prepareToAnnounce();
  button.addEventListener("click", () => {
    isOn = !isOn;
    keep("descriptions", isOn ? "on" : null);
    show();
  }, { signal });
  for (const type of ["timeupdate", "seeked"]) media.addEventListener(type, tell, { signal });
  show();
}
