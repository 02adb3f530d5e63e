/**
 * A page that was loaded goes on when the line is down: what it needs for that is loaded as soon as somebody is there.
 * No press leads to the browser's own page of errors, which would end what is played; a sentence says why.
 */

import { closestTo, createElement, isPlainClick, isStaticSite, whenIdle } from "./dom.js";
import { t } from "./i18n.js";
import { loadToolSheet } from "../player/tool_sheet.js";

const MESSAGE_MS = 8_000;

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 */
export async function start(_, signal) {
  if (isStaticSite()) return;
  loadSheets("connection.css");
  addEventListener("submit", (event) => {
    if (!navigator.onLine && !closestTo(event, "#search")) refuse(event); // that form has an answer of its own
  }, { signal });
  addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = closestTo(event, "a[href]");
    if (link && !navigator.onLine && isPlainClick(event) && leavesPage(link)) refuse(event);
  }, { signal });
  if (!document.getElementById("transcript")) return;
  loadSheets("share_panel.css");
  await whenIdle();
  await Promise.allSettled([
    loadToolSheet(),
    import("../search/search_answer.js").then(({ loadAnswerSheet }) => loadAnswerSheet()),
    import("../player/dock.js"),
    import("../search/offline_search.js"),
    import("../search/search_form.js"),
    import("../sharing/selection.js"),
    import("../sharing/share_panel.js"),
    import("../sharing/offline_panel.js"),
    import("../transcript/moment_marks.js"),
    import("./shortcuts.js"),
  ]);
}

/** @param {HTMLAnchorElement} link */
const leavesPage = ({ origin, pathname, search }) =>
  origin === location.origin && pathname + search !== location.pathname + location.search;

/**
 * Style sheets beside that of the page, whose address carries a version.
 *
 * @param {...string} names
 */
function loadSheets(...names) {
  const own = document.querySelector('link[rel="stylesheet"]')?.getAttribute("href") ?? "";
  for (const name of names) {
    const href = own.replace(/[^/]+$/, name);
    if (!document.head.querySelector(`link[href="${CSS.escape(href)}"]`)) {
      document.head.append(createElement("link", { rel: "stylesheet", href }));
    }
  }
}

/** @param {Event} event */
function refuse(event) {
  event.preventDefault();
  document.querySelector(".connection")?.remove();
  const sentence = t("There is no connection: what you asked for is on the site. What this page has goes on.");
  const message = createElement("p", { className: "connection", role: "alert" }, sentence);
  document.body.append(message);
  const takeAway = () => message.remove();
  setTimeout(takeAway, MESSAGE_MS);
  addEventListener("online", takeAway, { once: true });
}
