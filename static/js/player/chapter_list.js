/** The list of chapters: which one is being played. */

import { lastIndexUpTo } from "../page/times.js";

/** Marks the chapter of the player's time. */
export function startChapterList(media, signal) {
  const links = [...document.querySelectorAll("a[data-chapter]")];
  const starts = links.map((link) => Number(link.dataset.chapter));
  let live;
  const show = () => {
    const item = links[lastIndexUpTo(starts, media.currentTime + 0.01)]?.closest("li");
    if (item === live) return;
    live?.classList.remove("is-live");
    item?.classList.add("is-live");
    live = item;
  };
  for (const type of ["timeupdate", "seeked", "play"]) media.addEventListener(type, show, { signal });
  show();
}
