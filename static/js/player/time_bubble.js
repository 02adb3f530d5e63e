/** The bubble over the time slider: the time under the pointer, and its chapter. */

import { createElement } from "../page/dom.js";
import { clamp, formatClock } from "../page/times.js";
import { readChapters } from "./chapters.js";
import { loadToolSheet } from "./tool_sheet.js";

/**
 * @param {HTMLElement} root `[data-slider]`
 * @param {(event: PointerEvent) => number} timeUnder the time under the pointer, in seconds
 * @param {PointerEvent} first the event that asked for the bubble
 * @param {AbortSignal} signal
 */
export async function startTimeBubble(root, timeUnder, first, signal) {
  const chapterAt = readChapters();
  const time = createElement("b");
  const title = createElement("span");
  // What it says is the value of the slider when it is taken: it is for eyes only.
  const bubble = createElement("span", { className: "bubble", hidden: true, "aria-hidden": "true" }, time, title);
  let isAway = false;

  /** @param {PointerEvent} event */
  function show(event) {
    const seconds = timeUnder(event);
    time.textContent = formatClock(seconds);
    title.textContent = chapterAt(seconds)?.title ?? "";
    bubble.hidden = isAway = false;
    const { left, width } = root.getBoundingClientRect();
    const half = bubble.offsetWidth / 2;
    bubble.style.left = `${clamp(event.clientX - left - half, 0, Math.max(0, width - 2 * half))}px`;
  }

  const hide = () => (bubble.hidden = isAway = true);
  // What comes up under a pointer can be put away, and pointed at (WCAG 2.2, 1.4.13).
  addEventListener("keydown", ({ key }) => key === "Escape" && hide(), { signal });
  for (const type of ["pointerleave", "pointercancel"]) root.addEventListener(type, hide, { signal });
  await loadToolSheet();
  root.append(bubble);
  for (const type of ["pointermove", "pointerdown"]) {
    root.addEventListener(type, (event) => show(/** @type {PointerEvent} */ (event)), { signal });
  }
  if (!isAway) show(first);
}
