/**
 * Which keys are ours: single ones, pressed by nobody who types, and not while somebody has switched them off
 * (WCAG 2.2, 2.1.4). That is kept on the device, and read when a key is pressed.
 */

const NAME = "showcase-keys";
const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";

let off = null;

export function areOff() {
  if (off !== null) return off;
  try {
    off = localStorage.getItem(NAME) === "off";
  } catch {
    off = false; // a browser that keeps nothing, or a frame that may not
  }
  return off;
}

/** Switches them; where nothing may be kept, for as long as the page stands. */
export function switchKeys(on) {
  off = !on;
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {}
}

/** Whether a key is meant for the page, and not for a field, a dialog, the browser or an editor of letters. */
export function isShortcut(event) {
  return !(
    event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented ||
    event.target.closest?.(TYPING) || document.querySelector("dialog[open]") || areOff()
  );
}

/** Space scrolls and "/" opens Firefox's search, unless they are ours: Space only where nothing else has it. */
export const isSpace = ({ key, shiftKey, target }) =>
  key === " " && !shiftKey && (target === document.body || Boolean(target.closest?.("[data-slider]")));
