/**
 * A host that sends no parts of a file (`python -m http.server`) lets nobody go to a moment of a recording. There the
 * recording is loaded whole, once somebody wants to go somewhere.
 */

import { bus } from "../page/event_bus.js";
import { momentInUrl } from "../page/media_fragments.js";

/** @param {HTMLElement} screen */
export async function start(screen) {
  const video = screen.querySelector("video");
  if (!video || /** @type {HTMLElement | null} */ (screen.closest("#player"))?.dataset.address) return;
  const source = [...video.querySelectorAll("source")].find(({ type }) => !type || video.canPlayType(type));
  if (!source || (await sendsParts(source.src))) return;
  let wanted = momentInUrl(location)?.start ?? (await firstJump());
  bus.on("jump", ({ detail: { moment } }) => (wanted = moment?.start ?? wanted));
  const response = await fetch(source.src);
  if (!response.ok) return; // the browser says itself what is wrong
  const isPlaying = !video.paused;
  video.src = URL.createObjectURL(await response.blob());
  video.currentTime = wanted;
  if (isPlaying) bus.play();
}

/**
 * Whether a host sends parts of a file (RFC 9110, section 14.3).
 *
 * @param {string} url
 */
async function sendsParts(url) {
  const { headers } = await fetch(url, { method: "HEAD" });
  return headers.get("Accept-Ranges") === "bytes";
}

/** @returns {Promise<number>} seconds */
function firstJump() {
  return new Promise((resolve) => {
    const controller = new AbortController();
    bus.on("jump", ({ detail: { moment } }) => {
      if (!moment) return;
      controller.abort();
      resolve(moment.start);
    }, { signal: controller.signal });
  });
}
