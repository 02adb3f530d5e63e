/** The style sheet of what the player has in use only: the dock, the bubble, the volume. */

import { createElement, find } from "../page/dom.js";

/** @type {Promise<void> | null} */
let loading = null;

/**
 * Loads css/playback.css, once; it is beside the page's first style sheet, whose address has a version in it.
 *
 * @returns {Promise<void>} rejected when it does not come; the next call asks again
 */
export function loadPlaybackSheet() {
  loading ??= load();
  loading.catch(() => (loading = null));
  return loading;
}

/** @returns {Promise<void>} */
function load() {
  /** @type {HTMLLinkElement} */
  const first = find(document, 'link[rel="stylesheet"]');
  const sheet = createElement("link", { rel: "stylesheet", href: String(new URL("playback.css", first.href)) });
  const loaded = new Promise((resolve, reject) => {
    sheet.addEventListener("load", () => resolve(undefined));
    sheet.addEventListener("error", () => {
      sheet.remove();
      reject(new Error(`${sheet.href} did not come.`));
    });
  });
  first.after(sheet); // before the archive's own colors
  return loaded;
}
