/**
 * The volume, beside the button that mutes.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { createElement } from "../page/dom.js";
import { localizeDigits, t } from "../page/i18n.js";
import { loadToolSheet } from "./tool_sheet.js";

/**
 * Puts the slider into the bar. Its keys are the browser's own; who moves it hears what it says.
 *
 * @param {HTMLElement} mute
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
export async function startVolumeSlider(mute, media, signal) {
  await loadToolSheet();
  const slider = createElement("input", {
    type: "range", className: "volume", min: "0", max: "100", step: "5", "aria-label": t("Volume"),
  });
  const show = () => {
    const percent = media.muted ? 0 : Math.round(media.volume * 100);
    slider.value = String(percent);
    slider.setAttribute("aria-valuetext", localizeDigits(`${percent} %`));
    slider.style.setProperty("--filled", `${percent}%`);
  };
  slider.addEventListener("input", () => {
    media.volume = slider.valueAsNumber / 100;
    media.muted = slider.valueAsNumber === 0;
  }, { signal });
  media.addEventListener("volumechange", show, { signal });
  show();
  mute.after(slider);
}
