/**
 * A link that was made for a served site names the language of the words in its query. Here each has a page of its
 * own: the page that was opened leads there.
 */

import { find, findAll } from "../page/dom.js";

export function start() {
  const transcript = find(document, "#transcript");
  const query = new URLSearchParams(location.search);
  const asked = query.get("lang");
  if (!asked || asked === transcript.dataset.language) return;
  const links = /** @type {HTMLAnchorElement[]} */ (findAll(document, ".read-in a[hreflang]"));
  const link = links.find(({ hreflang }) => hreflang === asked);
  if (!link) return;
  query.delete("lang");
  const url = new URL(link.href);
  url.search = String(query);
  url.hash = location.hash;
  location.replace(url);
}
