/** Scrolling that the page does by itself, and telling it from what the reader does. */

import { prefersReducedMotion } from "./dom.js";
import { clamp } from "./times.js";

/** A line is brought to a third of the window: what was just said stays above it. */
const CALM = 1 / 3;
/** Farther than this many windows, gliding is a blur. */
const FAR = 2;

let until = 0;

function paddings() {
  const style = getComputedStyle(document.documentElement);
  return [parseFloat(style.scrollPaddingTop) || 0, parseFloat(style.scrollPaddingBottom) || 0];
}

/** Whether the page is moving because it was told to by `bring`. */
export const isPageScrolling = () => performance.now() < until;

addEventListener("scrollend", () => (until = 0));

/** Whether an element stands where it can be read calmly: not at the edges, not under a bar. */
export function isWellPlaced(element) {
  const { top, bottom } = element.getBoundingClientRect();
  const [above, below] = paddings();
  return top >= above + 8 && bottom <= (innerHeight - below) * 0.8;
}

/** Brings an element to its calm place, unless it stands well already. */
export function scrollToLine(element, { smooth = false } = {}) {
  if (isWellPlaced(element)) return;
  const [above] = paddings();
  const { top } = element.getBoundingClientRect();
  const by = top - Math.max(above + 8, innerHeight * CALM);
  const glide = smooth && !prefersReducedMotion() && Math.abs(by) < innerHeight * FAR;
  // A glide takes less than a second, on a busy phone longer: scrollend, where it is known, ends the wait.
  const room = document.documentElement.scrollHeight - innerHeight;
  if (Math.abs(clamp(scrollY + by, 0, room) - scrollY) < 1) return; // there is nowhere to go, and so no end of it
  until = performance.now() + ("onscrollend" in window ? 5000 : glide ? 1000 : 100);
  scrollBy({ top: by, behavior: glide ? "smooth" : "instant" });
}
