/**
 * Following: the words, and nothing else, are brought to the line being spoken, while they are what
 * the visitor looks at: never while the player itself is in view. It is on from the moment somebody plays
 * a line or asks for it, and ends with the first sign that they read by themselves: scrolling, also out of
 * the player's view, selecting, searching.
 */

import { afterNextFrame } from "../page/dom.js";
import { scrollToLine, isPageScrolling } from "../page/scroll.js";
import { bus } from "../page/event_bus.js";

const SCROLLING_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " ", "Tab"]);

export function startAutoScroll(signal) {
  let on = true;
  const set = (value) => {
    if (on === value) return;
    on = value;
    afterNextFrame(() => bus.update("followchange", { isFollowing: on }));
  };
  const stop = () => set(false);
  const show = () => {
    if (on && !bus.isPlayerInView && bus.cue) scrollToLine(bus.cue.element, { smooth: true });
  };

  for (const type of ["wheel", "touchmove"]) addEventListener(type, stop, { signal, passive: true });
  // What is left is the bar at the window's edge, and the browser's own search. When words above turn out higher or
  // lower than they were guessed, the browser moves the window with them: nobody has scrolled then.
  let height = document.documentElement.scrollHeight;
  addEventListener("scroll", () => {
    const before = height;
    height = document.documentElement.scrollHeight;
    if (!isPageScrolling() && height === before) stop();
  }, { signal, passive: true });
  addEventListener("focusin", ({ target }) => target.matches("input, textarea") && stop(), { signal });
  addEventListener("keydown", ({ key, target, defaultPrevented }) => {
    if (key === " " && defaultPrevented) return; // it plays and pauses
    if (SCROLLING_KEYS.has(key) && !target.closest?.("[data-slider], input, select, button")) stop();
  }, { signal });
  document.addEventListener("selectionchange", () => getSelection().isCollapsed || stop(), { signal });
  for (const type of ["matchchange", "matcheschange", "shareopen"]) bus.addEventListener(type, stop, { signal });

  bus.addEventListener("cuechange", () => afterNextFrame(show), { signal }); // to look where it stands is to lay out the page
  bus.addEventListener("jump", ({ detail }) => detail.play && set(true), { signal });
  bus.addEventListener("followrequest", () => {
    set(true);
    show();
  }, { signal });
}
