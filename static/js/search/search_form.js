/**
 * Search as you type: the same address is asked for its result alone, as HTML, and the request before
 * is dropped. Enter and Shift+Enter go through the matches, Escape clears.
 */

import { afterNextFrame, isPlainClick } from "../page/dom.js";
import { prepareOptimisticMarks, showOptimisticMarks, showMatch, showMatches, stepIndex } from "./matches.js";
import { momentInUrl } from "../page/media_fragments.js";
import { bus } from "../page/event_bus.js";
import { t, tn, formatNumber } from "../page/i18n.js";

/** Milliseconds that letters rest at most before a request: as long as one takes, less than between any two keys. */
const REST = 20;
/** Milliseconds after which a visitor wonders whether anything happens. */
const SLOW = 400;

export function start(form, signal) {
  const input = form.querySelector("input[type=search]");
  const transcript = document.getElementById("transcript");
  const status = document.getElementById("search-status");
  const result = () => document.getElementById("search-result");
  let shown = new URLSearchParams(location.search).get("q")?.trim() ?? ""; // what the result is of
  let isAhead = false; // whether words are marked that the result does not know yet
  let request = null;
  let timer;
  let rest = 0; // how long the last answer took
  let last = 0; // when the last request was sent

  /** What is being looked for: spaces around it are none of it. */
  function asked() {
    return input.value.trim();
  }

  /** Gets and shows the result for what stands in the field; false when it did not come. */
  async function look() {
    clearTimeout(timer);
    request?.abort();
    last = performance.now();
    const words = asked();
    bus.emit("queryinput");
    if (!words) {
      show(words, emptyResult(result()));
      return true;
    }
    request = new AbortController();
    const waiting = setTimeout(() => say(t("Searching…")), SLOW);
    try {
      const fresh = await fetchResult(form, request.signal);
      rest = Math.min(REST, performance.now() - last);
      show(words, fresh);
      return true;
    } catch (error) {
      if (error.name !== "AbortError") say(t("The search could not reach the site. Check the connection, then press Enter."));
      return false;
    } finally {
      clearTimeout(waiting);
    }
  }

  function show(words, fresh) {
    result().replaceWith(fresh);
    shown = words;
    isAhead = false;
    showMatches(transcript, fresh);
    say(fresh.dataset.status, "told" in fresh.dataset);
  }

  /** It is announced here; what is to be seen of it may stand elsewhere. */
  function say(sentence, isSeenElsewhere = false) {
    status.textContent = sentence;
    status.classList.toggle("visually-hidden", isSeenElsewhere);
  }

  /** What is shown is what is asked again: marks that went ahead of their answer are taken back. */
  function takeBack() {
    request?.abort();
    if (isAhead) showMatches(transcript, result());
    isAhead = false;
  }

  /** Letters that come faster than answers wait for a rest; the first one does not. */
  function typed(event) {
    if (event.isComposing) return;
    clearTimeout(timer);
    if (asked() === shown) return void takeBack();
    isAhead = showOptimisticMarks(transcript, asked()) || isAhead;
    const wait = last + rest - performance.now();
    if (wait > 0) timer = setTimeout(look, wait);
    else look();
  }

  /** The next match, of a fresh result the first; `by` is 1 or -1. */
  async function step(by) {
    if (asked() !== shown && !(await look())) return;
    if (!bus.matches.length) return;
    const isFirst = bus.matchIndex < 0;
    go(stepIndex(bus.matchIndex, by, bus.matches.length), isFirst ? "push" : "replace");
  }

  /** Goes to a match: the words there, and the player at its first word, playing if it was. */
  function go(index, history, moment = momentOfMatch(bus.matches[index])) {
    bus.jump(moment, { history });
    showMatch(index);
    say(placeOf(bus.matches, index), true);
  }

  function clear() {
    input.value = "";
    look();
  }

  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      clear();
    }
  }

  /** A hit of the list leads to its place in the words, other words are looked for. */
  function clicked(event) {
    const link = event.target.closest("#search-result a");
    if (!link || !isPlainClick(event)) return;
    if (link.dataset.query) {
      event.preventDefault();
      tryInstead(link.dataset.query, event.detail === 0);
    }
    const row = "hit" in link.dataset ? link.closest("li") : null;
    const index = bus.matches.findIndex((match) => match.row === row);
    if (index < 0) return;
    event.preventDefault();
    go(index, "push", momentInUrl(new URL(link.href)));
    if (event.detail === 0) bus.emit("focusrequest"); // by key: the focus goes along
  }

  /** Looks for other words; Back leads to those before. The link goes, so a keyboard goes on in the field. */
  function tryInstead(words, isByKey) {
    bus.emit("beforejump");
    // Behind the place that is left, which is written with the next frame, too; `look` writes the words into it.
    if (self === top) afterNextFrame(() => history.pushState(history.state, "", location.href));
    input.value = words;
    if (isByKey) input.focus();
    look();
  }

  input.addEventListener("input", typed, { signal });
  input.addEventListener("compositionend", typed, { signal });
  input.addEventListener("keydown", pressed, { signal });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    step(1);
  }, { signal });
  document.addEventListener("click", (event) => {
    const { do: name } = event.target.closest("button[data-do]")?.dataset ?? {};
    if (name === "next" || name === "previous") step(name === "next" ? 1 : -1);
    else clicked(event);
  }, { signal });
  bus.addEventListener("querychange", ({ detail }) => {
    input.value = detail;
    if (asked() !== shown) look();
  }, { signal });
  showSteps(signal);
  prepareOptimisticMarks(transcript);
  showMatches(transcript, result());
  if (asked() !== shown) look(); // typed while this was loading
}

/** A word plays on, a quote is heard to its end. */
function momentOfMatch({ time, row }) {
  const isQuote = row.closest("#search-result").dataset.kind === "quote";
  return isQuote ? momentInUrl(new URL(row.querySelector("[data-hit]").href)) : { start: time, end: null };
}

/** The result of the form's words: an element of our own server, taken out of its answer. */
async function fetchResult(form, signal) {
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form), ["part", "search"]]);
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return document.importNode(page.getElementById("search-result"), true);
}

function emptyResult(result) {
  const empty = result.cloneNode(false);
  Object.assign(empty.dataset, { kind: "words", status: "", total: 0 });
  delete empty.dataset.told;
  return empty;
}

/** "3 of 7". */
const placeOf = ({ length }, index) => t("{number} of {all}", { number: formatNumber(index + 1), all: formatNumber(length) });

/** "7 found"; of a quote that nobody said, those that come nearest. */
function countOf({ length }) {
  const isNearest = document.getElementById("search-result").dataset.kind === "nearest";
  return isNearest ? tn("{n} nearest", "{n} nearest", length) : tn("{n} found", "{n} found", length);
}

/** The count and the two buttons, wherever the page has them (beside the field, in the dock). */
function showSteps(signal) {
  const show = () => {
    const { matches, matchIndex: current } = bus;
    const text = current < 0 ? countOf(matches) : placeOf(matches, current);
    for (const nav of document.querySelectorAll("[data-nav]")) {
      nav.hidden = !matches.length;
      const output = nav.querySelector("output");
      output.setAttribute("aria-live", "off"); // #search-status says it; twice is once too often
      output.textContent = text;
    }
  };
  for (const type of ["matcheschange", "matchchange"]) bus.addEventListener(type, show, { signal });
}
