/**
 * The slider of time, for pointers, keyboards and screen readers, with the chapters, matches and moment on it.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { createElement, find, findAll } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { clamp, formatSpoken } from "../page/times.js";
import { durationOf } from "./adapter.js";

/** Seconds that a key moves. @type {Record<string, number>} */
const KEY_STEPS = {
  ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30, Home: -Infinity, End: Infinity,
};

/** A finger that means to stay moves so far. */
const STILL_PX = 3;
/** A tick is thinner than a finger by so much on each side. */
const TICK_REACH_PX = 6;

/**
 * @param {HTMLElement} root `[data-slider]`
 * @param {PlayerMedia} media
 * @param {HTMLElement} player `#player`, which knows the duration
 * @param {AbortSignal} signal
 */
export function startTimeSlider(root, media, player, signal) {
  const duration = () => durationOf(media, player);
  /** @param {number} seconds */
  const percent = (seconds) => `${duration() ? clamp((seconds / duration()) * 100, 0, 100) : 0}%`;
  const fill = find(root, ".fill");
  const knob = find(root, ".knob");
  const gaps = findAll(root, "[data-at]");
  /** Seconds under the finger, null when nothing is dragged. @type {number | null} */
  let dragged = null;
  /** Where the finger went down, in pixels. */
  let pressedX = 0;

  function show() {
    const now = dragged ?? media.currentTime;
    fill.style.width = percent(now);
    knob.style.left = percent(now);
    const text = t("{time} of {length}", { time: formatSpoken(now), length: formatSpoken(duration()) });
    // Written only when it is another: each change may be read aloud.
    if (root.getAttribute("aria-valuetext") === text) return;
    root.setAttribute("aria-valuetext", text);
    root.setAttribute("aria-valuenow", String(Math.floor(now)));
    root.setAttribute("aria-valuemax", String(Math.floor(duration())));
  }

  function layOut() {
    for (const gap of gaps) gap.style.left = percent(Number(gap.dataset.at));
    showTicks(root, percent);
    showRange(root, percent, duration());
    show();
  }

  /** @param {number} seconds */
  function goTo(seconds) {
    bus.jump({ start: clamp(seconds, 0, duration()), end: null }, { history: "replace" });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const by = KEY_STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(media.currentTime + by);
  }

  /** @param {PointerEvent} event */
  function drag(event) {
    const { left, width } = root.getBoundingClientRect();
    dragged = clamp((event.clientX - left) / width, 0, 1) * duration();
    show();
  }

  /**
   * A press on a tick is its very time, until the finger goes elsewhere.
   *
   * @param {PointerEvent} event
   */
  function onPress(event) {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    pressedX = event.clientX;
    drag(event);
    dragged = timeOfTick(root, event) ?? dragged;
    show();
  }

  /** @param {PointerEvent} event */
  const isDragging = (event) => dragged !== null && Math.abs(event.clientX - pressedX) > STILL_PX;

  root.addEventListener("keydown", onKey, { signal });
  root.addEventListener("pointerdown", onPress, { signal });
  root.addEventListener("pointermove", (event) => isDragging(event) && drag(event), { signal });
  root.addEventListener("pointerup", () => {
    if (dragged !== null) goTo(dragged);
    dragged = null;
  }, { signal });
  root.addEventListener("pointercancel", () => {
    dragged = null; // the finger scrolls the page instead
    show();
  }, { signal });
  for (const type of ["timeupdate", "seeking", "seeked"]) media.addEventListener(type, show, { signal });
  media.addEventListener("durationchange", layOut, { signal });
  bus.on("matcheschange", () => showTicks(root, percent), { signal });
  bus.on("matchchange", () => showCurrentTick(root), { signal });
  bus.on("momentchange", () => showRange(root, percent, duration()), { signal });
  layOut();
}

/**
 * @param {HTMLElement} root
 * @param {(seconds: number) => string} percent
 */
function showTicks(root, percent) {
  const ticks = bus.matches.map(({ time }) => {
    const tick = createElement("i", { className: "tick" });
    tick.hidden = time === null;
    tick.style.left = percent(time ?? 0);
    return tick;
  });
  find(root, "[data-ticks]").replaceChildren(...ticks);
  showCurrentTick(root);
}

/** @param {HTMLElement} root */
const ticksOf = (root) => findAll(root, ".tick");

/**
 * The time of the match whose tick is under the finger, in seconds; null for none. Ticks are above the rail.
 *
 * @param {HTMLElement} root
 * @param {PointerEvent} event
 */
function timeOfTick(root, { clientX, clientY }) {
  const { top, height } = root.getBoundingClientRect();
  if (clientY > top + height / 2) return null;
  const distances = ticksOf(root).map((tick) => {
    const { left, width } = tick.getBoundingClientRect();
    return tick.hidden ? Infinity : Math.abs(left + width / 2 - clientX);
  });
  const nearest = Math.min(...distances);
  return nearest <= TICK_REACH_PX ? bus.matches[distances.indexOf(nearest)].time : null;
}

/** @param {HTMLElement} root */
function showCurrentTick(root) {
  for (const [index, tick] of ticksOf(root).entries()) tick.classList.toggle("is-cur", index === bus.matchIndex);
}

/**
 * @param {HTMLElement} root
 * @param {(seconds: number) => string} percent
 * @param {number} duration seconds
 */
function showRange(root, percent, duration) {
  const range = find(root, "[data-range]");
  const { start, end } = bus.moment ?? { start: 0, end: null };
  range.hidden = end === null;
  if (end === null) return;
  range.style.left = percent(start);
  range.style.width = percent(Math.min(end, duration) - start);
}
