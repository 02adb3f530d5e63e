/**
 * The messages of Vimeo's player. It says "ready" by itself; listeners are added after that.
 *
 * @import { FrameSite, FrameState } from "./frame_messages.js"
 */

import { t } from "../page/i18n.js";
import { FrameMedia } from "./frame.js";

const EVENTS = ["timeupdate", "play", "playing", "pause", "ended", "seeked", "playbackratechange", "volumechange", "error"];
/** @type {Map<string, FrameState>} */
const STATES = new Map([["play", "playing"], ["playing", "playing"], ["pause", "paused"], ["ended", "ended"]]);
const METHODS = {
  play: "play",
  pause: "pause",
  seek: "setCurrentTime",
  rate: "setPlaybackRate",
  mute: "setMuted",
  volume: "setVolume",
};

/** @type {FrameSite} */
export const vimeo = {
  name: "Vimeo",
  allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
  greeting: null,

  startsAt: () => 0,

  source(origin, { id = "", hash }) {
    const query = new URLSearchParams({ dnt: "1", ...(hash && { h: hash }), playsinline: "1" });
    return `${origin}/video/${encodeURIComponent(id)}?${query}`;
  },

  message: (command, value) => ({ method: METHODS[command], value }),

  receive({ event, method, value, data }, media) {
    if (event === "ready") greet(media);
    else if (event === "error") reportFault(data, media);
    else if (method === "getDuration") media.reports({ duration: value });
    else if (EVENTS.includes(event)) {
      const { seconds, duration, playbackRate, volume } = data ?? {};
      media.reports({ time: seconds, duration, rate: playbackRate, volume, state: STATES.get(event) });
    }
  },
};

/** @param {FrameMedia} media */
function greet(media) {
  for (const value of EVENTS) media.post({ method: "addEventListener", value });
  media.post({ method: "getDuration" });
  media.answers();
}

/**
 * A method that was refused (play without a press inside the frame) leaves the player as it is.
 *
 * @param {{ method?: string } | undefined} data
 * @param {FrameMedia} media
 */
function reportFault(data, media) {
  if (data?.method) media.reports({ state: "paused" });
  else media.fails(t("Vimeo cannot play this recording here."));
}

/** @param {HTMLElement} player */
export const open = (player) => new FrameMedia(player, vimeo);
