/**
 * The end of a moment: the player is paused there once; played again, it goes on.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

/** In the last this many seconds a timer takes over: timeupdate comes only about four times a second. */
const TIMER_SECONDS = 0.6;
const MIN_TIMER_MS = 4;

/**
 * Watches a player.
 *
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 * @returns {(end: number | null) => void} sets the end in seconds, null for none
 */
export function watchMomentEnd(media, signal) {
  /** @type {number | null} */
  let end = null;
  let timer = 0;

  function check() {
    clearTimeout(timer);
    if (end === null || media.paused) return;
    const left = (end - media.currentTime) / (media.playbackRate || 1);
    if (left <= 0) {
      end = null;
      media.pause();
    } else if (left < TIMER_SECONDS) {
      timer = setTimeout(check, Math.max(MIN_TIMER_MS, left * 1000));
    }
  }

  /** Somebody who seeks to after the end does not want to be stopped there. */
  function onSeeked() {
    if (end !== null && media.currentTime >= end) end = null;
    check();
  }

  for (const type of ["timeupdate", "play", "ratechange"]) media.addEventListener(type, check, { signal });
  media.addEventListener("seeked", onSeeked, { signal });
  return (value) => {
    end = value;
    check();
  };
}
