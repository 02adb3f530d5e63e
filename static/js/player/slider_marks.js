/**
 * The matches and the moment on the time slider.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { createElement, find, findAll } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { loadToolSheet } from "./tool_sheet.js";

/** The current tick, at the end of the bar, hangs so far over its time: css/player_tools.css. */
const CURRENT_TICK_REACH_PX = 4;
/** A tick is thinner than a finger by so much on each side. */
const TICK_REACH_PX = 6;

/**
 * Where a time is on the slider, as CSS has it, and the duration in seconds.
 *
 * @typedef {{ duration: number, percent: (seconds: number) => string }} Scale
 */

/**
 * Shows the marks that there are, and those that there will be.
 *
 * @param {HTMLElement} root `[data-slider]`
 * @param {PlayerMedia} media
 * @param {() => Scale} scale
 * @param {AbortSignal} signal
 * @returns {Promise<(event: PointerEvent) => number | null>} the time of the match whose tick is under a pointer, in
 *   seconds; null for none
 */
export async function startMarks(root, media, scale, signal) {
  await loadToolSheet();
  const layOut = () => {
    showTicks(root, scale());
    showRange(root, scale());
  };
  media.addEventListener("durationchange", layOut, { signal });
  bus.on("matcheschange", () => showTicks(root, scale()), { signal });
  bus.on("matchchange", () => showCurrentTick(root), { signal });
  bus.on("momentchange", () => showRange(root, scale()), { signal });
  layOut();
  return (event) => timeOfTick(root, event);
}

/**
 * @param {HTMLElement} root
 * @param {Scale} scale
 */
function showTicks(root, { percent }) {
  const ticks = bus.matches.map(({ time }) => {
    const tick = createElement("i", { className: "tick" });
    tick.hidden = time === null;
    tick.style.left = `min(${percent(time ?? 0)}, 100% - ${CURRENT_TICK_REACH_PX}px)`; // or a phone's page scrolls sideways
    return tick;
  });
  find(root, "[data-ticks]").replaceChildren(...ticks);
  showCurrentTick(root);
}

/** @param {HTMLElement} root */
const ticksOf = (root) => findAll(root, ".tick");

/**
 * The time of the match whose tick is under the pointer, in seconds; null for none. Ticks hang below the rail.
 *
 * @param {HTMLElement} root
 * @param {PointerEvent} event
 */
function timeOfTick(root, { clientX, clientY }) {
  if (clientY < find(root, ".rail").getBoundingClientRect().bottom) return null;
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
 * @param {Scale} scale
 */
function showRange(root, { duration, percent }) {
  const range = find(root, "[data-range]");
  const { start, end } = bus.moment ?? { start: 0, end: null };
  range.hidden = end === null;
  if (end === null) return;
  range.style.left = percent(start);
  range.style.width = percent(Math.min(end, duration) - start);
}
