/**
 * Which keys are shortcuts of the page: single ones, pressed by nobody who types, and not while somebody has
 * switched them off (WCAG 2.2, 2.1.4). That is kept on the device, and read when a key is pressed.
 */

import { closestTo } from "./dom.js";
import { loadPreference, savePreference } from "./preferences.js";

const TYPING = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";

export const areShortcutsOff = () => loadPreference("keys") === "off";

/** @param {boolean} on */
export const setShortcutsOn = (on) => savePreference("keys", on ? null : "off");

/**
 * Whether a key is meant for the page, and not for a field, a dialog, the browser or an input method.
 *
 * @param {KeyboardEvent} event
 */
export function isShortcut(event) {
  return !(
    event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented ||
    closestTo(event, TYPING) || document.querySelector("dialog[open]") || areShortcutsOff()
  );
}

/**
 * Whether Space plays or pauses: nowhere where it presses what has the focus. On a line of the words it would scroll.
 *
 * @param {KeyboardEvent} event
 */
export const isPlaySpace = (event) =>
  event.key === " " && !event.shiftKey && (event.target === document.body || Boolean(closestTo(event, "[data-slider], #transcript a")));

/** Goes to the search field. @returns {boolean} false where there is none */
export function focusSearch() {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("#search input[type=search]");
  field?.focus();
  field?.select();
  return Boolean(field);
}
