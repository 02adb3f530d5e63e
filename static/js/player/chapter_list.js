/**
 * The list of chapters: which one is being played.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { readChapters } from "./chapters.js";

/**
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
export function startChapterList(media, signal) {
  const chapterAt = readChapters();
  /** @type {Element | null | undefined} */
  let current;
  const show = () => {
    const item = chapterAt(media.currentTime)?.link.closest("li");
    if (item === current) return;
    current?.classList.remove("is-live");
    item?.classList.add("is-live");
    current = item;
  };
  for (const type of ["timeupdate", "seeked", "play"]) media.addEventListener(type, show, { signal });
  show();
}
