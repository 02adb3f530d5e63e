/**
 * The dock stands in for the player while it is out of sight, once there is something to play on. The
 * picture goes along: by a class alone, since a frame that is moved in the document loads again.
 */

import { startCurrentCueButton } from "../transcript/current_cue_button.js";
import { startControls } from "./controls.js";
import { createIcon, createElement } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";

export async function start(dock, signal) {
  const player = document.getElementById("player");
  const media = await bus.whenMedia;
  const toggle = dock.querySelector('[data-do="toggle"]');
  const picture = pictureButtons(player, dock);
  let isAway = false; // put away by the visitor

  function show() {
    const isOut = !bus.isPlayerInView;
    dock.hidden = !(isOut && (bus.hasPlayed || bus.moment));
    pin(player, isOut && bus.hasPlayed && !isAway);
    picture.hide.hidden = !player.classList.contains("is-pinned");
    picture.show.hidden = dock.hidden || !bus.hasPlayed || !isAway;
    dock.classList.toggle("is-playing", !media.paused);
    dock.querySelector("[data-speaker]").textContent = bus.cue?.speaker ?? "";
  }

  function putAway(value) {
    isAway = value;
    show();
    (value ? picture.show : dock.querySelector("[data-do]")).focus({ preventScroll: true });
  }

  startControls(dock, media, player, signal);
  startCurrentCueButton(dock.querySelector('[data-do="back"]'), () => toggle.focus({ preventScroll: true }), signal);
  picture.hide.addEventListener("click", () => putAway(true), { signal });
  picture.show.addEventListener("click", () => putAway(false), { signal });
  for (const type of ["playerview", "firstplay", "momentchange", "cuechange", "followchange"]) bus.addEventListener(type, show, { signal });
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  show();
}

/** The player keeps its room, or the page would jump, and the player with it into view again. */
function pin(player, isPinned) {
  if (player.classList.contains("is-pinned") === isPinned) return;
  player.style.minHeight = isPinned ? `${player.getBoundingClientRect().height}px` : "";
  player.classList.toggle("is-pinned", isPinned);
}

function pictureButtons(player, dock) {
  const button = (name, label, symbol) =>
    createElement("button", { type: "button", hidden: true, className: name, "aria-label": label }, createIcon(symbol));
  const hide = button("put-away", t("Put the picture away"), "close");
  const show = button("bring-back", t("Show the picture"), "picture");
  player.querySelector(".screen").append(hide);
  dock.querySelector('[data-do="back"]').before(show);
  return { hide, show };
}
