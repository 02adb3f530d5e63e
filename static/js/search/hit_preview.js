/**
 * The match that is shown under the field: its words, who says them and when, the way there, and its link. It is read
 * from the transcript, so it needs no answer, and nothing is shown that is not said there.
 *
 * @import { Moment } from "../page/media_fragments.js"
 * @import { Span } from "../transcript/offsets.js"
 * @import { Match } from "./matches.js"
 */

import { createElement, createIcon, find } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { t } from "../page/i18n.js";
import { formatMoment, momentInUrl } from "../page/media_fragments.js";
import { formatClock, lastIndexUpTo } from "../page/times.js";
import { enableCopyButtons } from "../sharing/copy_buttons.js";
import { textRangesOf } from "../transcript/offsets.js";
import { voiceOf } from "../transcript/transcript.js";
import { mapOf, shownIndex } from "./matches.js";
import { currentResult } from "./search_answer.js";

/** About as much as three lines hold, in characters. */
const BEFORE = 40;
const AFTER = 130;
const ELLIPSIS = "…";

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} transcript
 * @param {() => void} goThere
 * @param {AbortSignal} signal
 */
export function startHitPreview(form, transcript, goThere, signal) {
  const isFramed = document.documentElement.classList.contains("framed");
  /** @type {HTMLElement} */
  const box = form.querySelector(".hit-preview") ?? createElement("div", { className: "hit-preview", hidden: true });
  find(form, "[data-nav]").after(box);

  /**
   * @param {Span[]} spans
   * @param {number | null} [time] of the match in seconds; of words that are going to be one, their line's is shown
   */
  function showSpans(spans, time = null) {
    box.hidden = isFramed || !transcript || !spans.length;
    box.replaceChildren(...(box.hidden || !transcript ? [] : contentOf(transcript, spans, time, goThere)));
    if (!box.hidden) enableCopyButtons(box);
  }

  // Rows that say what marks cannot are in sight already.
  const show = () => {
    const match = bus.matches[shownIndex()];
    showSpans(match && !match.row ? match.spans : [], match?.time);
  };
  bus.on("matcheschange", show, { signal });
  bus.on("matchchange", show, { signal });
  /** Words that are going to be the answer. */
  return { showWords: (/** @type {Span} */ span) => showSpans([span]) };
}

/**
 * @param {HTMLElement} transcript
 * @param {Span[]} spans of one match
 * @param {number | null} time
 * @param {() => void} goThere
 */
function contentOf(transcript, spans, time, goThere) {
  const passage = passageAt(transcript, spans);
  const start = Number(passage.dataset.at);
  const quote = createElement("q", { lang: transcript.lang, dir: transcript.dir || "auto" });
  quote.append(...wordsAround(passage.textContent ?? "", spans.map(([from, to]) => [from - start, to - start])));
  const url = linkOfMatch(transcript, spans);
  const go = createElement("a", { href: url }, t("Read it in place"), createElement("kbd", {}, "Enter"));
  go.addEventListener("click", (event) => {
    event.preventDefault();
    goThere();
  });
  const actions = createElement("p", { className: "hit-actions" }, go, copyButton("hit-link", url));
  return [createElement("p", { className: "hit-words" }, quote), whoAndWhen(transcript, passage, spans, time), actions];
}

/**
 * @param {string} id of what holds the link
 * @param {string} url
 */
export function copyButton(id, url) {
  const address = createElement("span", { id, hidden: true }, url);
  const button = createElement("button", { type: "button", className: "copy" }, createIcon("link"), t("Copy link"), address);
  Object.assign(button.dataset, { copy: id, said: t("Link copied") });
  return button;
}

/**
 * The words of a match with those around them, cut between words.
 *
 * @param {string} text of the passage
 * @param {number[][]} spans in it
 * @returns {(string | HTMLElement)[]}
 */
