/** Full screen hides the page, not its links: the focus must not go where nobody sees it (WCAG 2.2, 2.4.11). */

let left = null; // what had the focus in the page, while its player fills the screen
let guard = null;

/**
 * To be told of every change, with what had the focus then: the focus goes into the player, to `first`, stays
 * there, and goes back to where it was.
 */
export function keepFocus(player, first, at) {
  const isFull = document.fullscreenElement === player;
  if (isFull && !guard) enter(player, first, at);
  else if (!isFull && guard) leave(player);
}

function enter(player, first, at) {
  guard = new AbortController();
  if (!player.contains(at)) {
    left = at;
    first.focus({ preventScroll: true });
  }
  document.addEventListener("focusin", ({ target }) => player.contains(target) || first.focus(), { signal: guard.signal });
}

function leave(player) {
  guard.abort();
  if (player.contains(document.activeElement)) left?.focus({ preventScroll: true });
  guard = left = null;
}
