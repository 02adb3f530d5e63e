/** YouTube's messages, without Google's script: JSON texts, read off its player. */

import { FrameMedia } from "./frame.js";
import { t } from "../page/i18n.js";

const STATES = new Map([[0, "ended"], [1, "playing"], [2, "paused"]]);
const notEmbedded = () => t("YouTube does not let this recording play on other sites.");
const REFUSALS = new Map([
  [2, () => t("YouTube does not know this recording.")],
  [5, () => t("YouTube cannot play this recording in this browser.")],
  [100, () => t("YouTube no longer has this recording, or keeps it private.")],
  [101, notEmbedded],
  [150, notEmbedded],
  [153, () => t("YouTube refused to play the recording here.")],
]);
const FUNCTIONS = {
  play: () => ["playVideo"],
  pause: () => ["pauseVideo"],
  seek: (seconds) => ["seekTo", seconds, true],
  rate: (rate) => ["setPlaybackRate", rate],
  mute: (muted) => [muted ? "mute" : "unMute"],
};
const envelope = (fields) => JSON.stringify({ ...fields, id: 1, channel: "widget" });

export const youtube = {
  name: "YouTube",
  allow: "autoplay; encrypted-media; fullscreen; picture-in-picture; web-share",
  greeting: envelope({ event: "listening" }),

  startsAt: Math.floor,

  // Without `end`: it would stop every later jump there too. The page watches the end itself.
  source(origin, { id }, start) {
    const hl = document.documentElement.lang || "en";
    const query = { enablejsapi: 1, origin: location.origin, playsinline: 1, rel: 0, hl, start };
    return `${origin}/embed/${encodeURIComponent(id)}?${new URLSearchParams(query)}`;
  },

  say(command, value) {
    const [func, ...args] = FUNCTIONS[command](value);
    return envelope({ event: "command", func, args });
  },

  hear({ event, info }, media) {
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

/** Only what changed is sent: a field that is missing says nothing. */
function read(info) {
  return {
    time: info.currentTime,
    duration: info.duration,
    rate: info.playbackRate,
    state: STATES.get(info.playerState),
  };
}

export const open = (player) => new FrameMedia(player, youtube);
