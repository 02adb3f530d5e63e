/** A piece of the page that the server makes when it is asked for: an element with its style sheet. */

/** The element `#name` of the answer at an address, null when there is none; its sheet is in the page by then. */
export async function fetchPartial(url, name, signal) {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const element = page.getElementById(name);
  if (!element) return null;
  await style(element.querySelector("link"));
  signal?.throwIfAborted();
  return document.importNode(element, true);
}

/** The sheet is loaded once, into the page: a piece without it would jump. */
async function style(link) {
  link.remove();
  const href = link.getAttribute("href");
  if (document.head.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const sheet = document.importNode(link);
  const loaded = new Promise((resolve) => {
    for (const type of ["load", "error"]) sheet.addEventListener(type, resolve, { once: true });
  });
  document.head.append(sheet);
  await loaded;
}
