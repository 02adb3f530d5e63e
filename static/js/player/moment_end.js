/** The end of a moment: the player is stopped there once; played again, it goes on beyond. */

/** Below this many seconds a timer takes over: timeupdate comes only about four times a second. */
const NEAR = 0.6;

/** Watches a player; returns a function that sets the end in seconds, null for none. */
export function watchMomentEnd(media, signal) {
  let end = null;
  let timer;

  function look() {
    clearTimeout(timer);
    if (end === null || media.paused) return;
    const left = (end - media.currentTime) / (media.playbackRate || 1);
    if (left <= 0) {
      end = null;
      media.pause();
    } else if (left < NEAR) {
      timer = setTimeout(look, Math.max(4, left * 1000));
    }
  }

  /** Somebody who goes beyond the end by other ways does not want to be stopped there. */
  function drop() {
    if (end !== null && media.currentTime >= end) end = null;
    look();
  }

  for (const type of ["timeupdate", "play", "ratechange"]) media.addEventListener(type, look, { signal });
  media.addEventListener("seeked", drop, { signal });
  return (value) => {
    end = value;
    look();
  };
}
