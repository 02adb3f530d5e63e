/**
 * The messages of YouTube's player, without Google's script: JSON texts, read off that player.
 *
 * @import { FrameSite, FrameState } from "./frame_messages.js"
 */

import { t } from "../page/i18n.js";
import { FrameMedia } from "./frame.js";

/** @type {Map<unknown, FrameState>} */
const STATES = new Map([[0, "ended"], [1, "playing"], [2, "paused"]]);
const notEmbedded = () => t("YouTube does not let this recording play on other sites.");
/** Sentences by YouTube's number of an error. @type {Map<unknown, () => string>} */
const REFUSALS = new Map([
  [2, () => t("YouTube does not know this recording.")],
  [5, () => t("YouTube cannot play this recording in this browser.")],
  [100, () => t("YouTube no longer has this recording, or keeps it private.")],
  [101, notEmbedded],
  [150, notEmbedded],
  [153, () => t("YouTube refused to play the recording here.")],
]);
/** @type {Record<string, (value: unknown) => unknown[]>} */
const FUNCTIONS = {
  play: () => ["playVideo"],
  pause: () => ["pauseVideo"],
  seek: (seconds) => ["seekTo", seconds, true],
  rate: (rate) => ["setPlaybackRate", rate],
  mute: (muted) => [muted ? "mute" : "unMute"],
  volume: (volume) => ["setVolume", Math.round(Number(volume) * 100)],
};
/** @param {Record<string, unknown>} fields */
const envelope = (fields) => JSON.stringify({ ...fields, id: 1, channel: "widget" });

/** @type {FrameSite} */
export const youtube = {
  name: "YouTube",
  allow: "autoplay; encrypted-media; fullscreen; picture-in-picture; web-share",
  greeting: envelope({ event: "listening" }),

  startsAt: Math.floor,

  // Without `end`: it would stop every later jump there too. The page watches the end itself.
  source(origin, { id = "" }, start) {
    const query = new URLSearchParams({
      enablejsapi: "1",
      origin: location.origin,
      playsinline: "1",
      rel: "0",
      hl: document.documentElement.lang || "en",
      start: String(start),
    });
    return `${origin}/embed/${encodeURIComponent(id)}?${query}`;
  },

  message(command, value) {
    const [func, ...args] = FUNCTIONS[command](value);
    return envelope({ event: "command", func, args });
  },

  receive({ event, info }, media) {
    if (event === "onError") {
      const refusal = REFUSALS.get(info);
      media.fails(refusal ? refusal() : t("YouTube cannot play this recording (error {code}).", { code: Number(info) }));
      return;
    }
    // A player that was greeted late may have said "onReady" before anybody listened.
    if (event === "onReady" || event === "initialDelivery" || Number.isFinite(info?.currentTime)) media.answers();
    if (event === "onStateChange") media.reports({ state: STATES.get(info) });
    else if (info && typeof info === "object") media.reports(read(info));
  },
};

/**
 * Only what changed is sent: a field that is missing says nothing.
 *
 * @param {{ currentTime?: number, duration?: number, playbackRate?: number, playerState?: number, volume?: number }} info
 */
function read(info) {
  return {
    time: info.currentTime,
    duration: info.duration,
    rate: info.playbackRate,
    volume: Number(info.volume) / 100,
    state: STATES.get(info.playerState),
  };
}

/** @param {HTMLElement} player */
export const open = (player) => new FrameMedia(player, youtube);
