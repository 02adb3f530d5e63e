/**
 * The transcript: the cue being spoken, clicks that play a cue, the moment that was asked for.
 *
 * @import { PlayerMedia } from "../player/adapter.js"
 * @import { Place } from "../page/event_bus.js"
 * @import { Moment } from "../page/media_fragments.js"
 */

import { closestTo, isPlainClick, isStaticSite } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { formatMoment, momentInUrl, parseMoment } from "../page/media_fragments.js";
import { clamp, lastIndexUpTo } from "../page/times.js";
import { readCueLinks } from "./cue_links.js";

/** A player that was sent to 112.3 may report 112.2999: that is still the cue from 112.3 on. Seconds. */
const ROUNDING = 0.01;
/** A cue stays the spoken one through a breath. */
const BREATH_SECONDS = 0.6;
/** timeupdate comes about four times a second, which is late for a short cue. */
const MAX_LOOK_MS = 250;
const MIN_LOOK_MS = 20;
/** The second press of a double click comes within this. */
const DOUBLE_CLICK_MS = 300;

/**
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
export async function start(transcript, signal) {
  if (!transcript.querySelector("a[data-start]")) return;
  playOnClick(transcript, signal);
  selectOnHold(transcript, signal);
  shareOnClick(transcript, signal);
  openSharePanelOfUrl(transcript);
  const isMarked = markMoments(transcript, signal);
  const media = await bus.whenMedia;
  watchCue(media, signal);
  await isMarked;
  showMomentOnLoad(transcript);
}

/**
 * The index of the cue spoken at a time, -1 for none.
 *
 * @param {number[]} starts seconds, sorted
 * @param {number[]} ends
 * @param {number} seconds
 */
export function cueIndexAt(starts, ends, seconds) {
  const index = lastIndexUpTo(starts, seconds + ROUNDING);
  return index >= 0 && seconds < ends[index] + BREATH_SECONDS ? index : -1;
}

/**
 * The cues of a moment, as a half-open range of indexes; without an end, its first cue alone.
 *
 * @param {number[]} starts seconds, sorted
 * @param {number[]} ends
 * @param {Moment} moment
 * @returns {[first: number, stop: number]}
 */
export function cueRangeOf(starts, ends, { start, end }) {
  const index = lastIndexUpTo(starts, start + ROUNDING);
  const first = index >= 0 && start + ROUNDING < ends[index] ? index : index + 1;
  const stop = end === null ? first + 1 : lastIndexUpTo(starts, end - ROUNDING) + 1;
  return [first, Math.max(first, stop)];
}

/**
 * @param {PlayerMedia} media
 * @param {AbortSignal} signal
 */
function watchCue(media, signal) {
  let current = -1;
  let timer = 0;

  function look() {
    clearTimeout(timer);
    if (!bus.hasPlayed) return;
    const { links, starts, ends } = readCueLinks();
    const now = media.currentTime;
    const index = cueIndexAt(starts, ends, now);
    if (index !== current) {
      markCurrent(links[current], links[index]);
      current = index;
    }
    const next = starts[lastIndexUpTo(starts, now + ROUNDING) + 1];
    if (media.paused || next === undefined) return;
    timer = setTimeout(look, clamp(((next - now) * 1000) / media.playbackRate, MIN_LOOK_MS, MAX_LOOK_MS));
  }

  for (const type of ["timeupdate", "play", "seeking", "seeked"]) {
    media.addEventListener(type, look, { signal });
  }
}

/**
 * Touches the two cues that change, and their passages when those change too.
 *
 * @param {HTMLElement | undefined} before
 * @param {HTMLElement | undefined} now
 */
function markCurrent(before, now) {
  before?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  const [old, current] = [before?.closest(".turn"), now?.closest(".turn")];
  if (old !== current) {
    old?.classList.remove("is-live");
    current?.classList.add("is-live");
  }
  const speaker = voiceOf(current)?.firstChild?.textContent ?? "";
  const cue = now ? { element: now, text: now.textContent ?? "", speaker } : null;
  bus.update("cuechange", { cue });
}

/**
 * The heading with the speaker of a passage; one that goes on with the same voice does not name it again.
 *
 * @param {Element | null | undefined} passage
 */
export function voiceOf(passage) {
  let element = passage;
  while (element && !element.matches(".voice")) {
    element = element.previousElementSibling ?? lastOf(element.parentElement?.previousElementSibling);
  }
  return element;
}

/** @param {Element | null | undefined} sheet */
const lastOf = (sheet) => (sheet?.matches(".sheet") ? sheet.lastElementChild : null);

/**
 * Marks the moment that was asked for, as the server does for a page that is opened with it: of one that has an end
 * its words, which only the server knows, and its cues where it cannot be asked; else its cue.
 *
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 * @returns {Promise<void> | null} fulfilled when a moment after "#", which the server did not see, is marked
 */
