/** The chapters of the recording, as the page lists them. */

import { findAll } from "../page/dom.js";
import { lastIndexUpTo } from "../page/times.js";

/** A player that was sent to 112.3 may report 112.2999: seconds. */
const ROUNDING = 0.01;

/**
 * Reads the list of chapters.
 *
 * @returns {(seconds: number) => { link: HTMLElement, title: string } | null} the chapter at a time; null before the
 *   first, and without any
 */
export function readChapters() {
  const chapters = findAll(document, "a[data-chapter]").map((link) => ({
    link,
    title: link.querySelector(".chapter-title")?.textContent ?? "",
  }));
  const starts = chapters.map(({ link }) => Number(link.dataset.chapter));
  return (seconds) => chapters[lastIndexUpTo(starts, seconds + ROUNDING)] ?? null;
}
