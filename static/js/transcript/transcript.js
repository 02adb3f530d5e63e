/** The words: the line being spoken, clicks that play a line, the moment that was asked for. */

import { isPlainClick } from "../page/dom.js";
import { readCueLinks } from "./cue_links.js";
import { formatMoment, momentInUrl } from "../page/media_fragments.js";
import { bus } from "../page/event_bus.js";
import { clamp, lastIndexUpTo } from "../page/times.js";

/** A player asked for 112.3 may stand at 112.2999: that is still the line from 112.3 on. */
const ROUNDING = 0.01;
/** A line stays the spoken one through a breath, seconds. */
const BREATH = 0.6;

export async function start(transcript, signal) {
  if (!transcript.querySelector("a[data-start]")) return;
  playOnClick(transcript, signal);
  selectOnHold(transcript, signal);
  shareOnClick(transcript, signal);
  if (location.hash === "#share" && transcript.querySelector("#share")) import("../sharing/share_panel.js").then(({ openPagePanel }) => openPagePanel());
  const marked = markMoments(transcript, signal);
  const media = await bus.whenMedia;
  watch(media, signal);
  bus.addEventListener("firstplay", async () => (await import("./auto_scroll.js")).startAutoScroll(signal), { once: true });
  await marked;
  showOnLoad(transcript);
}

/** The index of the line spoken at a time, -1 for none. */
export function cueIndexAt(starts, ends, seconds) {
  const index = lastIndexUpTo(starts, seconds + ROUNDING);
  return index >= 0 && seconds < ends[index] + BREATH ? index : -1;
}

/** The first and behind the last line of a moment; without an end, its first line alone. */
export function cueRangeOf(starts, ends, { start, end }) {
  const at = lastIndexUpTo(starts, start + ROUNDING);
  const first = at >= 0 && start + ROUNDING < ends[at] ? at : at + 1;
  const stop = end === null ? first + 1 : lastIndexUpTo(starts, end - ROUNDING) + 1;
  return [first, Math.max(first, stop)];
}

function watch(media, signal) {
  let live = -1;
  let timer;

  function look() {
    clearTimeout(timer);
    if (!bus.hasPlayed) return;
    const { lines, starts, ends } = readCueLinks();
    const now = media.currentTime;
    const index = cueIndexAt(starts, ends, now);
    if (index !== live) {
      markLive(lines[live], lines[index]);
      live = index;
    }
    // timeupdate comes about four times a second, which is late for a short line.
    const next = starts[lastIndexUpTo(starts, now + ROUNDING) + 1];
    if (media.paused || next === undefined) return;
    timer = setTimeout(look, clamp(((next - now) * 1000) / media.playbackRate, 20, 250));
  }

  for (const type of ["timeupdate", "play", "seeking", "seeked"]) {
    media.addEventListener(type, look, { signal });
  }
}

/** Touches the two lines that change, and their passages when those change too. */
function markLive(before, now) {
  before?.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  const [old, current] = [before?.closest(".turn"), now?.closest(".turn")];
  if (old !== current) {
    old?.classList.remove("is-live");
    current?.classList.add("is-live");
  }
  bus.update("cuechange", { cue: now ? { element: now, text: now.textContent, speaker: speakerOf(current) } : null });
}

/** A passage that goes on with the same voice does not name it again. */
function speakerOf(passage) {
  let at = passage;
  while (at && !at.matches(".voice")) at = at.previousElementSibling ?? lastOf(at.parentElement.previousElementSibling);
  return at?.firstChild.textContent ?? "";
}

const lastOf = (sheet) => (sheet?.matches(".sheet") ? sheet.lastElementChild : null);

/**
 * Marks the moment that was asked for, as the server does for a page that is opened with it: of one that has
 * an end its words, which only the server knows, and its lines where it cannot be asked; else its line. Done
 * when a moment behind "#", which the server did not see, is marked.
 */
function markMoments(transcript, signal) {
  const keyOf = (moment) => (moment ? formatMoment(moment) : "");
  const seen = momentInUrl({ search: location.search, hash: "" }); // what the server saw of the address
  let marked = transcript.querySelector(".sel") ? keyOf(seen) : "";

  async function show(moment) {
    const key = keyOf(moment);
    if (key === marked) return;
    marked = key;
    const exact = moment?.end || transcript.querySelector("span.sel") ? await import("./moment_marks.js").catch(() => null) : null;
    const words = moment?.end ? await exact?.fetchMomentSpan(transcript, moment) : null;
    if (key !== marked) return; // another moment was asked for in the meantime
    exact?.clearMomentMarks(transcript);
    for (const old of transcript.querySelectorAll(".sel, .is-target")) old.classList.remove("sel", "is-target");
    transcript.querySelector("#share:not(.is-open)")?.remove(); // it was of the moment before
    if (words) exact.markMoment(transcript, words);
    else if (moment) markLines(moment);
  }

  bus.addEventListener("momentchange", () => show(bus.moment), { signal });
  return seen ? null : show(momentInUrl(location));
}

function markLines(moment) {
  const { lines, starts, ends } = readCueLinks();
  for (const line of lines.slice(...cueRangeOf(starts, ends, moment))) {
    line.classList.add("sel");
    line.closest(".turn").classList.add("is-target");
  }
}

/** The share control of a passage is a link to a page with its panel open; here the panel comes by itself. */
function shareOnClick(transcript, signal) {
  transcript.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-share]");
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    try {
      await (await import("../sharing/share_panel.js")).openFromLink(link);
    } catch {
      location.assign(link.href);
    }
  }, { signal });
}

/** A page that was opened at a moment shows its words; one that comes back stays where it was. */
async function showOnLoad(transcript) {
  const [entry] = performance.getEntriesByType("navigation");
  const line = transcript.querySelector(".sel");
  if (!line || entry?.type !== "navigate") return;
  const { scrollToLine } = await import("../page/scroll.js");
  scrollToLine(line);
}

function playOnClick(transcript, signal) {
  // Chromium selects words from within a link only where that is said, and the link is not dragged.
  transcript.style.userSelect = transcript.style.webkitUserSelect = "text";
  transcript.addEventListener("click", (event) => {
    const line = event.target.closest("a[data-start]");
    if (!line || !isPlainClick(event) || !bus.media) return;
    event.preventDefault();
    // A click that ends a selection is no wish to go anywhere.
    if (getSelection().isCollapsed) bus.jump({ start: Number(line.dataset.start), end: null }, { play: true });
  }, { signal });
}

/** A finger held on a link opens its menu and selects no word (Chromium, WebKit): under a finger a line is none. */
function selectOnHold(transcript, signal) {
  const options = { signal, passive: true, capture: true };
  let letGo = null;
  for (const type of ["touchstart", "touchend", "touchcancel"]) {
    addEventListener(type, ({ target, touches }) => {
      letGo?.();
      letGo = touches.length === 1 && transcript.contains(target) ? hold(target.closest("a[data-start]")) : null;
    }, options);
  }
}

/** Takes the address of a line off; returns what puts it back. */
function hold(line) {
  const href = line?.getAttribute("href");
  if (!href) return null;
  line.removeAttribute("href");
  return () => line.setAttribute("href", href);
}
