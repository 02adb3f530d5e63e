/** What the server answers to a query: an element of the page, and the style sheet of all that is found. */

import { find } from "../page/dom.js";
import { fetchPartial, loadSheet } from "../page/fetch_partial.js";

export const currentResult = () => find(document, "#search-result");

/**
 * The address of the form's query, for a part of its answer.
 *
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} more
 */
export function answerUrl(form, more) {
  const url = new URL(form.action);
  url.search = url.hash = "";
  for (const [name, value] of new FormData(form)) url.searchParams.append(name, String(value));
  for (const [name, value] of Object.entries(more)) url.searchParams.append(name, value);
  return url;
}

/**
 * The result of the form's query: an element of our own server, taken out of its answer.
 *
 * @param {HTMLFormElement} form
 * @param {boolean} isTyping the last word may be half a word
 * @param {AbortSignal} signal
 */
export async function fetchResult(form, isTyping, signal) {
  const url = answerUrl(form, { part: "search", ...(isTyping ? { typing: "1" } : {}) });
  const result = await fetchPartial(url, "search-result", signal);
  if (!result) throw new Error(`${url} has no result.`);
  return result;
}

export function emptyResult() {
  const empty = /** @type {HTMLElement} */ (currentResult().cloneNode(false));
  for (const name of Object.keys(empty.dataset)) delete empty.dataset[name];
  Object.assign(empty.dataset, { kind: "words", status: "", total: "0" });
  return empty;
}

/** The looks of what is found, which a page without a search does without. */
export async function loadAnswerSheet() {
  /** @type {HTMLLinkElement | null} */
  const sheet = document.querySelector('link[href$="/css/page.css"]');
  if (!sheet) return; // a frame of another site's page has no room for more than marks and a count
  const link = /** @type {HTMLLinkElement} */ (sheet.cloneNode());
  link.setAttribute("href", sheet.getAttribute("href")?.replace(/page\.css$/, "search_answer.css") ?? "");
  await loadSheet(link);
}
