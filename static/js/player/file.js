/** A recording in a file: the `<video>` is the player, with the page's own bar instead of its controls. */

import { whenIdle } from "../page/dom.js";

export function open(player) {
  const video = player.querySelector("video");
  const play = video.play.bind(video);
  let changed = dropFragments(video);
  // A page waits for what its video asks for. Of a third party only play() may ask.
  if (!player.dataset.address) whenIdle().then(() => {
    video.preload = "metadata";
    if (changed) changed = reload(video);
  });
  video.play = () => {
    // A source that failed stays failed until it is asked for again.
    const failed = video.error || video.networkState === HTMLMediaElement.NETWORK_NO_SOURCE;
    if (failed || changed) changed = reload(video);
    return play();
  };
  video.controls = false;
  tellFailure(video);
  return video;
}

/** Asks for the recording anew, and stays where it was. */
function reload(video) {
  const { currentTime } = video;
  video.load();
  video.currentTime = currentTime;
}

/** When the last of several sources fails, the browser tells that source, and waits for another. */
function tellFailure(video) {
  [...video.querySelectorAll("source")].at(-1)?.addEventListener("error", () => {
    video.pause();
    video.dispatchEvent(new Event("error"));
  });
}

/**
 * Without script `#t=12,18` plays just that. With it, the browser would stop later jumps there too.
 * True when a source has another address now.
 */
function dropFragments(video) {
  const marked = [...video.querySelectorAll("source")].filter(({ src }) => src.includes("#"));
  for (const source of marked) [source.src] = source.src.split("#");
  return marked.length > 0;
}
