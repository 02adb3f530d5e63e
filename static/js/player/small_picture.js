/**
 * The picture goes along while the player is out of the window, once something was played or a moment was opened, so
 * that who lands on that sees of which video it is: above the search, beside the
 * words; in narrow and low windows in the dock. Only its place changes, since a frame that is moved in the document loads
 * again. In the dock it is smaller than the providers of players allow theirs to be, so these stay where they are.
 */

import { createElement, createIcon, find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { watchReading } from "../transcript/reading_place.js";

/** As in css/player_tools.css: a column beside the words, and room for a picture above the search in it. */
const HAS_COLUMN = "(min-width: 60em) and (min-height: 45em)";

/**
 * @param {HTMLElement} player
 * @param {HTMLElement} dock
 * @param {AbortSignal} signal
 */
export function startSmallPicture(player, dock, signal) {
  const hasColumn = matchMedia(HAS_COLUMN);
  const page = player.closest(".video-page");
  const screen = find(player, ".screen");
  const hide = createButton("put-away", t("Put the picture away"), "close");
  const show = createButton("bring-back", t("Show the picture"), "picture");
  const toPlayer = createElement("button", { type: "button", className: "to-player", "aria-label": t("To the player") });
  screen.append(hide, toPlayer);
  find(dock, '[data-do="back"]').before(show);
  let isHidden = false; // by the visitor
  let isReading = false;

  /** @returns {"in-column" | "in-dock" | ""} */
  function place() {
    if (bus.isPlayerInView || !(bus.hasPlayed || bus.moment) || isHidden) return "";
    if (hasColumn.matches && !page?.matches(".is-beside")) return isReading ? "in-column" : "";
    return player.dataset.origin ? "" : "in-dock";
  }

  function update() {
    pin(player, place());
    dock.classList.toggle("has-picture", player.classList.contains("in-dock"));
    hide.hidden = !player.classList.contains("in-column");
    toPlayer.hidden = !player.classList.contains("in-dock");
    show.hidden = dock.hidden || !(bus.hasPlayed || bus.moment) || !isHidden || !hasColumn.matches;
  }

  /** @param {boolean} value */
  function setHidden(value) {
    isHidden = value;
    update();
    (value ? show : find(dock, "[data-do]")).focus({ preventScroll: true });
  }

  hide.addEventListener("click", () => setHidden(true), { signal });
  show.addEventListener("click", () => setHidden(false), { signal });
  toPlayer.addEventListener("click", () => player.scrollIntoView({ block: "start" }), { signal });
  watchReading((value) => {
    isReading = value;
    update();
  }, signal);
  for (const type of /** @type {const} */ (["playerview", "firstplay", "momentchange"])) bus.on(type, update, { signal });
  addEventListener("resize", () => {
    pin(player, "");
    update();
  }, { signal });
  update();
  return update;
}

/**
 * Puts the picture into a place, or back. The player keeps its room, or the page would jump, and the player with it into
 * view.
 *
 * @param {HTMLElement} player
 * @param {"in-column" | "in-dock" | ""} place
 */
function pin(player, place) {
  if (player.classList.contains(place || "is-pinned") === Boolean(place)) return;
  player.style.minHeight = "";
  if (place) player.style.minHeight = `${player.getBoundingClientRect().height}px`;
  player.classList.toggle("is-pinned", Boolean(place));
  for (const each of ["in-column", "in-dock"]) player.classList.toggle(each, each === place);
  const column = place === "in-column" ? document.getElementById("search")?.getBoundingClientRect() : undefined;
  /** @type {HTMLElement | null} */
  const page = player.closest(".video-page");
  page?.style.setProperty("--picture-left", `${column?.left ?? 0}px`);
  page?.style.setProperty("--picture-width", `${column?.width ?? 0}px`);
  page?.style.setProperty("--picture-height", `${((column?.width ?? 0) * 9) / 16}px`);
}

/**
 * @param {string} className
 * @param {string} label
 * @param {string} icon
 */
function createButton(className, label, icon) {
  return createElement("button", { type: "button", hidden: true, className, "aria-label": label }, createIcon(icon));
}
