/** A recording in a file: the `<video>` is the player, with the page's own bar in the place of its controls. */

import { find, whenIdle } from "../page/dom.js";

/**
 * @param {HTMLElement} player
 * @returns {HTMLVideoElement}
 */
export function open(player) {
  /** @type {HTMLVideoElement} */
  const video = find(player, "video");
  const play = video.play.bind(video);
  let mustReload = dropFragments(video);
  const reload = () => {
    loadAgain(video);
    mustReload = false;
  };
  // A page waits for what its video asks for. Of a third party only play() may ask.
  if (!player.dataset.address) whenIdle().then(() => {
    video.preload = "metadata";
    if (mustReload) reload();
  });
  video.play = () => {
    // A source that failed stays failed until it is asked for again.
    const hasFailed = video.error || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
    if (hasFailed || mustReload) reload();
    return play();
  };
  video.controls = false;
  reportFailure(video);
  return video;
}

/**
 * Asks for the recording again, and stays at the same time of it.
 *
 * @param {HTMLVideoElement} video
 */
function loadAgain(video) {
  const { currentTime } = video;
  video.load();
  video.currentTime = currentTime;
}

/**
 * When the last of several sources fails, the browser tells that source alone, and waits for another.
 *
 * @param {HTMLVideoElement} video
 */
function reportFailure(video) {
  [...video.querySelectorAll("source")].at(-1)?.addEventListener("error", () => {
    video.pause();
    video.dispatchEvent(new Event("error"));
  });
}

/**
 * Takes `#t=12,18` off the sources: without script the browser plays just that; with it, the browser would stop later
 * jumps there too.
 *
 * @param {HTMLVideoElement} video
 * @returns {boolean} whether a source has another address now
 */
function dropFragments(video) {
  const sources = [...video.querySelectorAll("source")].filter(({ src }) => src.includes("#"));
  for (const source of sources) [source.src] = source.src.split("#");
  return sources.length > 0;
}
