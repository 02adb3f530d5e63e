/** A bar of time: a slider for keyboards and screen readers, with the chapters, hits and moment on it. */

import { createElement } from "../page/dom.js";
import { durationOf } from "./adapter.js";
import { bus } from "../page/event_bus.js";
import { clamp, formatSpoken } from "../page/times.js";
import { t } from "../page/i18n.js";

/** Seconds that a key moves. */
const KEYS = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30, Home: -Infinity, End: Infinity };

/** Pixels that a finger moves while it means to stay; a tick is thinner than a finger by so many on each side. */
const STILL = 3;
const NEAR = 6;

/** Brings a `[data-slider]` to life. `player` is #player, which knows the length. */
export function startTimeSlider(root, media, player, signal) {
  const length = () => durationOf(media, player);
  const percent = (seconds) => `${length() ? clamp((seconds / length()) * 100, 0, 100) : 0}%`;
  let dragged = null; // seconds under the finger, null when nothing is dragged
  let pressed = 0; // where it went down

  function show() {
    const now = dragged ?? media.currentTime;
    root.querySelector(".fill").style.width = percent(now);
    root.querySelector(".knob").style.left = percent(now);
    const text = t("{time} of {length}", { time: formatSpoken(now), length: formatSpoken(length()) });
    // Written only when it is another: each change may be read aloud.
    if (root.getAttribute("aria-valuetext") === text) return;
    root.setAttribute("aria-valuetext", text);
    root.setAttribute("aria-valuenow", Math.floor(now));
    root.setAttribute("aria-valuemax", Math.floor(length()));
  }

  function lay() {
    for (const gap of root.querySelectorAll("[data-at]")) gap.style.left = percent(Number(gap.dataset.at));
    showTicks(root, percent);
    showRange(root, percent, length());
    show();
  }

  function goTo(seconds) {
    const start = clamp(seconds, 0, length());
    bus.jump({ start, end: null }, { history: "replace" });
  }

  function step(event) {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    goTo(media.currentTime + by);
  }

  function drag(event) {
    const { left, width } = root.getBoundingClientRect();
    dragged = clamp((event.clientX - left) / width, 0, 1) * length();
    show();
  }

  /** A press on a tick is its very time, until the finger goes elsewhere. */
  function press(event) {
    if (event.button !== 0) return;
    root.setPointerCapture(event.pointerId);
    pressed = event.clientX;
    drag(event);
    dragged = timeOfTick(root, event) ?? dragged;
    show();
  }

  const isOnTheMove = (event) => dragged !== null && Math.abs(event.clientX - pressed) > STILL;

  root.addEventListener("keydown", step, { signal });
  root.addEventListener("pointerdown", press, { signal });
  root.addEventListener("pointermove", (event) => isOnTheMove(event) && drag(event), { signal });
  root.addEventListener("pointerup", () => {
    if (dragged !== null) goTo(dragged);
    dragged = null;
  }, { signal });
  root.addEventListener("pointercancel", () => {
    dragged = null; // the finger scrolls the page instead
    show();
  }, { signal });
  for (const type of ["timeupdate", "seeking", "seeked"]) media.addEventListener(type, show, { signal });
  media.addEventListener("durationchange", lay, { signal });
  bus.addEventListener("matcheschange", () => showTicks(root, percent), { signal });
  bus.addEventListener("matchchange", () => showCurrent(root), { signal });
  bus.addEventListener("momentchange", () => showRange(root, percent, length()), { signal });
  lay();
}

function showTicks(root, percent) {
  const ticks = bus.matches.map(({ time }) => {
    const tick = createElement("i", { className: "tick" });
    tick.style.left = percent(time);
    return tick;
  });
  root.querySelector("[data-ticks]").replaceChildren(...ticks);
  showCurrent(root);
}

/** The time of the match whose tick is under the finger: ticks stand above the rail. */
function timeOfTick(root, { clientX, clientY }) {
  const { top, height } = root.getBoundingClientRect();
  if (clientY > top + height / 2) return null;
  const ticks = [...root.querySelectorAll(".tick")];
  const away = ticks.map((tick) => Math.abs(tick.getBoundingClientRect().left + tick.offsetWidth / 2 - clientX));
  const nearest = Math.min(...away);
  return nearest <= NEAR ? bus.matches[away.indexOf(nearest)].time : null;
}

function showCurrent(root) {
  const ticks = root.querySelectorAll(".tick");
  ticks.forEach((tick, index) => tick.classList.toggle("is-cur", index === bus.matchIndex));
}

function showRange(root, percent, length) {
  const range = root.querySelector("[data-range]");
  const { start, end } = bus.moment ?? { end: null };
  range.hidden = end === null;
  if (range.hidden) return;
  range.style.left = percent(start);
  range.style.width = percent(Math.min(end, length) - start);
}
