/**
 * The dock takes the player's place while that is out of the window, once there is something to play on. The picture
 * goes along: by a class alone, since a frame that is moved in the document loads again.
 */

import { createElement, createIcon, find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { startCurrentCueButton } from "../transcript/current_cue_button.js";
import { readChapters } from "./chapters.js";
import { startControls } from "./controls.js";
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
  const picture = addPictureButtons(player, dock);
  let isPictureHidden = false; // by the visitor

  function show() {
    const isOut = !bus.isPlayerInView;
    dock.hidden = !(isOut && (bus.hasPlayed || bus.moment));
    pin(player, isOut && bus.hasPlayed && !isPictureHidden);
    picture.hide.hidden = !player.classList.contains("is-pinned");
    picture.show.hidden = dock.hidden || !bus.hasPlayed || !isPictureHidden;
    dock.classList.toggle("is-playing", !media.paused);
    speaker.textContent = bus.cue?.speaker ?? "";
    chapterTitle.textContent = chapterAt(media.currentTime)?.title ?? "";
  }

  /** @param {boolean} isHidden */
  function hidePicture(isHidden) {
    isPictureHidden = isHidden;
    show();
    (isHidden ? picture.show : find(dock, "[data-do]")).focus({ preventScroll: true });
  }

  startControls(dock, media, player, signal);
  startCurrentCueButton(find(dock, '[data-do="back"]'), () => toggle.focus({ preventScroll: true }), signal);
  picture.hide.addEventListener("click", () => hidePicture(true), { signal });
  picture.show.addEventListener("click", () => hidePicture(false), { signal });
  bus.on("playerview", show, { signal });
  bus.on("firstplay", show, { signal });
  bus.on("momentchange", show, { signal });
  bus.on("cuechange", show, { signal });
  bus.on("followchange", show, { signal });
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  show();
}

/**
 * Pins the picture to the window. The player keeps its room, or the page would jump, and the player with it into view.
 *
 * @param {HTMLElement} player
 * @param {boolean} isPinned
 */
function pin(player, isPinned) {
  if (player.classList.contains("is-pinned") === isPinned) return;
  player.style.minHeight = isPinned ? `${player.getBoundingClientRect().height}px` : "";
  player.classList.toggle("is-pinned", isPinned);
}

/**
 * @param {HTMLElement} player
 * @param {HTMLElement} dock
 */
function addPictureButtons(player, dock) {
  /**
   * @param {string} className
   * @param {string} label
   * @param {string} icon
   */
  const createButton = (className, label, icon) =>
    createElement("button", { type: "button", hidden: true, className, "aria-label": label }, createIcon(icon));
  const hide = createButton("put-away", t("Put the picture away"), "close");
  const show = createButton("bring-back", t("Show the picture"), "picture");
  find(player, ".screen").append(hide);
  find(dock, '[data-do="back"]').before(show);
  return { hide, show };
}
