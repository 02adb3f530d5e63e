/**
 * Full screen. It hides the page, not its links: the focus must not go where nobody sees it (WCAG 2.2, 2.4.11).
 */

import { loadToolSheet } from "./tool_sheet.js";

/** What had the focus in the page, while its player fills the screen. @type {Element | null} */
let focusedBefore = null;
/** @type {AbortController | null} */
let guard = null;

/**
 * A video of phones that cannot show any other element in full.
 *
 * @typedef {HTMLVideoElement & { webkitEnterFullscreen?: () => void }} PhoneVideo
 */

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} player
 * @param {HTMLElement | null} first what gets the focus when the player fills the screen
 * @param {AbortSignal} signal
 * @returns {Promise<() => void>} fills the screen with the player, or leaves it
 */
export async function startFullscreen(button, player, first, signal) {
  /** What had the focus before. @type {Element | null} */
  let focused = null;
  document.addEventListener("fullscreenchange", () => {
    const isFull = document.fullscreenElement === player;
    button.setAttribute("aria-pressed", String(isFull));
    if (isFull && !guard) enter(player, first, focused);
    else if (!isFull && guard) leave(player, guard);
  }, { signal });
  const sheet = loadToolSheet().catch(() => {});
  if (navigator.onLine) await sheet; // else it fills the screen as well as it can
  return () => {
    focused = document.activeElement; // soon the browser takes the focus off what is hidden
    toggleFullscreen(player);
  };
}

/** @param {HTMLElement} player */
function toggleFullscreen(player) {
  /** @type {PhoneVideo | null} */
  const video = player.querySelector("video");
  if (document.fullscreenElement) document.exitFullscreen();
  else if (document.fullscreenEnabled) player.requestFullscreen();
  else video?.webkitEnterFullscreen?.();
}

/**
 * @param {HTMLElement} player
 * @param {HTMLElement | null} first
 * @param {Element | null} focused
 */
function enter(player, first, focused) {
  guard = new AbortController();
  if (!player.contains(focused)) {
    focusedBefore = focused;
    first?.focus({ preventScroll: true });
  }
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Node && !player.contains(target)) first?.focus();
  }, { signal: guard.signal });
}

/**
 * @param {HTMLElement} player
 * @param {AbortController} current
 */
function leave(player, current) {
  current.abort();
  if (player.contains(document.activeElement) && focusedBefore instanceof HTMLElement) {
    focusedBefore.focus({ preventScroll: true });
  }
  guard = focusedBefore = null;
}
