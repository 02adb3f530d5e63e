/**
 * The share panel while the site cannot be reached: the link and the quote, which the page makes itself. A link leads to
 * whole lines: when each word is said, only the server knows.
 *
 * @import { PassageMap } from "../transcript/offsets.js"
 */

import { createElement, createIcon } from "../page/dom.js";
import { t } from "../page/i18n.js";
import { queryWithMoment } from "../page/media_fragments.js";
import { fillPanel } from "../static_site/share_form.js";
import { transcriptUrl } from "../transcript/moment_marks.js";

/**
 * @param {HTMLElement} transcript
 * @param {PassageMap} map
 * @param {{ words?: string, t?: string }} asked a span of the running text ("12-40"), or a moment
 * @returns {HTMLElement | null} null where there are no words
 */
export function createOfflinePanel(transcript, map, asked) {
  const { lang, dir } = document.documentElement;
  const panel = createElement("section", { id: "share", className: "share", lang, dir });
  panel.dataset.title = document.querySelector("h1")?.textContent ?? "";
  const close = createElement("button", { type: "button", className: "share-close", "aria-label": t("Close") }, createIcon("close"));
  close.dataset.close = "";
  const count = createElement("span");
  count.dataset.count = "";
  const link = createElement("input", { id: "share-link", readOnly: true, dir: "ltr" });
  const quote = createElement("textarea", { id: "share-quote", readOnly: true, lang: transcript.lang, value: "“…”" });
  panel.append(
    createElement("p", { className: "share-head" }, createElement("b"), " ", count, " ", close),
    createElement("div", { className: "share-body" },
      createElement("div", { className: "by-hand" }, link, quote),
      createElement("div", { className: "share-acts" },
        copyButton(t("Copy link"), "share-link", t("Link copied"), "is-first"),
        copyButton(t("Copy quote"), "share-quote", t("Quote copied")),
        createElement("p", { className: "share-note" }, t("The site cannot be reached. This link leads to whole lines; the rest comes by itself.")))),
  );
  /** @param {{ start: number, end: number } | null} moment */
  const addressOf = (moment) => {
    const url = transcriptUrl(transcript, {});
    if (moment) url.search = queryWithMoment(url.search, moment, "");
    return url.href;
  };
  return fillPanel(panel, map, asked, addressOf) ? panel : null;
}

/**
 * @param {string} label
 * @param {string} id of what is copied
 * @param {string} message
 * @param {string} [className]
 */
function copyButton(label, id, message, className = "") {
  const button = createElement("button", { type: "button", className }, label);
  Object.assign(button.dataset, { copy: id, said: message });
  return button;
}
