/**
 * The transcript, and nothing else, scrolls along with the speech while it is what the visitor looks at: never while
 * the player itself is in view. It begins when somebody plays a cue or asks for it, and ends with the first sign that
 * they read by themselves: scrolling, also out of the player's view, selecting, searching. While words are shared it
 * rests, and goes on when their panel is closed.
 */

import { afterNextFrame, closestTo } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { isPageScrolling, scrollToLine } from "../page/scroll.js";

const SCROLLING_KEYS = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " ", "Tab"]);

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 * @param {{ top: number, height: number }} atPlay where the page stood when playing began: this module comes later
 */
export function start(_, signal, atPlay) {
  let isOn = true;
  let isResting = false;
  /** @param {boolean} value */
  const set = (value) => {
    if (isOn === value) return;
    isOn = value;
    afterNextFrame(() => bus.update("followchange", { isFollowing: isOn }));
  };
  const stop = () => {
    isResting = false;
    set(false);
  };
  const rest = () => {
    isResting ||= isOn;
    set(false);
  };
  const goOn = () => {
    isResting = false;
    set(true);
  };
  /** @param {{ target: EventTarget | null }} event */
  const isInPanel = (event) => isResting && closestTo(event, ".share");
  const show = () => {
    if (isOn && !bus.isClickOpen && !bus.isPlayerInView && bus.cue) scrollToLine(bus.cue.element, { smooth: true });
  };

  for (const type of ["wheel", "touchmove"]) {
    addEventListener(type, (event) => isInPanel(event) || stop(), { signal, passive: true });
  }
  // What is left is the bar at the window's edge, and the browser's own search. When passages above turn out higher or
  // lower than they were guessed, the browser moves the window with them: nobody has scrolled then.
  let height = document.documentElement.scrollHeight;
  addEventListener("scroll", () => {
    const before = height;
    height = document.documentElement.scrollHeight;
    if (!isPageScrolling() && height === before && !isInPanel({ target: document.activeElement })) stop();
  }, { signal, passive: true });
  /** @param {{ target: EventTarget | null }} event */
  const stopInField = (event) => {
    if (closestTo(event, "input, textarea") && !isInPanel(event)) stop();
  };
  addEventListener("focusin", stopInField, { signal });
  addEventListener("keydown", (event) => {
    if (event.key === " " && event.defaultPrevented) return; // it plays and pauses
    if (isResting && event.key === "Tab") return; // it goes into the panel
    if (SCROLLING_KEYS.has(event.key) && !isInPanel(event) && !closestTo(event, "[data-slider], input, select, button")) stop();
  }, { signal });
  document.addEventListener("selectionchange", () => {
    if (!getSelection()?.isCollapsed) rest();
  }, { signal });
  bus.on("matchchange", stop, { signal });
  bus.on("queryinput", stop, { signal });
  bus.on("shareopen", rest, { signal });
  bus.on("shareclose", () => {
    if (!isResting) return;
    goOn();
    show();
  }, { signal });

  bus.on("cuechange", () => afterNextFrame(show), { signal }); // to ask where it is makes the browser lay out the page
  bus.on("jump", ({ detail }) => detail.play && goOn(), { signal });
  bus.on("followrequest", () => {
    goOn();
    show();
  }, { signal });
  if (scrollY !== atPlay.top && height === atPlay.height && !isPageScrolling()) stop();
  stopInField({ target: document.activeElement });
}
