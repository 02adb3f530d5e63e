/**
 * The slider of time, for pointers, keyboards and screen readers, with the chapters on it.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { find, findAll } from "../page/dom.js";
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

/**
 * @param {HTMLElement} root `[data-slider]`
 * @param {PlayerMedia} media
 * @param {HTMLElement} player `#player`, which knows the duration
 * @param {() => void} onDrag called when the time under the finger is another
 * @param {AbortSignal} signal
 * @returns {() => number} the time that the slider shows, in seconds: under the finger while it is dragged
 */
export function startTimeSlider(root, media, player, onDrag, signal) {
  const duration = () => durationOf(media, player);
  const shownTime = () => dragged ?? media.currentTime;
  /** @param {number} seconds */
  const percent = (seconds) => `${duration() ? clamp((seconds / duration()) * 100, 0, 100) : 0}%`;
  const fill = find(root, ".fill");
  const knob = find(root, ".knob");
  const gaps = findAll(root, "[data-at]");
  /** Seconds under the finger, null when nothing is dragged. @type {number | null} */
  let dragged = null;
  /** Where the finger went down, in pixels. */
  let pressedX = 0;
  /** The time of the tick under a pointer. @type {(event: PointerEvent) => number | null} */
  let timeOfTick = () => null;

  function show() {
    const now = shownTime();
    const place = percent(now);
    fill.style.width = knob.style.left = place;
    knob.style.transform = `translate(-${place})`; // at both ends it stays within the bar
    const text = t("{time} of {length}", { time: formatSpoken(now), length: formatSpoken(duration()) });
    // Written only when it is another: each change may be read aloud.
    if (root.getAttribute("aria-valuetext") === text) return;
    root.setAttribute("aria-valuetext", text);
    root.setAttribute("aria-valuenow", String(Math.floor(now)));
    root.setAttribute("aria-valuemax", String(Math.floor(duration())));
  }

  function layOut() {
    for (const gap of gaps) gap.style.left = percent(Number(gap.dataset.at));
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
  function timeAt({ clientX }) {
    const { left, width } = root.getBoundingClientRect();
    return clamp((clientX - left) / width, 0, 1) * duration();
  }

  /** @param {number | null} time seconds */
  function drag(time) {
    dragged = time;
    show();
    onDrag();
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
    drag(timeOfTick(event) ?? timeAt(event));
  }

  /** @param {PointerEvent} event the first over the slider */
  function showBubble(event) {
    import("./time_bubble.js").then(({ startTimeBubble }) => {
      /** @param {PointerEvent} other */
      const timeUnder = (other) => dragged ?? timeOfTick(other) ?? timeAt(other);
      startTimeBubble(root, timeUnder, event, signal);
    }).catch(() => {}); // offline, too
  }

  /** @param {PointerEvent} event */
  const isDragging = (event) => dragged !== null && Math.abs(event.clientX - pressedX) > STILL_PX;

  root.addEventListener("keydown", onKey, { signal });
  root.addEventListener("pointerdown", onPress, { signal });
  root.addEventListener("pointermove", (event) => isDragging(event) && drag(timeAt(event)), { signal });
  root.addEventListener("pointerup", () => {
    if (dragged !== null) goTo(dragged);
    dragged = null;
  }, { signal });
  root.addEventListener("pointercancel", () => drag(null), { signal }); // the finger scrolls the page instead
  root.addEventListener("pointerenter", showBubble, { signal, once: true }); // a finger enters when it is put down
  for (const type of ["timeupdate", "seeking", "seeked"]) media.addEventListener(type, show, { signal });
  media.addEventListener("durationchange", layOut, { signal });
  layOut();
  const showMarks = async () => {
    const { startMarks } = await import("./slider_marks.js");
    timeOfTick = await startMarks(root, media, () => ({ duration: duration(), percent }), signal);
  };
  whenMarked(signal).then(showMarks).catch(() => {}); // offline it works without
  return shownTime;
}

/**
 * Fulfilled when there is a match or a moment to mark.
 *
 * @param {AbortSignal} signal
 * @returns {Promise<unknown>}
 */
function whenMarked(signal) {
  if (bus.matches.length || bus.moment) return Promise.resolve();
  return new Promise((resolve) => {
    for (const type of /** @type {const} */ (["matcheschange", "momentchange"])) bus.on(type, resolve, { signal, once: true });
  });
}