function markMoments(transcript, signal) {
  /** @param {Moment | null} moment */
  const keyOf = (moment) => (moment ? formatMoment(moment) : "");
  const seenByServer = isStaticSite() ? null : momentInUrl({ search: location.search, hash: "" });
  let marked = transcript.querySelector(".sel") ? keyOf(seenByServer) : "";

  /** @param {Moment | null} moment */
  async function show(moment) {
    const key = keyOf(moment);
    if (key === marked) return;
    marked = key;
    const hasWordMarks = moment?.end || transcript.querySelector("span.sel");
    const marks = hasWordMarks ? await import("./moment_marks.js").catch(() => null) : null;
    const span = moment?.end ? await marks?.fetchMomentSpan(transcript, moment) : null;
    if (key !== marked) return; // another moment was asked for in the meantime
    marks?.clearMomentMarks(transcript);
    for (const old of transcript.querySelectorAll(".sel, .is-target")) old.classList.remove("sel", "is-target");
    transcript.querySelector("#share:not(.is-open)")?.remove(); // it was of the moment before
    if (span) marks?.markMoment(transcript, span);
    else if (moment) markCues(moment);
  }

  bus.on("momentchange", () => show(bus.moment), { signal });
  return seenByServer ? null : show(momentInUrl(location));
}

/** @param {Moment} moment */
function markCues(moment) {
  const { links, starts, ends } = readCueLinks();
  for (const link of links.slice(...cueRangeOf(starts, ends, moment))) {
    link.classList.add("sel");
    link.closest(".turn")?.classList.add("is-target");
  }
}

/** @param {HTMLElement} transcript */
function openSharePanelOfUrl(transcript) {
  if (location.hash !== "#share" || !transcript.querySelector("#share")) return;
  import("../sharing/share_panel.js").then(({ openPagePanel }) => openPagePanel());
}

/**
 * The share button of a passage is a link to a page with its panel open; here the panel comes by itself.
 *
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
function shareOnClick(transcript, signal) {
  transcript.addEventListener("click", async (event) => {
    /** @type {HTMLAnchorElement | null} */
    const link = closestTo(event, "a[data-share]");
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    try {
      const { openFromLink } = await import("../sharing/share_panel.js");
      await openFromLink(link);
    } catch {
      if (navigator.onLine) location.assign(link.href);
    }
  }, { signal });
}

/**
 * A page that was opened at a moment shows its words; one that comes back stays where it was.
 *
 * @param {HTMLElement} transcript
 */
async function showMomentOnLoad(transcript) {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const marked = transcript.querySelector(".sel");
  if (!marked || entry?.type !== "navigate") return;
  const { scrollToLine } = await import("../page/scroll.js");
  scrollToLine(marked);
}

/**
 * A click goes to its cue at once, but leaves no trace (sound, address, scrolling) until it is known to be a single
 * one. With the second press of a double click, which selects a word, the player is where it was. What keys and
 * fingers press is single.
 *
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
function playOnClick(transcript, signal) {
  /** @type {Place | null} */
  let left = null;
  let timer = 0;
  // Chromium selects words from within a link only where that is said, and the link is not dragged.
  transcript.style.userSelect = transcript.style.webkitUserSelect = "text";
  transcript.addEventListener("click", (event) => {
    const { media } = bus;
    const link = closestTo(event, "a[data-start], .beside a");
    const moment = parseMoment(link?.dataset.start ?? link?.dataset.play ?? "");
    if (!moment || !isPlainClick(event) || !media) return;
    event.preventDefault();
    clearTimeout(timer);
    if (event.detail > 1) return undo(media);
    // A click that ends a selection is no wish to go anywhere.
    if (!getSelection()?.isCollapsed) return;
    const { detail, pointerType } = /** @type {PointerEvent} */ (event);
    left = { time: media.currentTime, paused: media.paused };
    const go = () => {
      bus.isClickOpen = false;
      bus.jump(moment, { play: true, history: "step", left: left ?? undefined });
      bus.emit("followrequest");
    };
    if (!detail || pointerType === "touch") return go();
    bus.isClickOpen = true;
    media.currentTime = moment.start;
    timer = setTimeout(go, DOUBLE_CLICK_MS);
  }, { signal });

  /** @param {PlayerMedia} media */
  function undo(media) {
    bus.isClickOpen = false;
    if (!left) return;
    media.currentTime = left.time;
    if (left.paused) media.pause();
    left = null;
  }
}

/**
 * A finger held on a link opens its menu and selects no word (Chromium, WebKit): under a finger a cue is none.
 *
 * @param {HTMLElement} transcript
 * @param {AbortSignal} signal
 */
function selectOnHold(transcript, signal) {
  const options = { signal, passive: true, capture: true };
  /** @type {(() => void) | null} */
  let release = null;
  /** @param {TouchEvent} event */
  const onTouch = (event) => {
    release?.();
    const isOne = event.touches.length === 1;
    const link = isOne && event.target instanceof Node && transcript.contains(event.target) ? closestTo(event, "a[data-start]") : null;
    release = link && removeAddress(link);
  };
  addEventListener("touchstart", onTouch, options);
  addEventListener("touchend", onTouch, options);
  addEventListener("touchcancel", onTouch, options);
}

/**
 * Takes the address of a cue off.
 *
 * @param {HTMLElement} link
 * @returns {(() => void) | null} puts it back; null where there was none
 */
function removeAddress(link) {
  const href = link.getAttribute("href");
  if (!href) return null;
  link.removeAttribute("href");
  return () => link.setAttribute("href", href);
}
