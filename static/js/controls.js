/** The buttons of a player's bar, and of the dock that stands in for it. */

import { captions } from "./captions.js";
import { slider } from "./slider.js";
import { stage } from "./stage.js";
import { clock } from "./times.js";
import { t, written } from "./words.js";
import { lengthOf } from "./player/adapter.js";

const RATES = [1, 1.25, 1.5, 2, 0.75];

/** Brings all controls inside `root` to life; `player` is #player. */
export function controls(root, media, player, signal) {
  const find = (selector) => root.querySelector(selector);
  const press = (name, act) => {
    const button = find(`[data-do="${name}"]`);
    button?.addEventListener("click", () => act(button), { signal });
    return button;
  };

  const toggle = press("toggle", () => stage.toggle());
  const rate = press("rate", () => (media.playbackRate = nextRate(media.playbackRate)));
  const full = press("fullscreen", () => toggleFullscreen(player));
  if (full) full.hidden = !canBeFull(player);
  captions(find('[data-do="captions"]'), media, player, signal);
  const bar = find("[data-slider]");
  if (bar) slider(bar, media, player, signal);

  const showTime = () => write(find("[data-time]"), clock(media.currentTime));
  const showLength = () => write(find("[data-duration-text]"), clock(lengthOf(media, player)));
  const showState = () => toggle?.setAttribute("aria-label", media.paused ? t("Play") : t("Pause"));
  const showRate = () => {
    const shown = written(media.playbackRate);
    write(rate, `${shown}×`);
    rate?.setAttribute("aria-label", t("{rate}× speed", { rate: shown }));
  };
  const shows = [
    [showTime, "timeupdate", "seeking", "seeked"],
    [showLength, "durationchange"],
    [showState, "play", "pause", "ended"],
    [showRate, "ratechange"],
  ];
  for (const [show, ...types] of shows) {
    for (const type of types) media.addEventListener(type, show, { signal });
    show();
  }
}

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

function nextRate(rate) {
  return RATES[(RATES.indexOf(rate) + 1) % RATES.length];
}

/** Phones that cannot show an element in full can show the video itself. */
function canBeFull(player) {
  return document.fullscreenEnabled || "webkitEnterFullscreen" in (player.querySelector("video") ?? {});
}

function toggleFullscreen(player) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) player.requestFullscreen();
  else player.querySelector("video").webkitEnterFullscreen();
}
