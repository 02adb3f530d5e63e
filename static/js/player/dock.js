/** The dock takes the player's place while that is out of the window, once there is something to play on. */

import { createElement, createIcon, find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { startCurrentCueButton } from "../transcript/current_cue_button.js";
import { readChapters } from "./chapters.js";
import { startControls } from "./controls.js";
import { startSmallPicture } from "./small_picture.js";
import { loadToolSheet } from "./tool_sheet.js";

/**
 * @param {HTMLElement} dock
 * @param {AbortSignal} signal
 */
export async function start(dock, signal) {
  const player = find(document, "#player");
  const [media] = await Promise.all([bus.whenMedia, loadToolSheet()]);
  const toggle = find(dock, '[data-do="toggle"]');
  const speaker = find(dock, "[data-speaker]");
  const chapterTitle = find(dock, "[data-chapter-title]");
  const chapterAt = readChapters();
  /** @type {(() => void) | undefined} */
  let updatePicture;

  function show() {
    const isOut = !bus.isPlayerInView;
    dock.hidden = !(isOut && (bus.hasPlayed || bus.moment));
    updatePicture?.();
    dock.classList.toggle("is-playing", !media.paused);
    // Who lands on a moment reads first of which video it is.
    speaker.textContent = (bus.hasPlayed ? bus.cue?.speaker : player.dataset.title) ?? "";
    chapterTitle.textContent = chapterAt(media.currentTime)?.title ?? "";
  }

  find(dock, "[data-dock-find]").append(createSearchButton());
  startControls(dock, media, player, signal);
  startCurrentCueButton(find(dock, '[data-do="back"]'), () => toggle.focus({ preventScroll: true }), signal);
  bus.on("playerview", show, { signal });
  bus.on("firstplay", show, { signal });
  bus.on("momentchange", show, { signal });
  bus.on("cuechange", show, { signal });
  bus.on("followchange", show, { signal });
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  show();
  updatePicture = startSmallPicture(player, dock, signal);
}

function createSearchButton() {
  const label = createElement("span", {}, t("Search"));
  const button = createElement("button", { type: "button", className: "dock-search", "aria-label": t("Search what was said") }, createIcon("search"), label);
  button.addEventListener("click", async () => {
    const { openSearchSheet } = await import("../search/search_sheet.js");
    openSearchSheet();
  });
  return button;
}
