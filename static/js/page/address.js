/**
 * The address says what is shown: `?t=` the moment that was jumped to, `?q=` what is looked for. A
 * jump of the visitor's makes an entry of the history, so that Back leads to the place before.
 */

import { afterNextFrame } from "./dom.js";
import { momentInUrl, queryWithMoment } from "./media_fragments.js";
import { bus } from "./event_bus.js";

/** Browsers refuse addresses that change all the time, and take milliseconds for each: a dragged slider and
 * letters that are typed are written when they rest. */
const REST = 300;

export function start(_, signal) {
  const query = () => new URLSearchParams(location.search).get("q") ?? "";
  /** What the address means: a hash that names a place in the page is none of it. */
  const meaning = () => location.search + JSON.stringify(momentInUrl(location));
  const language = document.getElementById("transcript")?.dataset.lang;
  let shown = meaning();
  let timer;

  function write(history, moment, words) {
    clearTimeout(timer);
    const url = location.pathname + queryWithMoment(location.search, moment, words, language);
    const state = { time: moment?.start ?? 0, paused: bus.media?.paused ?? true };
    // In a frame of another site's page, Back is a matter of that page.
    if (history === "push" && self === top) window.history.pushState(state, "", url);
    else window.history.replaceState({ ...window.history.state, ...state }, "", url);
    shown = meaning();
  }

  /** The place that is left is kept with its entry: Back returns there, not to where it began. */
  function remember() {
    if (!bus.media) return;
    const { currentTime: time, paused } = bus.media;
    afterNextFrame(() => window.history.replaceState({ ...window.history.state, time, paused }, ""));
  }

  function jumped({ detail: { moment, history } }) {
    if (history === "keep") return;
    clearTimeout(timer);
    afterNextFrame(() => document.querySelector(".linked")?.remove()); // it speaks of the moment that the page was opened at
    if (history === "push") afterNextFrame(() => write("push", moment, words())); // it takes milliseconds
    else timer = setTimeout(() => write("replace", moment, words()), REST);
  }

  const words = () => document.querySelector("#search input[type=search]")?.value.trim() ?? query();

  function typed() {
    clearTimeout(timer);
    timer = setTimeout(writeWords, REST);
  }

  function writeWords() {
    if (words() !== query()) write("replace", momentInUrl(location), words());
  }

  /** Back, Forward, or another hash. A link within the page changes nothing of this. */
  function returned({ state }) {
    if (meaning() === shown) return;
    shown = meaning();
    clearTimeout(timer);
    bus.emit("querychange", query());
    const moment = momentInUrl(location);
    const start = state?.time ?? moment?.start;
    if (start !== undefined && bus.media) {
      bus.jump({ start, end: moment?.end > start ? moment.end : null }, { history: "keep" });
      if (state?.paused) bus.media.pause();
    }
    bus.update("momentchange", { moment }); // marked is what the address asks for, wherever the player stood
  }

  bus.addEventListener("beforejump", remember, { signal });
  bus.addEventListener("jump", jumped, { signal });
  bus.addEventListener("queryinput", typed, { signal });
  addEventListener("pagehide", writeWords, { signal }); // a page that is loaded again asks for what stands in the field
  addEventListener("popstate", returned, { signal });

  // A moment behind "#" is understood, and written where a server can see it.
  const moment = momentInUrl(location);
  if (moment && momentInUrl({ search: location.search, hash: "" }) === null) {
    write("replace", moment, query());
    bus.update("momentchange", { moment });
  }
}
