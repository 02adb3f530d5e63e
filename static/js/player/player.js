/**
 * The player: the button on the poster starts it, links jump in it, and a moment's end pauses it.
 *
 * @import { Jump } from "../page/event_bus.js"
 * @import { PlayerMedia } from "./adapter.js"
 */

import { endInUrl } from "../page/address.js";
import { closestTo, find, isPlainClick } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { momentInUrl, parseMoment } from "../page/media_fragments.js";
import { openMedia } from "./adapter.js";
import { startControls } from "./controls.js";
import { startFaults } from "./faults.js";
import { watchMomentEnd } from "./moment_end.js";

/**
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
export async function start(player, signal) {
  const media = await openMedia(player);
  const setEnd = watchMomentEnd(media, signal);

  showState(player, media, signal);
  startFaults(player, media, signal);
  // In a frame the transcript is beside the player: whether it is in view says nothing of what is looked at.
  if ("beside" in player.dataset) bus.update("playerview", { isPlayerInView: false });
  else watchView(player, signal);
  startControls(player, media, player, signal);
  find(player, "[data-bar]").hidden = false;
  bus.on("jump", ({ detail }) => jump(media, setEnd, detail), { signal });
  bus.provideMedia(media);
  goToMomentInUrl(media, setEnd);
  startFromPoster(player, signal);
  document.addEventListener("click", followLink, { signal });
}

/**
 * The moment that the address asks for is where the first press on play begins.
 *
 * @param {PlayerMedia} media
 * @param {(end: number | null) => void} setEnd
 */
function goToMomentInUrl(media, setEnd) {
  const moment = momentInUrl(location);
  if (!moment) return;
  bus.update("momentchange", { moment });
  media.currentTime = moment.start;
  setEnd(endInUrl(moment));
}

/**
 * @param {PlayerMedia} media
 * @param {(end: number | null) => void} setEnd
 * @param {Jump} detail
 */
function jump(media, setEnd, { moment, play }) {
  if (!moment) return;
  setEnd(null); // or the end of the moment before would pause this one
  media.currentTime = moment.start;
  setEnd(moment.end);
  if (play) bus.play();
}

/**
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
function startFromPoster(player, signal) {
  const playButton = find(player, ".play");
  const screen = find(player, ".screen");
  playButton.hidden = bus.hasPlayed;
  screen.addEventListener("click", (event) => {
    if (isPlainClick(event) && !closestTo(event, "a, button:not(.play)")) bus.toggle();
  }, { signal });
  bus.on("firstplay", () => {
    const hadFocus = document.activeElement === playButton;
    playButton.hidden = true;
    // A button that vanishes while it has the focus takes the focus with it.
    if (hadFocus) find(player, '[data-do="toggle"]').focus({ preventScroll: true });
  }, { signal });
}

/**
 * @param {HTMLElement} player
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
function showState(player, media, signal) {
  const show = () => player.classList.toggle("is-playing", !media.paused);
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  bus.on("firstplay", () => player.classList.add("is-started"), { signal });
}

/**
 * @param {HTMLElement} player
 * @param {AbortSignal} signal
 */
function watchView(player, signal) {
  const observer = new IntersectionObserver((entries) => {
    const isPlayerInView = Boolean(entries.at(-1)?.isIntersecting);
    if (isPlayerInView !== bus.isPlayerInView) bus.update("playerview", { isPlayerInView });
  });
  observer.observe(player);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Any link with data-play or data-chapter is a jump; opened in a new tab, it is a link.
 *
 * @param {MouseEvent} event
 */
function followLink(event) {
  const link = closestTo(event, "a[data-play], a[data-chapter]");
  if (!link || !isPlainClick(event)) return;
  const moment = parseMoment(link.dataset.play ?? link.dataset.chapter ?? "");
  if (!moment) return;
  event.preventDefault();
  bus.jump(moment, { play: true, history: link.closest("#transcript") ? "step" : "push" });
}
