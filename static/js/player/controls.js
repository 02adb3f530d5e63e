/**
 * The buttons of a player's bar, and of the dock that takes its place.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { formatClock } from "../page/times.js";
import { durationOf } from "./adapter.js";
import { startCaptions } from "./captions.js";
import { startTimeSlider } from "./time_slider.js";

/**
 * Starts all controls inside `root`.
 *
 * @param {HTMLElement} root
 * @param {PlayerMedia} media
 * @param {HTMLElement} player `#player`
 * @param {AbortSignal} signal
 */
export function startControls(root, media, player, signal) {
  /**
   * @param {string} selector
   * @returns {HTMLElement | null}
   */
  const look = (selector) => root.querySelector(selector);
  /**
   * @param {string} name
   * @param {() => unknown} act
   */
  const onPress = (name, act) => {
    const button = look(`[data-do="${name}"]`);
    button?.addEventListener("click", act, { signal });
    return button;
  };

  const toggle = onPress("toggle", () => bus.toggle());
  const mute = onPress("mute", () => (media.muted = !media.muted));
  /** @type {HTMLSelectElement | null} */
  const rate = root.querySelector('[data-do="rate"]');
  rate?.addEventListener("change", () => (media.playbackRate = Number(rate.value)), { signal });
  const fullscreen = onPress("fullscreen", () => toggleFullscreen(player));
  if (fullscreen) startFullscreen(fullscreen, player, toggle, signal);
  const described = look('[data-do="descriptions"]');
  if (described) {
    import("./descriptions.js").then(({ startDescriptions }) => startDescriptions(described, media, signal));
  }
  startCaptions(look('[data-do="captions"]'), media, player, signal);
  const slider = look("[data-slider]");
  if (slider) startTimeSlider(slider, media, player, signal);

  const showTime = () => write(look("[data-time]"), formatClock(media.currentTime));
  const showDuration = () => {
    const duration = durationOf(media, player); // 0 until somebody plays what is elsewhere and of unknown length
    write(look("[data-duration-text]"), duration ? formatClock(duration) : "");
  };
  const showState = () => toggle?.setAttribute("aria-label", media.paused ? t("Play") : t("Pause"));
  const showRate = () => {
    if (rate) rate.value = String(media.playbackRate);
  };
  const showSound = () => mute?.setAttribute("aria-pressed", String(media.muted));
  /** @type {[() => unknown, string[]][]} */
  const displays = [
    [showTime, ["timeupdate", "seeking", "seeked"]],
    [showDuration, ["durationchange"]],
    [showState, ["play", "pause", "ended"]],
    [showRate, ["ratechange"]],
    [showSound, ["volumechange"]],
  ];
  for (const [show, types] of displays) {
    for (const type of types) media.addEventListener(type, show, { signal });
    show();
  }
}

/**
 * @param {HTMLElement | null} element
 * @param {string} text
 */
function write(element, text) {
  if (element && element.textContent !== text) element.textContent = text;
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} player
 * @param {HTMLElement | null} toggle what gets the focus when the player fills the screen
 * @param {AbortSignal} signal
 */
function startFullscreen(button, player, toggle, signal) {
  button.hidden = !canFillScreen(player);
  document.addEventListener("fullscreenchange", () => {
    button.setAttribute("aria-pressed", String(document.fullscreenElement === player));
    const { activeElement } = document; // the browser takes the focus off what is hidden, soon
    import("./fullscreen_focus.js").then(({ keepFocus }) => keepFocus(player, toggle, activeElement));
  }, { signal });
}

/**
 * A video of phones that cannot show any other element in full.
 *
 * @typedef {HTMLVideoElement & { webkitEnterFullscreen?: () => void }} PhoneVideo
 */

/**
 * @param {HTMLElement} player
 * @returns {PhoneVideo | null}
 */
const videoOf = (player) => player.querySelector("video");

/** @param {HTMLElement} player */
const canFillScreen = (player) =>
  document.fullscreenEnabled || Boolean(videoOf(player)?.webkitEnterFullscreen);

/** @param {HTMLElement} player */
function toggleFullscreen(player) {
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) player.requestFullscreen();
  else videoOf(player)?.webkitEnterFullscreen?.();
}
