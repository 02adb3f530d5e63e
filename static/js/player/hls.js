/**
 * A recording as HLS: by the browser itself where it says that it can, else by hls.js, which is
 * loaded when play is pressed and not before.
 */

import { open as openFile } from "./file.js";

const TYPE = "application/vnd.apple.mpegurl";
const LIBRARY = new URL("../../vendor/hls/", import.meta.url);

async function attach(video, address) {
  const { default: Hls } = await import(new URL("hls.light.min.mjs", LIBRARY));
  if (!Hls.isSupported()) throw new Error("No Media Source Extensions.");
  const hls = new Hls({ workerPath: String(new URL("hls.worker.js", LIBRARY)), startPosition: video.currentTime || -1 });
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (!fatal) return;
    video.pause();
    video.dispatchEvent(new Event("error"));
  });
  hls.loadSource(address);
  hls.attachMedia(video);
}

export function open(player) {
  const video = player.querySelector("video");
  if (video.canPlayType(TYPE)) return openFile(player);
  video.controls = false;
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
