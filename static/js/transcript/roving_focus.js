/**
 * The words are one tab stop: thousands help nobody. Arrow keys go from line to line; what else a passage
 * offers (its time, its share button) is there for mouse, finger and screen reader, and the lines do as much
 * by key: Enter plays, S shares (keys.js).
 */

import { isPlainClick } from "../page/dom.js";
import { readCueLinks } from "./cue_links.js";
import { bus } from "../page/event_bus.js";
import { clamp, lastIndexUpTo } from "../page/times.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

export function start(transcript, signal) {
  const { lines, starts } = readCueLinks();
  if (!lines.length) return;
  const places = new Map(lines.map((line, index) => [line, index]));
  let stop = lines[0];
  const setStop = (line) => {
    if (!places.has(line)) return;
    stop.tabIndex = -1;
    stop = line;
    stop.tabIndex = 0;
  };
  for (const link of transcript.querySelectorAll("a[data-start], a.time, .beside a")) link.tabIndex = -1;
  setStop(stop);
  setStop(lineAt(transcript.querySelector(".sel"), lines));
  // Said once, when a screen reader comes in.
  if (document.getElementById("words-keys")) transcript.setAttribute("aria-describedby", "words-keys");

  transcript.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!event.target.matches("a[data-start], a.time, a.share-it")) return;
    event.preventDefault();
    const at = places.get(lineAt(event.target, lines));
    lines[clamp(at + by, 0, lines.length - 1)].focus();
  }, { signal });
  transcript.addEventListener("focusin", ({ target }) => setStop(target), { signal });
  leadHere(transcript, (place) => {
    if (place !== transcript) setStop(lineAt(place, lines));
    stop.focus({ preventScroll: true });
  }, signal);

  // Tab leads to where the reader is: the line being spoken, the moment that was asked for, the match.
  const whenElsewhere = (line) => transcript.contains(document.activeElement) || setStop(line);
  bus.addEventListener("cuechange", () => whenElsewhere(bus.cue?.element), { signal });
  bus.addEventListener("momentchange", () => bus.moment && whenElsewhere(lines[Math.max(0, lastIndexUpTo(starts, bus.moment.start + 0.01))]), { signal });
  bus.addEventListener("matchchange", () => {
    const match = bus.matches[bus.matchIndex];
    setStop(lineAt(match?.marks[0] ?? document.getElementById(match?.row.dataset.passage), lines));
  }, { signal });
  bus.addEventListener("focusrequest", () => stop.focus({ preventScroll: true }), { signal });
}

/** The line that a place stands in; of a passage or a heading the marked line, else the first. */
function lineAt(place, lines) {
  const within = place?.closest("a[data-start]") ?? place?.querySelector("a.sel, a:has(.sel)");
  if (within || !place) return within;
  const from = place.closest(".turn") ?? place;
  return lines.find((line) => from.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING);
}

/** A link to words of this page: the browser shows them, but leaves the focus behind. */
function leadHere(transcript, go, signal) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href*="#"]');
    if (!link || !isPlainClick(event) || link.pathname + link.search !== location.pathname + location.search) return;
    const place = document.getElementById(link.hash.slice(1));
    // Others that hear this click may make something else of it.
    if (transcript.contains(place)) setTimeout(() => event.defaultPrevented || go(place));
  }, { signal });
}
