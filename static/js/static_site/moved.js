/**
 * A page at the address that a video had before: it leads on, with all that the address asks for. Without script the
 * page itself leads on, to the beginning of the video.
 */

/** @param {HTMLAnchorElement} link */
export function start(link) {
  const url = new URL(link.href);
  url.search = location.search;
  url.hash = location.hash;
  location.replace(url);
}
