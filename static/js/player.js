/** The player: the sun and the poster start it, links jump in it, and a moment's end stops it. */

import { controls } from "./controls.js";
import { isPlain, make } from "./dom.js";
import { momentOf, parseMoment } from "./moments.js";
import { openMedia } from "./player/adapter.js";
import { watchEnd } from "./player/ending.js";
import { stage } from "./stage.js";
import { t } from "./words.js";

export async function start(player, signal) {
  const media = await openMedia(player);
  const setEnd = watchEnd(media, signal);

  showState(player, media, signal);
  showFaults(player, media, signal);
  // In a frame the words stand beside the player: whether it is in view says nothing of what is looked at.
  if ("beside" in player.dataset) stage.set("view", { inView: false });
  else watchView(player, signal);
  controls(player, media, player, signal);
  player.querySelector("[data-bar]").hidden = false;
  stage.addEventListener("jump", ({ detail }) => jump(media, setEnd, detail), { signal });
  stage.addEventListener("started", async () => (await import("./chapters.js")).chapters(media, signal), { once: true });
  stage.setMedia(media);
  openMoment(media, setEnd);
  startFromPoster(player, signal);
  document.addEventListener("click", followLink, { signal });
}

/** What the address asks for is where the first press on play begins. */
function openMoment(media, setEnd) {
  const moment = momentOf(location);
  if (!moment) return;
  stage.set("moment", { moment });
  media.currentTime = moment.start;
  setEnd(moment.end);
}

function jump(media, setEnd, { moment, play }) {
  if (!moment) return;
  setEnd(null); // or the end of the moment before would stop this one
  media.currentTime = moment.start;
  setEnd(moment.end);
  if (play) stage.play();
}

function startFromPoster(player, signal) {
  const sun = player.querySelector(".play");
  const screen = player.querySelector(".screen");
  sun.hidden = stage.started;
  screen.addEventListener("click", (event) => {
    if (isPlain(event) && !event.target.closest("a, button:not(.play)")) stage.toggle();
  }, { signal });
  stage.addEventListener("started", () => {
    const hadFocus = document.activeElement === sun;
    sun.hidden = true;
    // A button that vanishes under the finger of a keyboard visitor takes the focus with it.
    if (hadFocus) player.querySelector('[data-do="toggle"]').focus({ preventScroll: true });
  }, { signal });
}

function showState(player, media, signal) {
  const show = () => player.classList.toggle("is-playing", !media.paused);
  for (const type of ["play", "pause", "ended"]) media.addEventListener(type, show, { signal });
  stage.addEventListener("started", () => player.classList.add("is-started"), { signal });
}

/** A sentence in the player and the way to the recording elsewhere, once somebody pressed play. */
function showFaults(player, media, signal) {
  const { address } = player.dataset;
  const away = player.querySelector(".away")?.href ?? address;
  const clear = () => player.querySelector(".fault")?.remove();
  const show = () => {
    clear();
    if (!stage.started) return;
    const sentence = media.error?.sentence ?? t("The recording cannot be played here.");
    const link = away ? [" ", make("a", { href: away, target: self === top ? "" : "_blank" }, player.querySelector(".away")?.textContent ?? t("Open it by itself"))] : [];
    player.querySelector(".screen").append(make("p", { className: "fault", role: "alert" }, sentence, ...link));
  };
  media.addEventListener("error", show, { signal });
  for (const type of ["play", "canplay"]) media.addEventListener(type, clear, { signal });
}

function watchView(player, signal) {
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting: inView } = entries.at(-1);
    if (inView !== stage.inView) stage.set("view", { inView });
  });
  observer.observe(player);
  signal.addEventListener("abort", () => observer.disconnect());
}

/** Any link with data-play or data-chapter is a jump; opened in a new tab, it is a link. */
function followLink(event) {
  const link = event.target.closest?.("a[data-play], a[data-chapter]");
  if (!link || !isPlain(event)) return;
  const moment = parseMoment(link.dataset.play ?? link.dataset.chapter);
  if (!moment) return;
  event.preventDefault();
  // A click that ends a selection in words is no wish to go anywhere.
  if (link.closest(".beside") && !getSelection().isCollapsed) return;
  stage.jump(moment, { play: true });
}
