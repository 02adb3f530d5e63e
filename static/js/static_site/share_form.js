/**
 * The share panel where no server answers: an empty one is filled in here with the words that are selected. A link
 * leads to whole cues: when each word is said, only the server knows.
 *
 * @import { PassageMap, Span } from "../transcript/offsets.js"
 */

import { find, findAll } from "../page/dom.js";
import { fetchPartial } from "../page/fetch_partial.js";
import { tn } from "../page/i18n.js";
import { formatMoment, parseMoment, queryWithMoment } from "../page/media_fragments.js";
import { formatClock } from "../page/times.js";
import { tokenize } from "../search/words.js";
import { readCueLinks } from "../transcript/cue_links.js";
import { textRangesOf } from "../transcript/offsets.js";
import { cueRangeOf, voiceOf } from "../transcript/transcript.js";
import { pageAddress } from "./page_address.js";

const MAX_SHORT_QUOTE_CHARS = 160;

/**
 * The words of one passage that are shared, and who says them.
 *
 * @typedef {{ passage: HTMLElement, words: string, speaker: string, organization: string }} Turn
 * @typedef {{ start: number, end: number }} Timed seconds
 */

/**
 * The panel of some words.
 *
 * @param {HTMLElement} transcript
 * @param {PassageMap} map
 * @param {{ words?: string, t?: string }} asked a span of the running text ("12-40"), or a moment
 * @param {AbortSignal} signal
 * @returns {Promise<HTMLElement | null>} null where there are no words
 */
export async function fillShareForm(transcript, map, asked, signal) {
  if (!rangesOf(map, asked).length) return null;
  const panel = await fetchPartial(new URL(transcript.dataset.share ?? "", document.baseURI), "share", signal);
  if (panel) fillPanel(panel, map, asked, addressOf);
  return panel;
}

/** @param {Timed | null} moment */
const addressOf = (moment) => pageAddress() + (moment ? queryWithMoment("", moment, "") : "");

/**
 * @param {PassageMap} map
 * @param {{ words?: string, t?: string }} asked
 */
const rangesOf = (map, asked) => (asked.words ? rangesOfSpan(map, asked.words) : rangesOfMoment(map, asked.t ?? ""));

/**
 * @param {PassageMap} map
 * @param {string} words
 */
function rangesOfSpan(map, words) {
  const [start, end] = words.split("-").map(Number);
  return textRangesOf(map, [start, end]);
}

/**
 * @param {PassageMap} map
 * @param {string} text
 */
function rangesOfMoment(map, text) {
  const moment = parseMoment(text);
  if (!moment) return [];
  const { links, starts, ends } = readCueLinks();
  const cues = new Set(links.slice(...cueRangeOf(starts, ends, moment)));
  const own = textRangesOf(map, [0, Infinity]).filter(([node]) => cues.has(/** @type {HTMLElement} */ (node.parentElement?.closest("a[data-start]"))));
  return own.length ? textRangesOf(map, spanOf(map, own)) : [];
}

/**
 * Fills in an empty panel.
 *
 * @param {HTMLElement} panel
 * @param {PassageMap} map
 * @param {{ words?: string, t?: string }} asked as above
 * @param {(moment: Timed | null) => string} addressOf the page at a moment; null where the words have no times
 * @returns {boolean} false where there are no words
 */
export function fillPanel(panel, map, asked, addressOf) {
  const ranges = rangesOf(map, asked);
  if (!ranges.length) return false;
  const turns = turnsOf(ranges);
  const moment = momentOf(ranges);
  const words = turns.map((turn) => turn.words).join(" ");
  const count = tn("{n} word", "{n} words", tokenize(words).length);
  const clock = moment ? `${formatClock(moment.start)}–${formatClock(moment.end)}` : "";
  const anchor = moment ? "" : `#${turns[0].passage.id}`;
  const url = addressOf(moment) + anchor;
  Object.assign(panel.dataset, { words: spanOf(map, ranges).join("-"), t: moment ? formatMoment(moment) : "" });
  find(panel, "[data-count]").textContent = count;
  fillClock(panel, clock);
  fillQuote(panel, turns, clock, url);
  fillLinks(panel, moment, url);
  return true;
}

/**
 * @param {ReturnType<typeof textRangesOf>} ranges
 * @returns {Turn[]}
 */
