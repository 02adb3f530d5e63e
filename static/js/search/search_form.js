/**
 * Search while typing: the same address is asked for its result alone, as HTML, and the request before is aborted.
 * What is found first is shown under the field at once; nothing moves until somebody goes there: by Enter and
 * Shift+Enter from match to match, by ↓ to the list of all. Escape clears.
 *
 * @import { HistoryChange } from "../page/event_bus.js"
 * @import { Moment } from "../page/media_fragments.js"
 */

import { retryUntilDone } from "../page/connection.js";
import { afterNextFrame, closestTo, createElement, createIcon, find, isPlainClick, isStaticSite } from "../page/dom.js";
import { bus } from "../page/event_bus.js";
import { isRefusal } from "../page/fetch_partial.js";
import { t } from "../page/i18n.js";
import { momentInUrl } from "../page/media_fragments.js";
import { markMatch, prepareOptimisticMarks, shownIndex, showMatch, showMatches, showOptimisticMarks, stepIndex } from "./matches.js";
import { startHitList } from "./hit_list.js";
import { startHitTools } from "./hit_tools.js";
import { momentOfMatch, startHitPreview } from "./hit_preview.js";
import { currentResult, emptyResult, fetchResult, loadAnswerSheet } from "./search_answer.js";
import { positionText, showSteps } from "./steps.js";

/** The longest pause of typing that is waited for before a request: less than there is between any two keys. */
const MAX_PAUSE_MS = 20;
/** After so long a visitor wonders whether anything happens. */
const SLOW_MS = 400;
/** Who types is not interrupted: a count is announced when the keys have rested for so long. */
const ANNOUNCE_MS = 700;

