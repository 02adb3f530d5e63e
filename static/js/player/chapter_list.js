/** The list of chapters: which one is being played. */

import { bus } from "../page/event_bus.js";
import { readChapters } from "./chapters.js";

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 */
export async function start(_, signal) {
  const media = await bus.whenMedia;
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
