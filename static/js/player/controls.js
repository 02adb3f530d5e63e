/**
 * The buttons of a player's bar, and of the dock that takes its place.
 *
 * @import { PlayerMedia } from "./adapter.js"
 * @import { PhoneVideo } from "./fullscreen.js"
 */

import { find } from "../page/dom.js";
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
  const fullscreen = look('[data-do="fullscreen"]');
  if (fullscreen) startFullscreen(fullscreen, player, toggle, signal);
  const described = look('[data-do="descriptions"]');
  if (described) {
    import("./descriptions.js").then(({ startDescriptions }) => startDescriptions(described, media, signal));
  }
  startCaptions(look('[data-do="captions"]'), media, player, signal);
  if (mute) startVolume(mute, media, signal);
  const shownTime = startTimeSlider(find(root, "[data-slider]"), media, player, () => showTime(), signal);

  const showTime = () => write(look("[data-time]"), formatClock(shownTime()));
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
 * The volume can be set once somebody is at the button that mutes.
 *
 * @param {HTMLElement} mute
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
function startVolume(mute, media, signal) {
  const used = new AbortController();
  const show = () => {
    used.abort();
    import("./volume_slider.js").then(({ startVolumeSlider }) => startVolumeSlider(mute, media, signal)).catch(() => {});
  };
  for (const type of ["pointerenter", "focus"]) mute.addEventListener(type, show, { signal: used.signal });
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
  /** @type {Promise<() => void> | undefined} */
  let loading;
  const load = () =>
    (loading ??= import("./fullscreen.js").then((module) => module.startFullscreen(button, player, toggle, signal)));
  /** @type {PhoneVideo | null} */
  const video = player.querySelector("video");
  button.hidden = !(document.fullscreenEnabled || video?.webkitEnterFullscreen);
  button.addEventListener("pointerenter", load, { signal, once: true });
  button.addEventListener("click", async () => (await load())(), { signal });
}
