/** The buttons of a player's bar, and of the dock that stands in for it. */

import { startCaptions } from "./captions.js";
import { startTimeSlider } from "./time_slider.js";
import { bus } from "../page/event_bus.js";
import { formatClock } from "../page/times.js";
import { t } from "../page/i18n.js";
import { durationOf } from "./adapter.js";

/** Brings all controls inside `root` to life; `player` is #player. */
export function startControls(root, media, player, signal) {
  const find = (selector) => root.querySelector(selector);
  const press = (name, act) => {
    const button = find(`[data-do="${name}"]`);
    button?.addEventListener("click", () => act(button), { signal });
    return button;
  };

  const toggle = press("toggle", () => bus.toggle());
  const mute = press("mute", () => (media.muted = !media.muted));
  const rate = find('[data-do="rate"]');
  rate?.addEventListener("change", () => (media.playbackRate = Number(rate.value)), { signal });
  const full = press("fullscreen", () => toggleFullscreen(player));
  if (full) {
    full.hidden = !canBeFull(player);
    document.addEventListener("fullscreenchange", () => {
      full.setAttribute("aria-pressed", document.fullscreenElement === player);
      const { activeElement } = document; // the browser takes the focus off what is hidden, soon
      import("./fullscreen_focus.js").then(({ keepFocus }) => keepFocus(player, toggle, activeElement));
    }, { signal });
  }
  const described = find('[data-do="descriptions"]');
  if (described) import("./descriptions.js").then(({ startDescriptions }) => startDescriptions(described, media, signal));
  startCaptions(find('[data-do="captions"]'), media, player, signal);
  const bar = find("[data-slider]");
  if (bar) startTimeSlider(bar, media, player, signal);

  const showTime = () => write(find("[data-time]"), formatClock(media.currentTime));
  const showLength = () => write(find("[data-duration-text]"), formatClock(durationOf(media, player)));
  const showState = () => toggle?.setAttribute("aria-label", media.paused ? t("Play") : t("Pause"));
  const showRate = () => rate && (rate.value = String(media.playbackRate));
  const showSound = () => mute?.setAttribute("aria-pressed", media.muted);
  const shows = [
    [showTime, "timeupdate", "seeking", "seeked"],
    [showLength, "durationchange"],
    [showState, "play", "pause", "ended"],
    [showRate, "ratechange"],
    [showSound, "volumechange"],
  ];
  for (const [show, ...types] of shows) {
    for (const type of types) media.addEventListener(type, show, { signal });
    show();
  }
}

function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
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
