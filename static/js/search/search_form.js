/**
 * Search while typing: the same address is asked for its result alone, as HTML, and the request before is aborted.
 * Enter and Shift+Enter go through the matches, Escape clears.
 *
 * @import { HistoryChange } from "../page/event_bus.js"
 * @import { Moment } from "../page/media_fragments.js"
 * @import { Match } from "./matches.js"
 */

import { afterNextFrame, closestTo, find, findAll, isPlainClick, isStaticSite } from "../page/dom.js";
import { retryUntilDone } from "../page/connection.js";
import { bus } from "../page/event_bus.js";
import { formatNumber, t, tn } from "../page/i18n.js";
import { momentInUrl } from "../page/media_fragments.js";
import { prepareOptimisticMarks, showMatch, showMatches, showOptimisticMarks, stepIndex } from "./matches.js";

/** The longest pause of typing that is waited for before a request: less than there is between any two keys. */
const MAX_PAUSE_MS = 20;
/** After so long a visitor wonders whether anything happens. */
const SLOW_MS = 400;

/**
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
export function start(form, signal) {
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
  let hasOptimisticMarks = false; // whether words are marked that the result does not know yet
  /** @type {AbortController | null} */
  let request = null;
  let retry = new AbortController();
  let timer = 0;
  let pause = 0; // how long the last answer took, up to MAX_PAUSE_MS
  let lastRequest = 0; // when it was sent, on the clock of performance.now()

  const currentQuery = () => input.value.trim();

  /** Gets and shows the result of the query in the field; false when it did not come. */
  async function search() {
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
    const slow = setTimeout(() => setStatus(t("Searching…")), SLOW_MS);
    try {
      const result = await resultOf(query, request.signal);
      pause = Math.min(MAX_PAUSE_MS, performance.now() - lastRequest);
      show(query, result);
      return true;
    } catch (error) {
      return !isAbort(error) && showOffline(query);
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * What the page finds itself, until the site can be reached: then the whole search.
   *
   * @param {string} query
   * @returns {Promise<boolean>} whether something was found
   */
  async function showOffline(query) {
    retry.abort();
    retry = new AbortController();
    retryUntilDone(() => resultOf(query, retry.signal).then((result) => show(query, result)).then(() => true, () => false), retry.signal);
    const offline = transcript && (await import("./offline_search.js").catch(() => null));
    if (offline) show(query, offline.searchOffline(transcript, query));
    else setStatus(t("The search could not reach the site. Check the connection, then press Enter."));
    return bus.matches.length > 0;
  }

  /**
   * @param {string} query
   * @param {AbortSignal} aborted
   */
  async function resultOf(query, aborted) {
    if (!isStaticSite() || !transcript) return fetchResult(form, aborted);
    const { searchPage } = await import("../static_site/page_search.js");
    aborted.throwIfAborted();
    return searchPage(transcript, query);
  }

  /**
   * @param {string} query
   * @param {HTMLElement} result
   */
  function show(query, result) {
    currentResult().replaceWith(result);
    shownQuery = query;
    hasOptimisticMarks = false;
    showMatches(transcript, result);
    setStatus(result.dataset.status ?? "", "told" in result.dataset);
  }

  /**
   * @param {string} sentence is announced
   * @param {boolean} [isSeenElsewhere] whether the page shows the same in another place
   */
  function setStatus(sentence, isSeenElsewhere = false) {
    status.textContent = sentence;
    status.classList.toggle("visually-hidden", isSeenElsewhere);
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
    hasOptimisticMarks = showOptimisticMarks(transcript, currentQuery()) || hasOptimisticMarks;
    const wait = lastRequest + pause - performance.now();
    if (wait > 0) timer = setTimeout(search, wait);
    else search();
  }

  /**
   * The next match, or the one before; of a new result the first.
   *
   * @param {1 | -1} by
   */
  async function step(by) {
    if (currentQuery() !== shownQuery && !(await search())) return;
    if (!bus.matches.length) return;
    const isFirst = bus.matchIndex < 0;
    goToMatch(stepIndex(bus.matchIndex, by, bus.matches.length), isFirst ? "push" : "replace");
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
    setStatus(positionText(bus.matches, index), true);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      search();
    }
  }

  /**
   * A hit of the list leads to its place in the transcript, another query is searched for.
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
    const index = bus.matches.findIndex((match) => match.row === row);
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
    step(1);
  }, { signal });
  document.addEventListener("click", (event) => {
    const name = closestTo(event, "button[data-do]")?.dataset.do;
    if (name === "next" || name === "previous") step(name === "next" ? 1 : -1);
    else onResultClick(event);
  }, { signal });
  bus.on("querychange", ({ detail: query }) => {
    input.value = query;
    if (currentQuery() !== shownQuery) search();
  }, { signal });
  showSteps(signal);
  prepareOptimisticMarks(transcript);
  showMatches(transcript, currentResult());
  if (currentQuery() !== shownQuery) search(); // typed while this was loading
}

const currentResult = () => find(document, "#search-result");

/** @param {Event} event */
const isComposing = (event) => event instanceof InputEvent && event.isComposing;

/** @param {unknown} error */
const isAbort = (error) => error instanceof DOMException && error.name === "AbortError";

/**
 * A match of words plays on, a quote is heard to its end; words without a time are only read.
 *
 * @param {Match} match
 */
function momentOfMatch({ time, row }) {
  if (time === null) return null;
  /** @type {HTMLElement | null} */
  const result = row.closest("#search-result");
  if (result?.dataset.kind !== "quote") return { start: time, end: null };
  /** @type {HTMLAnchorElement} */
  const link = find(row, "[data-hit]");
  return momentInUrl(new URL(link.href));
}

/**
 * The result of the form's query: an element of our own server, taken out of its answer.
 *
 * @param {HTMLFormElement} form
 * @param {AbortSignal} signal
 */
async function fetchResult(form, signal) {
  const url = new URL(form.action);
  url.search = "";
  for (const [name, value] of new FormData(form)) url.searchParams.append(name, String(value));
  url.searchParams.append("part", "search");
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return document.importNode(find(page, "#search-result"), true);
}

function emptyResult() {
  const empty = /** @type {HTMLElement} */ (currentResult().cloneNode(false));
  Object.assign(empty.dataset, { kind: "words", status: "", total: "0" });
  delete empty.dataset.told;
  return empty;
}

/**
 * "3 of 7".
 *
 * @param {Match[]} matches
 * @param {number} index
 */
const positionText = ({ length }, index) =>
  t("{number} of {all}", { number: formatNumber(index + 1), all: formatNumber(length) });

/**
 * "7 found"; of a quote that nobody said, how many come nearest.
 *
 * @param {Match[]} matches
 */
function countText({ length }) {
  const isNearest = currentResult().dataset.kind === "nearest";
  return isNearest ? tn("{n} nearest", "{n} nearest", length) : tn("{n} found", "{n} found", length);
}

/**
 * Shows the count and the two buttons, wherever the page has them (beside the field, in the dock).
 *
 * @param {AbortSignal} signal
 */
function showSteps(signal) {
  const show = () => {
    const { matches, matchIndex } = bus;
    const text = matchIndex < 0 ? countText(matches) : positionText(matches, matchIndex);
    for (const group of findAll(document, "[data-nav]")) {
      group.hidden = !matches.length;
      const output = find(group, "output");
      output.setAttribute("aria-live", "off"); // #search-status is announced; twice is once too often
      output.textContent = text;
    }
  };
  bus.on("matcheschange", show, { signal });
  bus.on("matchchange", show, { signal });
}