function wordsAround(text, spans) {
  const [first, last] = [spans[0][0], Math.min(spans.at(-1)?.[1] ?? 0, text.length)];
  const from = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 || first : 0;
  const start = Math.min(from, first);
  const cut = text.length > last + AFTER ? text.lastIndexOf(" ", last + AFTER) : text.length;
  const end = Math.max(cut, last);
  /** @type {(string | HTMLElement)[]} */
  const pieces = [start > 0 ? ELLIPSIS : ""];
  let at = start;
  for (const [begin, stop] of spans) {
    if (begin >= text.length) break;
    pieces.push(text.slice(at, begin), createElement("mark", {}, text.slice(begin, stop)));
    at = Math.min(stop, text.length);
  }
  pieces.push(text.slice(at, end), end < text.length ? ELLIPSIS : "");
  return pieces;
}

/**
 * @param {HTMLElement} transcript
 * @param {HTMLElement} passage
 * @param {Span[]} spans
 * @param {number | null} time
 */
function whoAndWhen(transcript, passage, spans, time) {
  const line = createElement("p", { className: "by" });
  const cue = cueAt(transcript, spans[0][0]);
  if (cue) {
    const start = time ?? Number(cue.dataset.start);
    const href = withMoment(cue.href, { start, end: null });
    const link = createElement("a", { className: "time", href }, formatClock(start));
    link.dataset.play = String(start);
    line.append(link, " ");
  }
  const voice = voiceOf(passage);
  const organization = voice?.querySelector(".org")?.textContent;
  const speaker = voice?.firstChild?.textContent ?? "";
  if (speaker) line.append(createElement("b", { dir: "auto" }, speaker), organization ? `, ${organization}` : "");
  return line;
}

/**
 * The link to a match: from its first cue to the end of its last; where there are no times, to its passage.
 *
 * @param {HTMLElement} transcript
 * @param {Span[]} spans
 */
export function linkOfMatch(transcript, spans) {
  const [first, last] = [cueAt(transcript, spans[0][0]), cueAt(transcript, (spans.at(-1)?.[1] ?? 1) - 1)];
  const moment = first && momentInUrl(new URL(first.href));
  if (!first || !moment) return new URL(`#${passageAt(transcript, spans).id}`, location.origin + location.pathname).href;
  const end = Math.max(moment.end ?? 0, Number(last?.dataset.end) || 0) || null;
  return withMoment(first.href, { ...moment, end });
}

/**
 * @param {string} href of a cue
 * @param {Moment} moment in place of its own
 */
const withMoment = (href, moment) => href.replace(/([?&]t=)[^&#]*/, `$1${formatMoment(moment)}`);

/**
 * The passage that a match begins in.
 *
 * @param {HTMLElement} transcript
 * @param {Span[]} spans
 */
function passageAt(transcript, spans) {
  const { starts, passages } = mapOf(transcript);
  return passages[Math.max(0, lastIndexUpTo(starts, spans[0][0]))];
}

/**
 * The cue of a place in the running text; null where the words have no times.
 *
 * @param {HTMLElement} transcript
 * @param {number} offset
 * @returns {HTMLAnchorElement | null}
 */
function cueAt(transcript, offset) {
  const [place] = textRangesOf(mapOf(transcript), [offset, offset + 1]);
  return place?.[0].parentElement?.closest("a[data-start]") ?? null;
}

/**
 * A match of words plays on, a quote is heard to its end; words without a time are only read.
 *
 * @param {Match} match
 * @returns {Moment | null}
 */
export function momentOfMatch({ time, row, marks }) {
  if (time === null) return null;
  if (currentResult().dataset.kind !== "quote") return { start: time, end: null };
  /** @type {HTMLAnchorElement | null | undefined} */
  const link = row?.querySelector("[data-hit]");
  if (link) return momentInUrl(new URL(link.href));
  /** @type {HTMLAnchorElement | null | undefined} */
  const last = marks.at(-1)?.closest("a[data-end]");
  return { start: time, end: Number(last?.dataset.end) || null };
}
