/**
 * A page in another language shows and plays what this one does: links to it are written anew with the moment and
 * the search of now when they are pressed, and what plays is kept for the page that they lead to, in this tab alone.
 * Where the browser does not let a page play by itself, it is at the same time.
 */

import { currentQuery } from "./address.js";
import { closestTo, isPlainClick } from "./dom.js";
import { bus } from "./event_bus.js";
import { momentInUrl, queryWithMoment } from "./media_fragments.js";

const LINKS = "a[hreflang], .read-in a";
/** The link of a hit in another language has the hit's own moment. */
const OWN_MOMENT = ".in-other";
const NAME = "showcase-goes-on"; // main.js looks for it
/** The page of the link comes at once, or not at all. */
const MAX_LOAD_MS = 60_000;

/**
 * What is played, and the path of the page that goes on with it; times are seconds, `since` is when it was kept.
 *
 * @typedef {{ path: string, since: number, time: number, paused: boolean, rate: number, muted: boolean }} Kept
 */

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 */
export async function start(_, signal) {
  /** @type {HTMLAnchorElement | null} that the visitor has pressed */
  let pressed = null;
  for (const type of ["pointerdown", "click"]) {
    document.addEventListener(type, (event) => writeAddress(event), { signal, capture: true });
  }
  document.addEventListener("click", (event) => {
    if (isPlainClick(event)) pressed = linkOf(event);
  }, { signal });
  addEventListener("pagehide", () => pressed && !pressed.target && keep(pressed), { signal });
  await goOn();
}

/**
 * @param {Event} event
 * @returns {HTMLAnchorElement | null}
 */
const linkOf = (event) => closestTo(event, LINKS);

/** @param {Event} event */
function writeAddress(event) {
  const link = linkOf(event);
  if (link && !link.matches(OWN_MOMENT)) link.search = queryWithMoment(link.search, momentInUrl(location), currentQuery());
}

/** @param {HTMLAnchorElement} link */
function keep(link) {
  const { media } = bus;
  if (!media || !bus.hasPlayed) return;
  const { currentTime, paused, playbackRate: rate, muted } = media;
  const time = (link.matches(OWN_MOMENT) ? momentInUrl(link)?.start : null) ?? currentTime;
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ path: link.pathname, since: Date.now(), time, paused, rate, muted }));
  } catch {
    // Nothing may be kept here: the next page begins anew.
  }
}

async function goOn() {
  const kept = take();
  if (!kept || kept.path !== location.pathname || Date.now() - kept.since > MAX_LOAD_MS) return;
  const media = await bus.whenMedia;
  Object.assign(media, { currentTime: kept.time, playbackRate: kept.rate, muted: kept.muted });
  if (!kept.paused) bus.play();
}

/**
 * What was kept for this page, once.
 *
 * @returns {Kept | null}
 */
function take() {
  try {
    const text = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
