/**
 * A recording as HLS: played by the browser itself where it says that it can, else by hls.js, which is loaded when
 * play is pressed and not before.
 */

import { find } from "../page/dom.js";
import { open as openFile } from "./file.js";

const TYPE = "application/vnd.apple.mpegurl";
const LIBRARY = new URL("../../vendor/hls/", import.meta.url);

/**
 * @param {HTMLVideoElement} video
 * @param {string | undefined} address
 */
async function attach(video, address) {
  const { default: Hls } = await import(String(new URL("hls.light.min.mjs", LIBRARY)));
  if (!Hls.isSupported()) throw new Error("No Media Source Extensions.");
  const hls = new Hls({ workerPath: String(new URL("hls.worker.js", LIBRARY)), startPosition: video.currentTime || -1 });
  hls.on(Hls.Events.ERROR, (/** @type {unknown} */ _, /** @type {{ fatal: boolean }} */ { fatal }) => {
    if (!fatal) return;
    video.pause();
    video.dispatchEvent(new Event("error"));
  });
  hls.loadSource(address);
  hls.attachMedia(video);
}

/**
 * @param {HTMLElement} player
 * @returns {HTMLVideoElement}
 */
export function open(player) {
  /** @type {HTMLVideoElement} */
  const video = find(player, "video");
  if (video.canPlayType(TYPE)) return openFile(player);
  video.controls = false;
  /** @type {Promise<void> | undefined} */
  let attached;
  video.play = async () => {
    attached ??= attach(video, player.dataset.address);
    try {
      await attached;
    } catch (error) {
      attached = undefined; // the next press tries again
      throw error;
    }
    return HTMLMediaElement.prototype.play.call(video);
  };
  return video;
}
