/**
 * The list of chapters: which one is being played.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { findAll } from "../page/dom.js";
import { lastIndexUpTo } from "../page/times.js";

/** A player that was sent to 112.3 may report 112.2999: seconds. */
const ROUNDING = 0.01;

/**
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
export function startChapterList(media, signal) {
  const links = findAll(document, "a[data-chapter]");
  const starts = links.map((link) => Number(link.dataset.chapter));
  /** @type {Element | null | undefined} */
  let current;
  const show = () => {
    const item = links[lastIndexUpTo(starts, media.currentTime + ROUNDING)]?.closest("li");
    if (item === current) return;
    current?.classList.remove("is-live");
    item?.classList.add("is-live");
    current = item;
  };
  for (const type of ["timeupdate", "seeked", "play"]) media.addEventListener(type, show, { signal });
  show();
}
