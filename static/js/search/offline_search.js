/** The search while the site cannot be reached, or tells to wait: the words of the query as this page has them, in a row or in one passage. */

import { t } from "../page/i18n.js";
import { searchPage } from "../static_site/page_search.js";

/**
 * @param {HTMLElement} transcript
 * @param {string} query
 * @param {boolean} isRefused whether the site has answered that searching has to wait
 * @returns {HTMLElement} `#search-result`, with a status that says what was not looked for
 */
export function searchOffline(transcript, query, isRefused) {
  const result = searchPage(transcript, query);
  result.querySelector(":scope > .search-help")?.remove(); // it speaks of the whole search
  result.dataset.offline = "";
  const isEmpty = result.dataset.total === "0";
  if (isRefused) result.dataset.status = isEmpty
    ? t("Searching has to wait for a moment, and this page does not have exactly these words. It tries again by itself.")
    : t("Searching has to wait for a moment. Marked is where this page has exactly these words. It tries again by itself.");
  else result.dataset.status = isEmpty
    ? t("The search could not reach the site, and this page does not have exactly these words. It tries again by itself.")
    : t("The search could not reach the site. Marked is where this page has exactly these words. It tries again by itself.");
  return result;
}
