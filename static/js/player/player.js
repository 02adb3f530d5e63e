/** The player: the sun and the poster start it, links jump in it, and a moment's end stops it. */

import { startControls } from "./controls.js";
import { isPlainClick, createElement } from "../page/dom.js";
import { momentInUrl, parseMoment } from "../page/media_fragments.js";
import { openMedia } from "./adapter.js";
import { watchMomentEnd } from "./moment_end.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";

export async function start(player, signal) {
  const media = await openMedia(player);
  const setEnd = watchMomentEnd(media, signal);

  showState(player, media, signal);
  showFaults(player, media, signal);
  // In a frame the words stand beside the player: whether it is in view says nothing of what is looked at.
  if ("beside" in player.dataset) bus.update("playerview", { isPlayerInView: false });
  else watchView(player, signal);
  startControls(player, media, player, signal);
  player.querySelector("[data-bar]").hidden = false;
  bus.addEventListener("jump", ({ detail }) => jump(media, setEnd, detail), { signal });
  bus.addEventListener("firstplay", async () => (await import("./chapter_list.js")).startChapterList(media, signal), { once: true });
  bus.provideMedia(media);
  openMoment(media, setEnd);
  startFromPoster(player, signal);
  document.addEventListener("click", followLink, { signal });
}

/** What the address asks for is where the first press on play begins. */
function openMoment(media, setEnd) {
  const moment = momentInUrl(location);
  if (!moment) return;
  bus.update("momentchange", { moment });
  media.currentTime = moment.start;
  setEnd(moment.end);
}

function jump(media, setEnd, { moment, play }) {
  if (!moment) return;
  setEnd(null); // or the end of the moment before would stop this one
  media.currentTime = moment.start;
  setEnd(moment.end);
  if (play) bus.play();
}

function startFromPoster(player, signal) {
  const sun = player.querySelector(".play");
  const screen = player.querySelector(".screen");
  sun.hidden = bus.hasPlayed;
  screen.addEventListener("click", (event) => {
    if (isPlainClick(event) && !event.target.closest("a, button:not(.play)")) bus.toggle();
  }, { signal });
  bus.addEventListener("firstplay", () => {
    const hadFocus = document.activeElement === sun;
    sun.hidden = true;
    // A button that vanishes under the finger of a keyboard visitor takes the focus with it.
    if (hadFocus) player.querySelector('[data-do="toggle"]').focus({ preventScroll: true });
  }, { signal });
}

function showState(player, media, signal) {
  const show = () => player.classList.toggle("is-playing", !media.paused);
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  bus.addEventListener("firstplay", () => player.classList.add("is-started"), { signal });
}

/** A sentence in the player and the way to the recording elsewhere, once somebody pressed play. */
function showFaults(player, media, signal) {
  const { address } = player.dataset;
  const away = player.querySelector(".away")?.href ?? address;
  const clear = () => player.querySelector(".fault")?.remove();
  const show = () => {
    clear();
    if (!bus.hasPlayed) return;
    const sentence = media.error?.sentence ?? t("The recording cannot be played here.");
    const link = away ? [" ", createElement("a", { href: away, target: self === top ? "" : "_blank" }, player.querySelector(".away")?.textContent ?? t("Open it by itself"))] : [];
    player.querySelector(".screen").append(createElement("p", { className: "fault", role: "alert" }, sentence, ...link));
  };
  media.addEventListener("error", show, { signal });
  for (const type of ["play", "canplay"]) media.addEventListener(type, clear, { signal });
}

function watchView(player, signal) {
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting: inView } = entries.at(-1);
    if (inView !== bus.isPlayerInView) bus.update("playerview", { isPlayerInView: inView });
  });
  observer.observe(player);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Any link with data-play or data-chapter is a jump; opened in a new tab, it is a link. */
function followLink(event) {
  const link = event.target.closest?.("a[data-play], a[data-chapter]");
  if (!link || !isPlainClick(event)) return;
  const moment = parseMoment(link.dataset.play ?? link.dataset.chapter);
  if (!moment) return;
  event.preventDefault();
  // A click that ends a selection in words is no wish to go anywhere.
  if (link.closest(".beside") && !getSelection().isCollapsed) return;
  bus.jump(moment, { play: true });
}