function turnsOf(ranges) {
  /** @type {Map<HTMLElement, string>} */
  const words = new Map();
  for (const [node, from, to] of ranges) {
    /** @type {HTMLElement | null | undefined} */
    const passage = node.parentElement?.closest(".turn");
    if (passage) words.set(passage, (words.get(passage) ?? "") + node.data.slice(from, to));
  }
  return Array.from(words, ([passage, text]) => {
    const voice = voiceOf(passage);
    const speaker = voice?.firstChild?.textContent ?? "";
    const organization = voice?.querySelector(".org")?.textContent ?? "";
    return { passage, words: text.replace(/\s+/g, " ").trim(), speaker, organization };
  });
}

/**
 * The moment of the cues that the words are in; null without times.
 *
 * @param {ReturnType<typeof textRangesOf>} ranges
 */
function momentOf(ranges) {
  /** @type {(HTMLElement | null | undefined)[]} */
  const cues = ranges.map(([node]) => node.parentElement?.closest("a[data-start]"));
  const timed = cues.flatMap((cue) => (cue ? [{ start: Number(cue.dataset.start), end: Number(cue.dataset.end) }] : []));
  if (!timed.length) return null;
  const start = timed[0].start;
  return { start, end: Math.max(start + 0.001, ...timed.map(({ end }) => end)) };
}

/**
 * @param {PassageMap} map
 * @param {ReturnType<typeof textRangesOf>} ranges
 * @returns {Span}
 */
function spanOf(map, ranges) {
  /** @param {Text} node @param {number} offset */
  const offsetOf = (node, offset) => {
    const number = map.passages.findIndex((passage) => passage.contains(node));
    const before = document.createRange();
    before.setStart(map.passages[number], 0);
    before.setEnd(node, offset);
    return map.starts[number] + before.toString().length;
  };
  const [first, last] = [ranges[0], ranges[ranges.length - 1]];
  return [offsetOf(first[0], first[1]), offsetOf(last[0], last[2])];
}

/**
 * @param {HTMLElement} panel
 * @param {string} clock
 */
function fillClock(panel, clock) {
  const place = find(panel, ".share-head b");
  if (clock) place.textContent = clock;
  else place.remove();
}

/**
 * The quote as plain text: each turn in the quotation marks of its language, then who, what and where.
 *
 * @param {HTMLElement} panel
 * @param {Turn[]} turns
 * @param {string} clock
 * @param {string} url
 */
function fillQuote(panel, turns, clock, url) {
  const { title = "" } = panel.dataset;
  /** @type {HTMLTextAreaElement} */
  const field = find(panel, "#share-quote");
  const [open = "“", close = "”"] = field.value.split("…");
  const isOne = turns.length === 1;
  const lines = turns.map(({ words, speaker }) => `${isOne || !speaker ? "" : `${speaker}: `}${open}${words}${close}`);
  const people = isOne ? [turns[0].speaker, turns[0].organization] : [];
  field.value = [...lines, `— ${[...people, title, clock].filter(Boolean).join(", ")}`, url].join("\n");
  const short = turns[0].words.length > MAX_SHORT_QUOTE_CHARS ? `${turns[0].words.slice(0, MAX_SHORT_QUOTE_CHARS)}…` : turns[0].words;
  panel.dataset.text = isOne ? [`${open}${short}${close}`, turns[0].speaker && `— ${turns[0].speaker}`].filter(Boolean).join("\n") : lines.join("\n");
}

/**
 * @param {HTMLElement} panel
 * @param {{ start: number, end: number } | null} moment
 * @param {string} url
 */
function fillLinks(panel, moment, url) {
  /** @type {HTMLInputElement} */
  const link = find(panel, "#share-link");
  link.value = url;
  for (const play of findAll(panel, "a[data-play]")) {
    if (!moment) play.remove();
    play.dataset.play = moment ? formatMoment(moment) : "";
    play.setAttribute("href", url);
  }
  /** @type {HTMLTextAreaElement | null} */
  const embed = panel.querySelector("#share-embed");
  if (embed && moment) embed.value = embed.value.replace('" width=', `${queryWithMoment("", moment, "").replaceAll("&", "&amp;")}" width=`);
  /** @type {HTMLTextAreaElement} */
  const quote = find(panel, "#share-quote");
  const { title = "" } = panel.dataset;
  const body = encodeURIComponent(quote.value.replaceAll("\n", "\r\n"));
  for (const mail of findAll(panel, 'a[href^="mailto:?"]')) {
    mail.setAttribute("href", `mailto:?subject=${encodeURIComponent(title)}&body=${body}`);
  }
}
