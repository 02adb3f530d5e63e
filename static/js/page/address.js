/**
 * The address tells what is shown: `?t=` the moment that was jumped to, `?q=` what is searched for. A jump of the
 * visitor's makes an entry of the history, so that Back leads to the place before.
 *
 * @import { Moment } from "./media_fragments.js"
 * @import { HistoryChange, Place } from "./event_bus.js"
 */

import { afterNextFrame } from "./dom.js";
import { bus } from "./event_bus.js";
import { momentInUrl, queryWithMoment } from "./media_fragments.js";

/** Browsers refuse addresses that change all the time, and take milliseconds for each: a dragged slider and letters
 * that are typed are written after a pause. */
const WRITE_DELAY_MS = 300;

const queryInUrl = () => new URLSearchParams(location.search).get("q") ?? "";

/**
 * Where the player stops, in seconds: whoever comes from a search wants to hear on behind the words.
 *
 * @param {Moment | null} moment of the address
 */
export const endInUrl = (moment) => (queryInUrl() ? null : (moment?.end ?? null));

/** What is in the search field; without one, what the address asks for. */
export function currentQuery() {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("#search input[type=search]");
  return field?.value.trim() ?? queryInUrl();
}

/**
 * @param {HTMLElement} _
 * @param {AbortSignal} signal
 */
export function start(_, signal) {
  /** What the address asks for: a hash that names a place in the page is none of it. */
  const meaning = () => location.search + JSON.stringify(momentInUrl(location));
  const language = document.getElementById("transcript")?.dataset.lang;
  let shownMeaning = meaning();
  let timer = 0;

  /**
   * @param {HistoryChange} change
   * @param {Moment | null} moment
   * @param {string} query
   */
  function write(change, moment, query) {
    clearTimeout(timer);
    const url = location.pathname + queryWithMoment(location.search, moment, query, language);
    const isStep = change === "step";
    const state = { time: moment?.start ?? 0, paused: bus.media?.paused ?? true, ...(isStep && { isStep }) };
    const isNew = change === "push" || (isStep && !history.state?.isStep);
    // In a frame of another site's page, Back is a matter of that page.
    if (isNew && self === top) history.pushState(state, "", url);
    else history.replaceState({ ...history.state, ...state }, "", url);
    shownMeaning = meaning();
  }

  /**
   * Keeps the place that is left with its entry: Back returns there, not to where that entry began.
   *
   * @param {{ detail?: Place }} event
   */
  function savePlace({ detail }) {
    if (!bus.media) return;
    const { time, paused } = detail ?? { time: bus.media.currentTime, paused: bus.media.paused };
    afterNextFrame(() => history.replaceState({ ...history.state, time, paused }, ""));
  }

  bus.on("jump", ({ detail: { moment, history: change } }) => {
    if (change === "keep") return;
    clearTimeout(timer);
    afterNextFrame(() => document.querySelector(".linked")?.remove()); // it tells of the moment that the page was opened at
    if (change !== "replace") afterNextFrame(() => write(change, moment, currentQuery())); // it takes milliseconds
    else timer = setTimeout(() => write("replace", moment, currentQuery()), WRITE_DELAY_MS);
  }, { signal });

  function writeQuery() {
    if (currentQuery() !== queryInUrl()) write("replace", momentInUrl(location), currentQuery());
  }

  /**
   * Back, Forward, or another hash. A link within the page changes nothing of this.
   *
   * @param {PopStateEvent} event
   */
  function onReturn({ state }) {
    if (meaning() === shownMeaning) return;
    shownMeaning = meaning();
    clearTimeout(timer);
    bus.emit("querychange", queryInUrl());
    const moment = momentInUrl(location);
    /** @type {number | undefined} */
    const start = state?.time ?? moment?.start;
    if (start !== undefined && bus.media) {
      const end = endInUrl(moment);
      bus.jump({ start, end: end !== null && end > start ? end : null }, { history: "keep" });
      if (state?.paused) bus.media.pause();
    }
    bus.update("momentchange", { moment }); // marked is what the address asks for, wherever the player was
  }

  bus.on("beforejump", savePlace, { signal });
  bus.on("queryinput", () => {
    clearTimeout(timer);
    timer = setTimeout(writeQuery, WRITE_DELAY_MS);
  }, { signal });
  addEventListener("pagehide", writeQuery, { signal }); // a page that is loaded again asks for what is in the field
  addEventListener("popstate", onReturn, { signal });

  // A moment after "#" is understood, and written where a server can see it.
  const moment = momentInUrl(location);
  if (moment && momentInUrl({ search: location.search, hash: "" }) === null) {
    write("replace", moment, queryInUrl());
    bus.update("momentchange", { moment });
  }
}
