/** Scrolling that the page does by itself, told from what the reader does. */

import { prefersReducedMotion } from "./dom.js";
import { clamp } from "./times.js";

/** A line is brought to a third of the window: what was just said stays above it. */
const READING_PLACE = 1 / 3;
/** The part of the window, from its top, in which a line is read comfortably. */
const COMFORTABLE = 0.8;
const MARGIN_PX = 8;
/** A page that scrolls without a way has told of it after so long. */
const MAX_JUMP_MS = 100;
/** Over more windows than this, smooth scrolling is a blur. */
const MAX_SMOOTH_WINDOWS = 2;

/** When the page's own scrolling is over, on the clock of performance.now(). */
let scrollingUntil = 0;

/** What bars cover of the window, above and below, in pixels. */
function paddings() {
  const style = getComputedStyle(document.documentElement);
  return { above: parseFloat(style.scrollPaddingTop) || 0, below: parseFloat(style.scrollPaddingBottom) || 0 };
}

/** Whether the page is scrolling because `scrollToLine` told it to. */
export const isPageScrolling = () => performance.now() < scrollingUntil;

/**
 * Scrolls an element into view, no further than it takes.
 *
 * @param {Element | null | undefined} element
 */
export function scrollIntoWindow(element) {
  scrollingUntil = performance.now() + MAX_JUMP_MS;
  element?.scrollIntoView({ block: "nearest" });
}

addEventListener("scrollend", () => (scrollingUntil = 0));

/**
 * Whether an element is where it can be read calmly: not at the edges, not under a bar.
 *
 * @param {Element} element
 */
export function isWellPlaced(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const { above, below } = paddings();
  return top >= above + MARGIN_PX && bottom <= (innerHeight - below) * COMFORTABLE;
}

/**
 * Scrolls an element to where it is read best, unless it is well placed already.
 *
 * @param {Element} element
 * @param {{ smooth?: boolean }} [options]
 */
export function scrollToLine(element, { smooth = false } = {}) {
  if (isWellPlaced(element)) return;
  const { above } = paddings();
  const { top } = element.getBoundingClientRect();
  const by = top - Math.max(above + MARGIN_PX, innerHeight * READING_PLACE);
  const isSmooth = smooth && !prefersReducedMotion() && Math.abs(by) < innerHeight * MAX_SMOOTH_WINDOWS;
  const room = document.documentElement.scrollHeight - innerHeight;
  if (Math.abs(clamp(scrollY + by, 0, room) - scrollY) < 1) return; // there is nowhere to go, and so no end of it
  // Smooth scrolling takes less than a second, on a busy phone longer: scrollend, where it is known, ends the wait.
  scrollingUntil = performance.now() + ("onscrollend" in window ? 5000 : isSmooth ? 1000 : MAX_JUMP_MS);
  scrollBy({ top: by, behavior: isSmooth ? "smooth" : "instant" });
}
