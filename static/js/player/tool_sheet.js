/** The style sheet of what the player has in use only: the dock, the bubble, the volume. */

import { createElement, find } from "../page/dom.js";

/** @type {Promise<unknown> | null} */
let loading = null;

/**
 * Loads css/player_tools.css, once; it is beside the page's first style sheet, whose address has a version in it.
 *
 * @returns {Promise<unknown>} fulfilled when it is there: offline, once the line is back; rejected when it does not
 *   come, and the next call asks again
 */
export function loadToolSheet() {
  loading ??= addSheet().catch(async (error) => {
    if (navigator.onLine) throw error;
    await eventOf(window, "online");
    return addSheet();
  });
  loading.catch(() => (loading = null));
  return loading;
}

async function addSheet() {
  /** @type {HTMLLinkElement} */
  const first = find(document, 'link[rel="stylesheet"]');
  const sheet = createElement("link", { rel: "stylesheet", href: String(new URL("player_tools.css", first.href)) });
  first.after(sheet); // before the archive's own colors
  const { type } = await Promise.race([eventOf(sheet, "load"), eventOf(sheet, "error")]);
  if (type === "load") return;
  sheet.remove();
  throw new Error(`${sheet.href} did not come.`);
}

/**
 * @param {EventTarget} target
 * @param {string} type
 * @returns {Promise<Event>}
 */
const eventOf = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
