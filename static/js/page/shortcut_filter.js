/**
 * Which keys are ours: single ones, pressed by nobody who types, and not while somebody has switched them off
 * (WCAG 2.2, 2.1.4). That is kept on the device, and read when a key is pressed.
 */

import { savePreference, loadPreference } from "./preferences.js";

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";

export const areShortcutsOff = () => loadPreference("keys") === "off";

export const setShortcutsOn = (on) => savePreference("keys", on ? null : "off");

/** Whether a key is meant for the page, and not for a field, a dialog, the browser or an editor of letters. */
export function isShortcut(event) {
  return !(
    event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented ||
    event.target.closest?.(TYPING) || document.querySelector("dialog[open]") || areShortcutsOff()
  );
}

/** Space scrolls and "/" opens Firefox's search, unless they are ours: Space only where nothing else has it. */
export const isPlaySpace = ({ key, shiftKey, target }) =>
  key === " " && !shiftKey && (target === document.body || Boolean(target.closest?.("[data-slider]")));
