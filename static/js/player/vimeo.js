/** Vimeo's messages. Its player says "ready" by itself; listeners are added after that. */

import { FrameMedia } from "./frame.js";
import { t } from "../page/i18n.js";

const EVENTS = ["timeupdate", "play", "playing", "pause", "ended", "seeked", "playbackratechange", "error"];
const STATES = new Map([["play", "playing"], ["playing", "playing"], ["pause", "paused"], ["ended", "ended"]]);
const METHODS = {
  play: ["play"],
  pause: ["pause"],
  seek: ["setCurrentTime"],
  rate: ["setPlaybackRate"],
  mute: ["setMuted"],
};

export const vimeo = {
  name: "Vimeo",
  allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
  greeting: null,

  startsAt: () => 0,

  source(origin, { id, hash }) {
    const query = new URLSearchParams({ dnt: 1, ...(hash && { h: hash }), playsinline: 1 });
    return `${origin}/video/${encodeURIComponent(id)}?${query}`;
  },

  say(command, value) {
    const [method] = METHODS[command];
    return { method, value };
  },

  hear({ event, method, value, data }, media) {
    if (event === "ready") greet(media);
    else if (event === "error") complain(data, media);
    else if (method === "getDuration") media.reports({ duration: value });
    else if (EVENTS.includes(event)) {
      const { seconds, duration, playbackRate } = data ?? {};
      media.reports({ time: seconds, duration, rate: playbackRate, state: STATES.get(event) });
    }
  },
};

function greet(media) {
  for (const value of EVENTS) media.ask({ method: "addEventListener", value });
  media.ask({ method: "getDuration" });
  media.answers();
}

/** A method that was refused (play without a press inside the frame) leaves the player as it is. */
function complain(data, media) {
  if (data?.method) media.reports({ state: "paused" });
  else media.fails(t("Vimeo cannot play this recording here."));
}

export const open = (player) => new FrameMedia(player, vimeo);
