/**
 * What keeps the recording from playing, said on its picture, with the ways on that there are.
 *
 * @import { PlayerMedia } from "./adapter.js"
 */

import { createElement, find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";

/** A recording that is here sooner is not worth a word. */
const SLOW_MS = 800;
/** Who has waited for so long may want another way. */
const VERY_SLOW_MS = 5000;

/**
 * Says why nothing plays, and takes it back when something does. Nothing is said before the first press on play.
 *
 * @param {HTMLElement} player
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
export function startFaults(player, media, signal) {
  /** Of what is said now. */
  let current = new AbortController();
  /** @type {number[]} */
  const timers = [];
  const shown = () => player.querySelector(".fault");

  function clear() {
    current.abort();
    timers.splice(0).forEach(clearTimeout);
    shown()?.remove();
  }

  /**
   * @param {"alert" | "status"} role
   * @param {string} sentence
   * @param {...Node} ways
   */
  function say(role, sentence, ...ways) {
    current.abort();
    shown()?.remove();
    if (!bus.hasPlayed) return;
    current = new AbortController();
    const isOffline = !navigator.onLine;
    if (isOffline) addEventListener("online", () => bus.play(), { signal: current.signal });
    const text = isOffline ? t("You are offline. The recording plays when you are online again.") : sentence;
    find(player, ".screen").append(createElement("p", { className: "fault", role }, text, ...ways));
  }

  function fail() {
    clear();
    say("alert", media.error?.sentence ?? t("The recording cannot be played here."), retryButton(player), ...linksOn(player));
  }

  function wait() {
    clear();
    const { site } = media;
    const sentence = site ? t("Asking {site}…", { site }) : t("The recording is loading…");
    const sayWhat = () => say("status", sentence);
    if (site) sayWhat();
    else timers.push(setTimeout(sayWhat, SLOW_MS));
    timers.push(setTimeout(() => shown()?.append(...linksOn(player)), VERY_SLOW_MS));
  }

  media.addEventListener("error", fail, { signal });
  media.addEventListener("waiting", wait, { signal });
  for (const type of ["play", "canplay", "playing"]) media.addEventListener(type, clear, { signal });
  media.addEventListener("pause", () => {
    if (!shown()?.matches("[role=alert]")) clear(); // a recording that fails is paused, too
  }, { signal });
}

/** @param {HTMLElement} player */
function retryButton(player) {
  const button = createElement("button", { type: "button" }, t("Try again"));
  button.addEventListener("click", () => {
    find(player, '[data-do="toggle"]').focus({ preventScroll: true }); // the button goes
    bus.play();
  });
  return button;
}

/**
 * Links to where the recording is on another site, and to the downloads, where there are any.
 *
 * @param {HTMLElement} player
 */
function linksOn(player) {
  /** @type {HTMLAnchorElement | null} */
  const away = player.querySelector(".away");
  const href = away?.href ?? player.dataset.address;
  const target = self === top ? "" : "_blank";
  const links = [];
  if (href) links.push(createElement("a", { href, target }, away?.textContent ?? t("Open it by itself")));
  const heading = document.querySelector("#downloads h2");
  if (heading) links.push(createElement("a", { href: "#downloads" }, heading.textContent ?? ""));
  return links;
}
