/** Under the match that was gone to, in the words: when it is said, its link, and the way to share exactly its words. */

import { createElement, createIcon } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { enableCopyButtons } from "../sharing/copy_buttons.js";
import { copyButton, linkOfMatch } from "./hit_preview.js";

/**
 * @param {HTMLElement | null} transcript
 * @param {AbortSignal} signal
 */
export function startHitTools(transcript, signal) {
  const tools = createElement("p", { className: "hit-tools", lang: document.documentElement.lang });
  const isFramed = document.documentElement.classList.contains("framed");

  function show() {
    tools.remove();
    const match = bus.matches[bus.matchIndex];
    const passage = match?.marks.at(-1)?.closest(".turn");
    if (!transcript || !match || !passage || isFramed) return;
    const [start] = match.spans[0];
    const end = match.spans.at(-1)?.[1] ?? start;
    const share = createElement("button", { type: "button" }, createIcon("share"), t("Share these words"));
    share.addEventListener("click", async () => {
      const { openForSpan } = await import("../sharing/share_panel.js");
      openForSpan([start, end], share);
    });
    tools.replaceChildren(copyButton("hit-tools-link", linkOfMatch(transcript, match.spans)), share);
    const beside = passage.nextElementSibling;
    (beside?.matches(".beside") ? beside : passage).after(tools);
    enableCopyButtons(tools);
  }

  bus.on("matcheschange", show, { signal });
  bus.on("matchchange", show, { signal });
}
