/** Full screen hides the page, not its links: the focus must not go where nobody sees it (WCAG 2.2, 2.4.11). */

/** What had the focus in the page, while its player fills the screen. @type {Element | null} */
let focusedBefore = null;
/** @type {AbortController | null} */
let guard = null;

/**
 * To be told of every change: the focus goes into the player, stays there, and goes back to where it was.
 *
 * @param {HTMLElement} player
 * @param {HTMLElement | null} first what gets the focus in the player
 * @param {Element | null} focused what had the focus when the change came
 */
export function keepFocus(player, first, focused) {
  const isFull = document.fullscreenElement === player;
  if (isFull && !guard) enter(player, first, focused);
  else if (!isFull && guard) leave(player, guard);
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
