/**
 * The dock stands in for the player while it is out of sight, once there is something to play on. The
 * picture goes along: by a class alone, since a frame that is moved in the document loads again.
 */

import { backButton } from "./back.js";
import { controls } from "./controls.js";
import { icon, make } from "./dom.js";
import { stage } from "./stage.js";
import { t } from "./words.js";

export async function start(dock, signal) {
  const player = document.getElementById("player");
  const media = await stage.whenMedia;
  const toggle = dock.querySelector('[data-do="toggle"]');
  const picture = pictureButtons(player, dock);
  let isAway = false; // put away by the visitor

  function show() {
    const isOut = !stage.inView;
    dock.hidden = !(isOut && (stage.started || stage.moment));
    pin(player, isOut && stage.started && !isAway);
    picture.hide.hidden = !player.classList.contains("is-pinned");
    picture.show.hidden = dock.hidden || !stage.started || !isAway;
    dock.classList.toggle("is-playing", !media.paused);
    dock.querySelector("[data-speaker]").textContent = stage.cue?.speaker ?? "";
  }

  function putAway(value) {
    isAway = value;
    show();
    (value ? picture.show : dock.querySelector("[data-do]")).focus({ preventScroll: true });
  }

  controls(dock, media, player, signal);
  backButton(dock.querySelector('[data-do="back"]'), () => toggle.focus({ preventScroll: true }), signal);
  picture.hide.addEventListener("click", () => putAway(true), { signal });
  picture.show.addEventListener("click", () => putAway(false), { signal });
  for (const type of ["view", "started", "moment", "cue", "following"]) stage.addEventListener(type, show, { signal });
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
    make("button", { type: "button", hidden: true, className: name, "aria-label": label }, icon(symbol));
  const hide = button("put-away", t("Put the picture away"), "close");
  const show = button("bring-back", t("Show the picture"), "picture");
  player.querySelector(".screen").append(hide);
  dock.querySelector('[data-do="back"]').before(show);
  return { hide, show };
}
