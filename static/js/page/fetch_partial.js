/** A part of a page that the server renders when it is asked for: an element with its style sheet. */

/**
 * Fetches the element with an id from an answer; its style sheet is loaded by then.
 *
 * @param {URL} url
 * @param {string} id
 * @param {AbortSignal} [signal]
 * @returns {Promise<HTMLElement | null>} null when the answer has no such element
 * @throws {Error} when there is no answer, or one that tells of an error, whose status is its cause; an AbortError when
 *   it was aborted
 */
export async function fetchPartial(url, id, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`, { cause: response.status });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const element = page.getElementById(id);
  if (!element) return null;
  const link = element.querySelector("link");
  if (link) await loadSheet(link);
  signal?.throwIfAborted();
  return document.importNode(element, true);
}

/**
 * Whether the site has answered that this has to be asked again later.
 *
 * @param {unknown} error of `fetchPartial`
 */
export const isRefusal = (error) => error instanceof Error && (error.cause === 429 || error.cause === 503);

/**
 * Moves the link of a style sheet into the page, once; a partial without its sheet would jump.
 *
 * @param {HTMLLinkElement} link
 */
export async function loadSheet(link) {
  link.remove();
  const href = link.getAttribute("href") ?? "";
  if (document.head.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const sheet = document.importNode(link);
  const loaded = new Promise((resolve) => {
    for (const type of ["load", "error"]) sheet.addEventListener(type, resolve, { once: true });
  });
  document.head.append(sheet);
  await loaded;
}