/**
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
export async function start(form, signal) {
  /** @type {HTMLInputElement} */
  const input = find(form, "input[type=search]");
  const transcript = document.getElementById("transcript");
  const status = find(document, "#search-status");
  /** The query of the result that is shown. */
  let shownQuery = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  if (isStaticSite()) {
    input.value ||= shownQuery;
    shownQuery = "";
  }
  await loadAnswerSheet();
  let hasOptimisticMarks = false; // whether words are marked that the result does not know yet
  /** @type {AbortController | null} */
  let request = null;
  let retry = new AbortController();
  let timer = 0;
  let announcement = 0;
  let pause = 0; // how long the last answer took, up to MAX_PAUSE_MS
  let lastRequest = 0; // when it was sent, on the clock of performance.now()

  const currentQuery = () => input.value.trim();
  const preview = startHitPreview(form, transcript, goToShown, signal);
  const list = startHitList(form, (index) => goToMatch(index, stepChange()), signal);
  const clearButton = addClearButton(input);

  /**
   * Gets and shows the result of the query in the field; false when it did not come.
   *
   * @param {{ isTyping?: boolean }} [options] whether the last word may be half a word
   */
  async function search({ isTyping = false } = {}) {
    clearTimeout(timer);
    request?.abort();
    retry.abort();
    lastRequest = performance.now();
    const query = currentQuery();
    bus.emit("queryinput");
    if (!query) {
      show(query, emptyResult());
      return true;
    }
    request = new AbortController();
    const slow = setTimeout(() => setStatus(t("Searching…"), { isSeen: true }), SLOW_MS);
    try {
      const result = await resultOf(query, isTyping, request.signal);
      pause = Math.min(MAX_PAUSE_MS, performance.now() - lastRequest);
      show(query, result, isTyping ? ANNOUNCE_MS : 0);
      return true;
    } catch (error) {
      return !isAbort(error) && showOffline(query, isRefusal(error));
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * What the page finds itself, until the site can be reached: then the whole search.
   *
   * @param {string} query
   * @param {boolean} isRefused whether the site has answered that searching has to wait
   * @returns {Promise<boolean>} whether something was found
   */
  async function showOffline(query, isRefused) {
    retry.abort();
    retry = new AbortController();
    retryUntilDone(() => resultOf(query, false, retry.signal).then((result) => showInstead(query, result)).then(() => true, () => false), retry.signal);
    const offline = transcript && (await import("./offline_search.js").catch(() => null));
    if (offline) show(query, offline.searchOffline(transcript, query, isRefused));
    else if (isRefused) setStatus(t("Searching has to wait for a moment. Press Enter to try again."));
    else setStatus(t("The search could not reach the site. Check the connection, then press Enter."));
    return bus.matches.length > 0;
  }

  /**
   * @param {string} query
   * @param {boolean} isTyping
   * @param {AbortSignal} aborted
   */
  async function resultOf(query, isTyping, aborted) {
    if (!isStaticSite() || !transcript) return fetchResult(form, isTyping, aborted);
    const { searchPage } = await import("../static_site/page_search.js");
    aborted.throwIfAborted();
    return searchPage(transcript, query);
  }

  /**
   * @param {string} query
   * @param {HTMLElement} result
   * @param {number} [delay] milliseconds before it is announced
   */
  function show(query, result, delay) {
    result.dataset.query = query;
    document.getElementById("hit-list")?.remove(); // it is of the result before
    currentResult().replaceWith(result);
    shownQuery = query;
    hasOptimisticMarks = false;
    showMatches(transcript, result);
    clearButton.hidden = !query;
    setStatus(result.dataset.status ?? "", { delay, isSeen: "offline" in result.dataset || undefined });
  }

  /**
   * The whole answer in place of what the page found itself: who is at a match stays there.
   *
   * @param {string} query
   * @param {HTMLElement} result
   */
  function showInstead(query, result) {
    const place = bus.matches[bus.matchIndex]?.spans[0]?.[0];
    show(query, result);
    const index = place === undefined ? -1 : bus.matches.findIndex(({ spans }) => spans[0]?.[0] === place);
    if (index >= 0) markMatch(index);
  }

  /**
   * @param {string} sentence is announced
   * @param {{ isSeen?: boolean, delay?: number }} [options] whether nothing else in the page shows it; milliseconds
   */
  function setStatus(sentence, { isSeen = !bus.matches.length && !currentResult().childElementCount, delay = 0 } = {}) {
    clearTimeout(announcement);
    status.classList.toggle("visually-hidden", !isSeen);
    const say = () => (status.textContent = sentence);
    if (delay && !isSeen) announcement = setTimeout(say, delay);
    else say();
  }

  /** What is shown is asked for again: optimistic marks are taken back. */
  function restoreResult() {
    request?.abort();
    if (hasOptimisticMarks) showMatches(transcript, currentResult());
    hasOptimisticMarks = false;
  }

  /**
   * Letters that come faster than answers wait for a pause; the first one does not.
   *
   * @param {Event} event
   */
  function onInput(event) {
    if (isComposing(event)) return;
    clearTimeout(timer);
    if (currentQuery() === shownQuery) {
      restoreResult();
      return;
    }
    const spans = showOptimisticMarks(transcript, currentQuery());
    if (spans.length) preview.showWords(spans[0]);
    hasOptimisticMarks = spans.length > 0 || hasOptimisticMarks;
    const wait = lastRequest + pause - performance.now();
    const ask = () => search({ isTyping: true });
    if (wait > 0) timer = setTimeout(ask, wait);
    else ask();
  }

  /**
   * To the match that is shown; from it, to the next one or the one before.
   *
   * @param {1 | -1} by
   */
  async function step(by) {
    if (currentQuery() !== shownQuery && !(await search())) return;
    if (bus.matches.length) goToMatch(stepIndex(shownIndex(), by, bus.matches.length), stepChange());
  }

  /** To the match that is shown under the field. */
  async function goToShown() {
    if (currentQuery() !== shownQuery && !(await search())) return;
    if (bus.matches.length) goToMatch(shownIndex(), stepChange());
  }

  /**
   * Goes to a match: the transcript there, and the player to its first word, playing if it was.
   *
   * @param {number} index
   * @param {HistoryChange} history
   * @param {Moment | null} [moment]
   */
  function goToMatch(index, history, moment = momentOfMatch(bus.matches[index])) {
    bus.jump(moment, { history });
    showMatch(index);
    setStatus(positionText(index), { isSeen: false });
  }

  /**
   * Enter: to the match that is shown, and once there to the next one, or the one before.
   *
   * @param {1 | -1} by
   */
  function goOn(by) {
    const isThere = bus.matchIndex >= 0 && currentQuery() === shownQuery;
    if (isThere || by < 0) step(by);
    else goToShown();
  }

  function clear() {
    input.value = "";
    search();
    input.focus();
  }

  /** What keys do in the field; each says whether it did something. @type {Record<string, (event: KeyboardEvent) => boolean>} */
  const KEYS = {
    Enter: ({ shiftKey }) => {
      goOn(shiftKey ? -1 : 1);
      return true;
    },
    ArrowDown: () => {
      if (bus.matches.length) list.open({ isByKey: true });
      return bus.matches.length > 0;
    },
    Escape: () => {
      if (!input.value) return false;
      if (list.isOpen()) list.close();
      else clear();
      return true;
    },
  };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!event.isComposing && KEYS[event.key]?.(event)) event.preventDefault();
  }

  /**
   * A row that says what marks cannot leads to its place in the transcript, another query is searched for.
   *
   * @param {MouseEvent} event
   */
  function onResultClick(event) {
    /** @type {HTMLAnchorElement | null} */
    const link = closestTo(event, "#search-result a");
    if (!link || !isPlainClick(event)) return;
    const isByKey = event.detail === 0;
    if (link.dataset.query) {
      event.preventDefault();
      searchInstead(link.dataset.query, isByKey);
    }
    const row = "hit" in link.dataset ? link.closest("li") : null;
    const index = row ? bus.matches.findIndex((match) => match.row === row) : -1;
    if (index < 0) return;
    event.preventDefault();
    goToMatch(index, "push", momentInUrl(new URL(link.href)));
    if (isByKey) bus.emit("focusrequest");
  }

  /**
   * Searches for another query; Back leads to the one before. The link goes, so a keyboard goes on in the field.
   *
   * @param {string} query
   * @param {boolean} isByKey
   */
  function searchInstead(query, isByKey) {
    bus.emit("beforejump");
    // After the place that is left, which is written with the next frame, too; `search` writes the query into it.
    if (self === top) afterNextFrame(() => history.pushState(history.state, "", location.href));
    input.value = query;
    if (isByKey) input.focus();
    search();
  }

  input.addEventListener("input", onInput, { signal });
  input.addEventListener("compositionend", onInput, { signal });
  input.addEventListener("keydown", onKey, { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    goToShown();
  }, { signal });
  clearButton.addEventListener("click", clear, { signal });
  document.addEventListener("click", (event) => {
    const name = closestTo(event, "button[data-do]")?.dataset.do;
    if (name === "next" || name === "previous") step(name === "next" ? 1 : -1);
    else onResultClick(event);
  }, { signal });
  bus.on("querychange", ({ detail: query }) => {
    input.value = query;
    if (currentQuery() !== shownQuery) search();
  }, { signal });
  startHitTools(transcript, signal);
  showSteps(signal);
  prepareOptimisticMarks(transcript);
  showMatches(transcript, currentResult());
  if (bus.matches.length) status.classList.add("visually-hidden"); // the steps say the count
  clearButton.hidden = !input.value;
  if (currentQuery() !== shownQuery) search({ isTyping: true }); // typed while this was loading
  else landOnMatch();

  /** A page that was opened with words shows where they are said; with a moment, too, that in it. Who has gone on is left there. */
  function landOnMatch() {
    const match = bus.matches[bus.bestMatch];
    if (!shownQuery || !match || bus.hasPlayed || document.activeElement === input) return;
    const moment = bus.moment ?? momentInUrl(location);
    if (!moment) goToMatch(bus.bestMatch, "replace");
    else if (match.time !== null && match.time >= moment.start && match.time < (moment.end ?? moment.start + 1)) markMatch(bus.bestMatch);
  }
}

/**
 * From match to match is one place of the history; from elsewhere the way to a match is one of its own.
 *
 * @returns {HistoryChange}
 */
function stepChange() {
  const current = bus.matches[bus.matchIndex];
  return current && (current.time === null || current.time === bus.moment?.start) ? "replace" : "push";
}

/**
 * The browser's own button to clear a field is too small for a finger, and no key reaches it.
 *
 * @param {HTMLInputElement} input
 */
function addClearButton(input) {
  const button = createElement("button", { type: "button", className: "clear", hidden: true, "aria-label": t("Clear") }, createIcon("close"));
  input.after(button);
  return button;
}

/** @param {Event} event */
const isComposing = (event) => event instanceof InputEvent && event.isComposing;

/** @param {unknown} error */
const isAbort = (error) => error instanceof DOMException && error.name === "AbortError";
