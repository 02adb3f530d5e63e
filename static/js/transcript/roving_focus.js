/**
 * The transcript is one tab stop: thousands help nobody. Arrow keys go from cue to cue; what else a passage offers
 * (its time, its share button) is there for mouse, finger and screen reader, and the cues do as much by key: Enter
 * plays, S shares (page/shortcuts.js).
 */

import { closestTo, findAll, isPlainClick } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { clamp, lastIndexUpTo } from "../page/times.js";
import { readCueLinks } from "./cue_links.js";

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
/** A player that was sent to 112.3 may report 112.2999: seconds. */
const ROUNDING = 0.01;

/**
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
export function start(transcript, signal) {
  const { links, starts } = readCueLinks();
  if (!links.length) return;
  const indexes = new Map(links.map((link, index) => [link, index]));
  let stop = links[0];
  /** @param {EventTarget | null | undefined} place */
  const setStop = (place) => {
    if (!(place instanceof HTMLElement) || !indexes.has(place)) return;
    stop.tabIndex = -1;
    stop = place;
    stop.tabIndex = 0;
  };
  for (const link of findAll(transcript, "a[data-start], a.time, .beside a")) link.tabIndex = -1;
  setStop(stop);
  setStop(cueLinkAt(transcript.querySelector(".sel"), links));
  // Said once, when a screen reader comes in.
  if (document.getElementById("words-keys")) transcript.setAttribute("aria-describedby", "words-keys");

  transcript.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof Element) || !target.matches("a[data-start], a.time, a.share-it")) return;
    event.preventDefault();
    const link = cueLinkAt(target, links);
    const index = link ? (indexes.get(link) ?? 0) : 0;
    links[clamp(index + by, 0, links.length - 1)].focus();
  }, { signal });
  transcript.addEventListener("focusin", ({ target }) => setStop(target), { signal });
  followInnerLinks(transcript, (place) => {
    if (place !== transcript) setStop(cueLinkAt(place, links));
    stop.focus({ preventScroll: true });
  }, signal);

  // Tab leads to where the reader is: the cue being spoken, the moment that was asked for, the match.
  /** @param {HTMLElement | undefined} link */
  const setStopUnlessFocused = (link) => {
    if (!transcript.contains(document.activeElement)) setStop(link);
  };
  bus.on("cuechange", () => setStopUnlessFocused(bus.cue?.element), { signal });
  bus.on("momentchange", () => {
    if (bus.moment) setStopUnlessFocused(links[Math.max(0, lastIndexUpTo(starts, bus.moment.start + ROUNDING))]);
  }, { signal });
  bus.on("matchchange", () => {
    const match = bus.matches[bus.matchIndex];
    setStop(cueLinkAt(match?.marks[0] ?? document.getElementById(match?.row?.dataset.passage ?? ""), links));
  }, { signal });
  bus.on("focusrequest", () => stop.focus({ preventScroll: true }), { signal });
}

/**
 * The cue that a place is in; of a passage or a heading the marked cue, else the first.
 *
 * @param {Element | null} place
 * @param {HTMLElement[]} links
 * @returns {HTMLElement | null | undefined}
 */
function cueLinkAt(place, links) {
  /** @type {HTMLElement | null | undefined} */
  const within = place?.closest("a[data-start]") ?? place?.querySelector("a.sel, a:has(.sel)");
  if (within || !place) return within;
  const from = place.closest(".turn") ?? place;
  return links.find((link) => from.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/**
 * Hears links to places of the transcript: the browser shows them, but leaves the focus behind.
 *
 * @param {HTMLElement} transcript
 * @param {(place: HTMLElement) => void} go
 * @param {AbortSignal} signal
 */
function followInnerLinks(transcript, go, signal) {
  document.addEventListener("click", (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = closestTo(event, 'a[href*="#"]');
    if (!link || !isPlainClick(event) || link.pathname + link.search !== location.pathname + location.search) return;
    const place = document.getElementById(link.hash.slice(1));
    // Others that hear this click may make something else of it.
    if (place && transcript.contains(place)) setTimeout(() => event.defaultPrevented || go(place));
  }, { signal });
}
